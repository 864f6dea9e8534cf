import Foundation
import Testing

@testable import MusterServer

/// Two writers never have one data folder.
@Suite struct DataFolderTests {
    private let path = NSTemporaryDirectory() + "/muster-folder-" + UUID().uuidString

    @Test func theSecondOneIsToldWhoHoldsIt() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        let first = try DataFolder(path, for: "serve")
        let error = #expect(throws: SetupError.self) { try DataFolder(path, for: "line set") }
        #expect(error?.description.contains("process \(getpid()) (muster serve)") == true)
        _ = first
    }

    @Test func aHoldEndsWithItsOwner() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }
        do { _ = try DataFolder(path, for: "serve") }
        let second = try DataFolder(path, for: "verify")
        #expect(second.path == path)
    }

    @Test func aFolderWithoutADirectoryIsNotMade() {
        #expect(throws: SetupError.self) { try DataFolder.directory(in: path) }
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
