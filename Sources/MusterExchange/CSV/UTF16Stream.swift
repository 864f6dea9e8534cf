/// UTF-16 text as UTF-8 bytes; a lone surrogate becomes the replacement character.
final class UTF16Stream: ByteStream {
    private let source: any ByteStream
    private let isBigEndian: Bool
    private var chunk = [UInt8](repeating: 0, count: 64 << 10)
    private var pending: [UInt8] = []
    private var output: [UInt8] = []
    private var taken = 0
    private var isAtEnd = false

    /// The text of a stream that stands behind its byte-order mark.
    init(_ source: any ByteStream, isBigEndian: Bool) {
        self.source = source
        self.isBigEndian = isBigEndian
    }

    var expectedBytes: Int? { source.expectedBytes.map { $0 / 2 } }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        while taken == output.count {
            if isAtEnd { return 0 }
            try decodeChunk()
        }
        let count = min(buffer.count, output.count - taken)
        unsafe buffer.copyBytes(from: output[taken..<taken + count])
        taken += count
        return count
    }

    private func decodeChunk() throws(SourceError) {
        let count = try chunk.fill(from: source, atMost: chunk.count)
        isAtEnd = count == 0
        pending.append(contentsOf: chunk[..<count])
        var units = stride(from: 0, to: pending.count - 1, by: 2).map { index in
            let first = UInt16(pending[index])
            let second = UInt16(pending[index + 1])
            return isBigEndian ? first << 8 | second : second << 8 | first
        }
        // The first half of a pair waits for its second half in the next chunk.
        if !isAtEnd, let last = units.last, UTF16.isLeadSurrogate(last) { units.removeLast() }
        pending.removeFirst(units.count * 2)
        output.removeAll(keepingCapacity: true)
        taken = 0
        output.append(contentsOf: String(decoding: units, as: UTF16.self).utf8)
        if isAtEnd, !pending.isEmpty { output.append(contentsOf: "\u{FFFD}".utf8) }
    }
}
