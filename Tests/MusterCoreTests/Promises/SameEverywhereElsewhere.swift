import Foundation
import MusterCore
import SameEverywhere
import Testing

extension SameEverywhere {
    /// The histories that are folded outside this process as well.
    static let elsewhere: Range<UInt64> = 0..<50

    @Test("Other processes, each with a hash seed of its own, fold 50 histories to the same bytes")
    func otherSeeds() async throws {
        for seed in Self.elsewhere {
            try HistoryText.write(
                Histories.history(seed).records, slices: Slices.all, as: "random-\(seed)")
        }
        // A process draws its hash seed when it starts: three processes have three.
        await #expect(processExitsWith: .success) { try Self.followAll() }
        await #expect(processExitsWith: .success) { try Self.followAll() }
        await #expect(processExitsWith: .success) { try Self.followAll() }
    }

    @Test("A text with one wrong byte is found out")
    func wrongByte() throws {
        var text = try HistoryText.make(Histories.history(1).records, slices: [.command])
        #expect(try HistoryText.follow(text).different == nil)
        let last = try #require(text.lastIndex(of: UInt8(ascii: "1")))
        text[last] = UInt8(ascii: "2")
        #expect(try HistoryText.follow(text).different != nil)
    }

    private static func followAll() throws {
        // Only what this test wrote: another suite's file may be of another day.
        let files = try HistoryText.written().filter { $0.lastPathComponent.hasPrefix("random-") }
        var looks = 0
        for file in files {
            let result = try HistoryText.follow(Data(contentsOf: file))
            precondition(result.different == nil, "\(file.lastPathComponent) differs")
            looks += result.looks
        }
        precondition(files.count >= 50 && looks > 1000, "all histories are there")
    }
}
