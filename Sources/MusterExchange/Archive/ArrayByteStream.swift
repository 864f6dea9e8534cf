/// Bytes that lie in memory already; `chunk` bounds how many come at once, so that tests meet every seam.
package final class ArrayByteStream: ByteStream {
    private let bytes: [UInt8]
    private let chunk: Int
    private var position = 0

    /// A stream over bytes in memory.
    package init(_ bytes: [UInt8], chunk: Int = .max) {
        precondition(chunk > 0)
        self.bytes = bytes
        self.chunk = chunk
    }

    package var expectedBytes: Int? { bytes.count }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        let count = min(chunk, buffer.count, bytes.count - position)
        unsafe buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}
