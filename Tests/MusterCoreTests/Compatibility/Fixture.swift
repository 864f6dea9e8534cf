import Foundation
import Testing

/// Texts as they were stored or sent once; they decode for ever.
///
/// A folder a version: one that was committed is frozen, a shape that grows gets a text in the next one.
enum Fixture {
    private static let versions = ["v1", "v2", "v3", "v4", "v5"]

    /// The texts of a name, oldest version first, without the line end that editors like.
    static func texts(_ folder: String, _ name: String) throws -> [[UInt8]] {
        let urls = try versions.map { try directory(folder, $0).appendingPathComponent("\(name).json") }
        return try urls.filter { FileManager.default.fileExists(atPath: $0.path) }.map { url in
            let data = try Data(contentsOf: url)
            return Array(data.last == 0x0A ? data.dropLast() : data[...])
        }
    }

    /// The names of all fixtures of a folder.
    static func names(_ folder: String) throws -> [String] {
        try versions.flatMap { version in
            try FileManager.default.contentsOfDirectory(atPath: directory(folder, version).path)
                .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
        }
    }

    /// Expects that whatever stands in a fixture is still written, with the same names and in the same order; a field
    /// that came later may stand beside it.
    static func expectStillWritten(_ fixture: [UInt8], in text: [UInt8]) throws {
        let old = Array(String(decoding: fixture, as: UTF8.self))
        var rest = Array(String(decoding: text, as: UTF8.self))[...]
        for character in old {
            guard let place = rest.firstIndex(of: character) else {
                Issue.record("\(String(old)) is written as \(String(decoding: text, as: UTF8.self))")
                return
            }
            rest = rest[(place + 1)...]
        }
        let before = try JSONSerialization.jsonObject(with: Data(fixture))
        let after = try JSONSerialization.jsonObject(with: Data(text))
        #expect(Self.stands(before, in: after), "\(String(old))")
    }

    private static func stands(_ old: Any, in new: Any) -> Bool {
        switch (old, new) {
        case (let old as [String: Any], let new as [String: Any]):
            old.allSatisfy { key, value in new[key].map { stands(value, in: $0) } ?? false }
        case (let old as [Any], let new as [Any]):
            old.count == new.count && zip(old, new).allSatisfy { stands($0, in: $1) }
        case (let old as NSObject, let new as NSObject): old == new
        default: false
        }
    }

    private static func directory(_ folder: String, _ version: String) throws -> URL {
        try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/\(version)/\(folder)")
    }
}
