import Foundation

extension FileVerifier {
    /// Checks a file; what is wrong with it is in the report.
    /// - Throws: ``LogError`` when the file cannot be read.
    package static func verify(
        path: String, holding wanted: Digest? = nil
    ) throws(LogError) -> Result<ChainReport, ChainFault> {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw LogError(.unavailable, "\(path) cannot be opened")
        }
        var verifier = FileVerifier(holding: wanted)
        var rest: [UInt8] = []
        while let chunk = try Self.chunk(of: file, path) {
            rest.append(contentsOf: chunk)
            var lines = rest.split(separator: 0x0A, omittingEmptySubsequences: false)
            rest = Array(lines.removeLast())
            do throws(ChainFault) {
                for line in lines { try verifier.take(Array(line)) }
            } catch {
                return .failure(error)
            }
        }
        do throws(ChainFault) {
            if !rest.isEmpty { try verifier.take(rest) }
            return .success(try verifier.finish())
        } catch {
            return .failure(error)
        }
    }

    private static func chunk(of file: FileHandle, _ path: String) throws(LogError) -> Data? {
        do {
            let chunk = try file.read(upToCount: 1 << 20)
            return chunk?.isEmpty == false ? chunk : nil
        } catch {
            throw LogError(.unavailable, "\(path) cannot be read", cause: error)
        }
    }
}
