import Foundation
import Testing

/// Texts as they were stored or sent once; they decode for ever.
///
/// A folder a version: one that was committed is frozen, a shape that grows gets a text in the next one.
enum Fixture {
    private static let versions = ["v1", "v2", "v3"]

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

    private static func directory(_ folder: String, _ version: String) throws -> URL {
        try #require(Bundle.module.resourceURL).appendingPathComponent("Fixtures/\(version)/\(folder)")
    }
}
