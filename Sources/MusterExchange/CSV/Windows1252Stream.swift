/// Windows-1252 text as UTF-8 bytes.
final class Windows1252Stream: ByteStream {
    /// The characters of the bytes 0x80...0x9F; the five that the code page leaves open stay control characters.
    private static let upper: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0x008D,
        0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
        0x0161, 0x203A,
        0x0153, 0x009D, 0x017E, 0x0178,
    ]

    private let source: any ByteStream
    private var chunk = [UInt8](repeating: 0, count: 64 << 10)
    private var output: [UInt8] = []
    private var taken = 0

    /// The text of a stream.
    init(_ source: any ByteStream) { self.source = source }

    var expectedBytes: Int? { source.expectedBytes }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(SourceError) -> Int {
        if taken == output.count {
            let count = try chunk.fill(from: source, atMost: chunk.count)
            if count == 0 { return 0 }
            let units = chunk[..<count].map { 0x80...0x9F ~= $0 ? Self.upper[Int($0) - 0x80] : UInt16($0) }
            output = Array(String(decoding: units, as: UTF16.self).utf8)
            taken = 0
        }
        let count = min(buffer.count, output.count - taken)
        unsafe buffer.copyBytes(from: output[taken..<taken + count])
        taken += count
        return count
    }
}
