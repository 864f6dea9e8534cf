/// The order in which people read labels: numbers by their size, so that Room 9 comes before Room 12.
struct ReadingOrder: Comparable {
    private let bytes: [UInt8]
    private let index: Int

    /// The place of a label; of two that read alike the one with the lower index comes first.
    init(_ label: String, _ index: Int) {
        bytes = Array(label.utf8)
        self.index = index
    }

    static func < (one: ReadingOrder, other: ReadingOrder) -> Bool {
        let (a, b) = (one.bytes, other.bytes)
        var (i, j) = (0, 0)
        while i < a.count, j < b.count {
            if isDigit(a[i]), isDigit(b[j]) {
                let (first, afterFirst) = number(a, i)
                let (second, afterSecond) = number(b, j)
                if first != second { return first < second }
                (i, j) = (afterFirst, afterSecond)
            } else {
                if a[i] != b[j] { return a[i] < b[j] }
                i += 1
                j += 1
            }
        }
        let (restOfA, restOfB) = (a.count - i, b.count - j)
        return restOfA != restOfB ? restOfA < restOfB : one.index < other.index
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    /// The number that begins here, and the index after it; one that is longer than fits counts as huge.
    private static func number(_ bytes: [UInt8], _ start: Int) -> (value: UInt64, end: Int) {
        var (value, index): (UInt64, Int) = (0, start)
        while index < bytes.count, isDigit(bytes[index]) {
            let (product, over) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooBig) = product.addingReportingOverflow(UInt64(bytes[index] - 0x30))
            value = over || tooBig ? UInt64.max / 10 + 1 : sum
            index += 1
        }
        return (value, index)
    }
}

/// Whether one label is read before another; for more than a few, ask the array.
package func inReadingOrder(_ one: String, _ other: String) -> Bool {
    ReadingOrder(one, 0) < ReadingOrder(other, 0)
}

extension Array {
    /// The elements in the order in which their labels are read.
    package func inReadingOrder(_ label: (Element) -> String) -> [Element] {
        let order = indices.map { ReadingOrder(label(self[$0]), $0) }
        return indices.sorted { order[$0] < order[$1] }.map { self[$0] }
    }
}
