import Foundation
import MusterCore
import MusterLog
import Testing

/// A command that crashes the process is found again; one that was decided is not.
@Suite struct DecisionMarksTests {
    private func command(_ number: Int64) -> MarkedCommand {
        MarkedCommand(stream: .oak, device: .phone, command: CommandID("c", number))
    }

    @Test func whatWasBeingDecidedIsFoundAfterARestart() throws {
        let folder = try TestFolder()
        let marks = try FileDecisionMarks(path: folder.file("marks"))
        #expect(marks.found.isEmpty)
        let first = try marks.begin(command(1))
        let second = try marks.begin(command(2))
        _ = try marks.begin(command(3))
        try marks.end(first)
        _ = try marks.begin(command(4))
        try marks.end(second)
        let restarted = try FileDecisionMarks(path: folder.file("marks"))
        #expect(Set(restarted.found) == [command(3), command(4)])
    }

    @Test func aFoundMarkStaysUntilItIsSettled() throws {
        let folder = try TestFolder()
        _ = try FileDecisionMarks(path: folder.file("marks")).begin(command(1))
        let second = try FileDecisionMarks(path: folder.file("marks"))
        try second.end(try second.begin(command(2)))
        #expect(try FileDecisionMarks(path: folder.file("marks")).found == [command(1)])
        try second.settle(command(1))
        try second.settle(command(1))
        #expect(second.found.isEmpty)
        #expect(try FileDecisionMarks(path: folder.file("marks")).found.isEmpty)
    }

    @Test func idsOfFullLengthFit() throws {
        let folder = try TestFolder()
        let long = MarkedCommand(
            stream: "abcdefghijklmnop", device: "0123456789abcdef",
            command: "zzzzzzzzzzzzzzzz")
        _ = try FileDecisionMarks(path: folder.file("marks")).begin(long)
        #expect(try FileDecisionMarks(path: folder.file("marks")).found == [long])
    }

    @Test func aFileThatCannotBeOpenedSaysSo() throws {
        let folder = try TestFolder()
        let error = #expect(throws: LogError.self) { try FileDecisionMarks(path: folder.file("no/marks")) }
        #expect(error?.code == .unavailable)
    }

    @Test func marksInMemoryBehaveAlike() throws {
        let marks = InMemoryDecisionMarks(found: [command(1)])
        try marks.end(try marks.begin(command(2)))
        #expect(marks.found == [command(1)])
        try marks.settle(command(1))
        #expect(marks.found.isEmpty)
    }
}
