import Foundation
import MusterCore
import MusterLog
import Synchronization
import Testing

/// An export is read and checked without the log, and no byte of it can change unseen.
@Suite struct ExportTests {
    private static let subject: IncidentID = "i1"

    /// A log in which the incident's records stand among others.
    private func log() async throws -> InMemoryLog {
        let log = InMemoryLog()
        let events: [Event] = [
            .incident(.corrected("i0", text: "other before")),
            .incident(.corrected(Self.subject, text: "first")),
            .incident(.corrected("i2", text: "other between")),
            .incident(.corrected(Self.subject, text: "to be erased")),
            .incident(.closed(Self.subject, .over)),
            .incident(.corrected("i2", text: "other after")),
        ]
        try await log.append(
            .oak, after: 0,
            events.map { event in
                NewRecord(
                    event, at: Instant(milliseconds: 5), actor: PersonID("p1"), device: .phone,
                    command: "c1")
            })
        try await log.erase(.oak, at: 4)
        return log
    }

    private func export(
        _ log: InMemoryLog, mark: String? = nil
    ) async throws -> (lines: [[UInt8]], head: Head?) {
        let lines = Mutex<[[UInt8]]>([])
        let head = try await LogExport.write(
            "i1", from: log, .oak,
            where: { record throws(LogError) in try record.decodedRecord().event.incident == Self.subject },
            mark: { mark },
            to: { line in lines.withLock { $0.append(line.dropLast()) } })
        return (lines.withLock { $0 }, head)
    }

    private func verify(_ lines: [[UInt8]], holding head: Digest? = nil) -> Result<ChainReport, ChainFault> {
        var verifier = FileVerifier(holding: head)
        do throws(ChainFault) {
            for line in lines { try verifier.take(line) }
            return .success(try verifier.finish())
        } catch {
            return .failure(error)
        }
    }

    @Test func anExportVerifiesWithoutTheLog() async throws {
        let log = try await log()
        let (lines, head) = try await export(log)
        let records = try await log.all(.oak)
        #expect(head == records[4].head)
        #expect(lines.count == 1 + 4 + 1)
        let report = try verify(lines, holding: records[2].digest).get()
        #expect(report.head == head)
        #expect(report.counts.records == 4)
        let all = String(decoding: lines.joined(), as: UTF8.self)
        #expect(!all.contains("other"))
    }

    @Test func aHeadThatIsNotInTheExportIsMissed() async throws {
        let log = try await log()
        let (lines, _) = try await export(log)
        let later = try await log.all(.oak)[5].digest
        #expect(throws: ChainFault.self) { try verify(lines, holding: later).get() }
    }

    @Test func everyFlippedByteIsFoundAndItsRecordNamed() async throws {
        let (lines, _) = try await export(try await log())
        for line in lines.indices {
            for byte in lines[line].indices {
                for bit in byte % 8 == 0 ? [UInt8(0x01), 0x20, 0x80] : [0x01] {
                    var changed = lines
                    changed[line][byte] ^= bit
                    guard case .failure(let fault) = verify(changed) else {
                        Issue.record("byte \(byte) of line \(line + 1), bit \(bit), was not missed")
                        continue
                    }
                    // Record n of the stretch stands on line n; the stretch begins at position 2.
                    if (1...4).contains(line) { #expect(fault.position == Int64(line + 1)) }
                }
            }
        }
    }

    @Test func aMissingRepeatedOrAddedLineIsFound() async throws {
        let (lines, _) = try await export(try await log())
        for line in lines.indices {
            var fewer = lines
            fewer.remove(at: line)
            #expect(throws: ChainFault.self) { try verify(fewer).get() }
            var more = lines
            more.insert(lines[line], at: line)
            #expect(throws: ChainFault.self) { try verify(more).get() }
        }
        #expect(throws: ChainFault.self) { try verify(Array(lines.prefix(3))).get() }
        #expect(throws: ChainFault.self) { try verify([]).get() }
    }

    @Test func aFileIsCheckedAsItLies() async throws {
        let folder = try TestFolder()
        let (lines, head) = try await export(try await log())
        var bytes = Array(lines.joined(separator: [0x0A])) + [0x0A]
        let path = folder.file("export.jsonl")
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(try FileVerifier.verify(path: path).get().head == head)
        bytes[bytes.count / 2] ^= 1
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(throws: ChainFault.self) { try FileVerifier.verify(path: path).get() }
        #expect(throws: LogError.self) { try FileVerifier.verify(path: folder.file("none")) }
    }

    /// The fixture was written by another program, from the description in decision 0003 alone.
    @Test func anExportOfVersionOneVerifiesForEver() throws {
        let file = try #require(Bundle.module.url(forResource: "Fixtures/export-v1", withExtension: "jsonl"))
        let head = try #require(
            Digest(hex: "c7bc59645ee87b3edefc53a5481cd10dbde8ee6b1e8e1f4456b4cc11b025c6a4"))
        let report = try FileVerifier.verify(path: file.path, holding: head).get()
        #expect(report.head == Head(position: 43, digest: head))
        #expect(report.counts.records == 3)
        #expect(report.counts.withheld == 2)
    }

    @Test("DrillIsDrill: the export of a drill says so first and last, and verifies as any other")
    func markedFirstAndLast() async throws {
        let (lines, _) = try await export(try await log(), mark: "DRILL")
        let texts = lines.map { String(decoding: $0, as: UTF8.self) }
        #expect(texts.first?.contains("DRILL") == true && texts.last?.contains("DRILL") == true)
        #expect(texts.dropFirst().dropLast().allSatisfy { !$0.contains("DRILL") })
        _ = try verify(lines).get()
    }

    @Test func nothingIsWrittenWhenNothingBelongs() async throws {
        let log = try await log()
        let head = try await LogExport.write(
            "none", from: log, .oak, where: { _ in false }, to: { _ in Issue.record("nothing to write") })
        #expect(head == nil)
    }
}
