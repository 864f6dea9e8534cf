/// Looks at the first bytes of a table and yields its text as UTF-8 bytes.
enum TextDecoding {
    /// What the first bytes said.
    struct Opening {
        /// The text as UTF-8 bytes, without a byte-order mark.
        let stream: any ByteStream
        /// How many bytes the byte-order mark took.
        let skipped: Int
        /// The finding that the first bytes gave rise to.
        let finding: FindingCode?
    }

    /// Opens the text of a stream.
    static func open(_ stream: any ByteStream, as encoding: TextEncoding) throws(SourceError) -> Opening {
        let head = try firstBytes(of: stream, count: 4)
        if head.starts(with: [0xEF, 0xBB, 0xBF]) {
            let rest = PrefixedStream(Array(head.dropFirst(3)), stream)
            return Opening(stream: rest, skipped: 3, finding: .byteOrderMark)
        }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
            let rest = PrefixedStream(Array(head.dropFirst(2)), stream)
            let decoded = UTF16Stream(rest, isBigEndian: head[0] == 0xFE)
            return Opening(stream: decoded, skipped: 2, finding: .utf16)
        }
        let whole = PrefixedStream(head, stream)
        guard !head.contains(0) else {
            // A zero byte in front of or behind the first letter: UTF-16 whose byte order nobody wrote down.
            return Opening(stream: whole, skipped: 0, finding: .notUTF8)
        }
        return Opening(
            stream: encoding == .windows1252 ? Windows1252Stream(whole) : whole, skipped: 0, finding: nil)
    }

    private static func firstBytes(of stream: any ByteStream, count: Int) throws(SourceError) -> [UInt8] {
        var head: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: count)
        while head.count < count {
            let got = try chunk.fill(from: stream, atMost: count - head.count)
            if got == 0 { break }
            head.append(contentsOf: chunk[..<got])
        }
        return head
    }
}

extension [UInt8] {
    /// Puts the next bytes of a stream at the start of the array and answers how many.
    mutating func fill(from stream: any ByteStream, atMost count: Int) throws(SourceError) -> Int {
        // withUnsafeMutableBytes cannot carry a typed error out, so the result travels as a value.
        let result = unsafe withUnsafeMutableBytes { buffer -> Result<Int, SourceError> in
            let part = unsafe UnsafeMutableRawBufferPointer(
                rebasing: buffer[..<Swift.min(count, buffer.count)])
            do throws(SourceError) {
                return .success(try unsafe stream.read(into: part))
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }
}
