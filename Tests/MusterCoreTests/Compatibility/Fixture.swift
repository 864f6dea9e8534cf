import Foundation
import Testing

/// Texts as they were stored or sent once; they decode for ever.
enum Fixture {
    /// The bytes of a fixture, without the line end that editors like.
    static func bytes(_ folder: String, _ name: String) throws -> [UInt8] {
        let url = try #require(directory(folder)).appendingPathComponent("\(name).json")
        let data = try Data(contentsOf: url)
        return Array(data.last == 0x0A ? data.dropLast() : data[...])
    }

    /// The names of all fixtures of a folder.
    static func names(_ folder: String) throws -> [String] {
        let url = try #require(directory(folder))
        return try FileManager.default.contentsOfDirectory(atPath: url.path)
            .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
    }

    private static func directory(_ folder: String) -> URL? {
        Bundle.module.resourceURL?.appendingPathComponent("Fixtures/v1/\(folder)")
    }
}
