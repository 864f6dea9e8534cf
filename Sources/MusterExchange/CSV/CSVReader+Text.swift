extension CSVReader {
    /// The text of a cell without spaces around it; a line break inside it becomes a space.
    package func text(_ index: Int) -> String {
        withCell(index) { cell in
            let range = cell.trimmedRange
            guard !range.isEmpty else { return "" }
            return unsafe cell.extracting(range).withUnsafeBufferPointer { bytes in
                let text = unsafe String(decoding: bytes, as: UTF8.self)
                guard unsafe bytes.contains(Byte.lineFeed) else { return text }
                return text.split(whereSeparator: \.isNewline).joined(separator: " ")
            }
        }
    }

    /// The items of a cell that holds a list, without spaces around them and without blank ones.
    package func list(_ index: Int) -> [String] {
        var items: [String] = []
        forEachItem(index) { item in
            unsafe item.withUnsafeBufferPointer { items.append(unsafe String(decoding: $0, as: UTF8.self)) }
        }
        return items
    }

    /// Calls `body` with each item of a cell that holds a list, without spaces around it; blank ones are passed over.
    @inline(__always)
    func forEachItem(_ index: Int, _ body: (Span<UInt8>) -> Void) {
        withCell(index) { cell in
            var start = 0
            for end in 0..<cell.count + 1 where end == cell.count || cell[end] == Byte.comma {
                let item = cell.extracting(start..<end)
                let range = item.trimmedRange
                if !range.isEmpty { body(item.extracting(range)) }
                start = end + 1
            }
        }
    }

    /// Whether a cell holds nothing but spaces.
    @inline(__always)
    package func isBlank(_ index: Int) -> Bool {
        withCell(index) { $0.isEmpty || $0.trimmedRange.isEmpty }
    }

    /// Whether the row is a line without anything on it.
    var isBlankLine: Bool { count == 1 && isBlank(0) }
}

extension Span<UInt8> {
    /// The range that is left when spaces at both ends do not count.
    @inline(__always)
    var trimmedRange: Range<Int> {
        var first = 0
        var last = count
        while first < last, self[first] <= Byte.space { first += 1 }
        while last > first, self[last - 1] <= Byte.space { last -= 1 }
        return first..<last
    }
}
