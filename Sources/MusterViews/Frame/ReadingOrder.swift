package import MusterCore

/// A label as bytes that sort as people read: numbers by their size, so that Room 9 comes before Room 12.
struct ReadingKey: Comparable, Sendable {
    private let bytes: [UInt8]

    /// The key of a label.
    ///
    /// Each number is written after its length, so that comparing bytes compares numbers.
    init(_ label: String) {
        let text = Array(label.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + 4)
        var index = 0
        while index < text.count {
            var end = index
            while end < text.count, Self.isDigit(text[end]) { end += 1 }
            if end == index {
                bytes.append(text[index])
                index += 1
                continue
            }
            while index + 1 < end, text[index] == 0x30 { index += 1 }
            bytes.append(0x30 + UInt8(clamping: min(end - index, 9)))
            bytes += text[index..<end]
            index = end
        }
        self.bytes = bytes
    }

    static func < (left: ReadingKey, right: ReadingKey) -> Bool {
        left.bytes.lexicographicallyPrecedes(right.bytes)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}

/// The numbers below `count` in an order; of two that are alike the lower one comes first.
///
/// Every sorting of a page goes through here: a generic sort would be downloaded once for each type.
@inline(never)
package func ordered(_ count: Int, by comesFirst: (Int, Int) -> Bool) -> [Int] {
    var order = Array(0..<count)
    order.sort { one, other in
        if comesFirst(one, other) { return true }
        return comesFirst(other, one) ? false : one < other
    }
    return order
}

extension Array {
    /// The elements in the order in which their labels are read.
    package func inReadingOrder(_ label: (Element) -> String) -> [Element] {
        let keys = map { ReadingKey(label($0)) }
        return ordered(count) { keys[$0] < keys[$1] }.map { self[$0] }
    }
}

/// The places of a directory in the order in which their labels are read; made once for each directory.
package struct PlaceOrder: Sendable {
    private struct Rank: Keyed, Sendable {
        let key: PlaceID
        let rank: Int
    }

    private var ranks = Table<Rank>()

    /// Sorts the places of a directory.
    package init(_ directory: DirectorySlice) {
        let places = directory.places.rows
        let keys = places.map { ReadingKey($0.label) }
        var rank = [Int](repeating: 0, count: places.count)
        for (position, index) in ordered(places.count, by: { keys[$0] < keys[$1] }).enumerated() {
            rank[index] = position
        }
        for (index, place) in places.enumerated() { ranks.put(Rank(key: place.place, rank: rank[index])) }
    }

    /// Rows in the order of their places' labels; places that the directory does not name come last.
    package func sorted<Row>(_ rows: [Row], by place: (Row) -> PlaceID) -> [Row] {
        let keys = rows.map { ranks[place($0)]?.rank ?? .max }
        return ordered(rows.count) { keys[$0] < keys[$1] }.map { rows[$0] }
    }
}
