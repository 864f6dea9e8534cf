import Foundation
import Hummingbird
import NIOCore

/// A form with a file, as browsers send it (RFC 7578): written to disk while it comes in, then looked through there.
///
/// The body never lies in memory as a whole; the file's part is copied out of it in pieces.
struct UploadedForm {
    /// The text fields.
    let fields: [String: String]
    /// The name that the file had on the sender's machine.
    let fileName: String
    /// Where the file lies here.
    let path: String

    /// Takes in a body and leaves its file at `path`; at most `limit` bytes.
    init(_ request: Request, to path: String, limit: Int) async throws {
        guard let boundary = Self.boundary(of: request.headers[.contentType]) else {
            throw Problem(
                .unsupportedMediaType, "not-a-form", "Send the file with the form of the page.")
        }
        let raw = path + ".part"
        defer { try? FileManager.default.removeItem(atPath: raw) }
        try await Self.spool(request.body, to: raw, limit: limit)
        let data = try Data(contentsOf: URL(fileURLWithPath: raw), options: .alwaysMapped)
        var fields: [String: String] = [:]
        var file: (name: String, range: Range<Int>)?
        for part in try Self.parts(of: data, boundary) {
            if let name = part.fileName {
                file = file ?? (name, part.range)
            } else if part.range.count <= 4096 {
                fields[part.name] = String(decoding: data[part.range], as: UTF8.self)
            }
        }
        guard let file, !file.range.isEmpty else {
            throw Problem(.badRequest, "no-file", "Choose a file first.")
        }
        try data[file.range].write(to: URL(fileURLWithPath: path))
        (self.fields, fileName, self.path) = (fields, String(file.name.prefix(120)), path)
    }

    /// Removes the file.
    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }

    private static func spool(_ body: RequestBody, to path: String, limit: Int) async throws {
        guard
            FileManager.default.createFile(
                atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]),
            let file = FileHandle(forWritingAtPath: path)
        else { throw Problem(.serviceUnavailable, "no-room", "The server cannot keep the file now.") }
        defer { try? file.close() }
        var count = 0
        for try await piece in body {
            count += piece.readableBytes
            guard count <= limit else {
                throw Problem(
                    .contentTooLarge, "too-large", "The file is larger than \(limit / 1_048_576) MB.")
            }
            try file.write(contentsOf: Data(piece.readableBytesView))
        }
    }

    private struct Part {
        let name: String
        let fileName: String?
        let range: Range<Int>
    }

    private static func parts(of data: Data, _ boundary: String) throws -> [Part] {
        let line = Data("\r\n--\(boundary)".utf8)
        let blank = Data("\r\n\r\n".utf8)
        let broken = Problem(.badRequest, "malformed", "The form ended too early. Send it again.")
        guard data.starts(with: Data("--\(boundary)".utf8)) else { throw broken }
        var parts: [Part] = []
        var start = line.count - 2
        // A form of ours has a few parts; whoever sends hundreds is not one.
        while parts.count < 16 {
            if data[start...].starts(with: Data("--".utf8)) { return parts }
            guard let head = data.range(of: blank, in: start..<data.count),
                let end = data.range(of: line, in: head.lowerBound..<data.count)
            else { throw broken }
            let words = String(decoding: data[start..<head.lowerBound], as: UTF8.self)
            let content = min(head.upperBound, end.lowerBound)..<end.lowerBound
            if let name = Self.word("name", in: words) {
                parts.append(Part(name: name, fileName: Self.word("filename", in: words), range: content))
            }
            start = end.upperBound
        }
        throw broken
    }

    private static func word(_ key: String, in header: String) -> String? {
        guard let start = header.range(of: "; \(key)=\"") else { return nil }
        return String(header[start.upperBound...].prefix { $0 != "\"" && $0 != "\r\n" })
    }

    private static func boundary(of type: String?) -> String? {
        guard let type, type.hasPrefix("multipart/form-data"), let start = type.range(of: "boundary=")
        else { return nil }
        let word = type[start.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" }
        return word.isEmpty || word.count > 70 ? nil : String(word)
    }
}
