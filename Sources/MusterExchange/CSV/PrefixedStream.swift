/// Bytes that were already taken from a stream, and then the rest of it.
final class PrefixedStream: ByteStream {
    private var prefix: [UInt8]
    private let rest: any ByteStream

    /// The taken bytes, then the rest.
    init(_ prefix: [UInt8], _ rest: any ByteStream) {
        self.prefix = prefix
        self.rest = rest
    }

    var expectedBytes: Int? { rest.expectedBytes }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        guard !prefix.isEmpty else { return try unsafe rest.read(into: buffer) }
        let count = min(prefix.count, buffer.count)
        unsafe buffer.copyBytes(from: prefix[..<count])
        prefix.removeFirst(count)
        return count
    }
}
