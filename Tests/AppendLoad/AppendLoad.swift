import Glibc
import MusterCore
import MusterLog
import MusterSQLite

/// Appends to a log without end and says what was answered: the process that the test of `Durable` kills.
///
/// Each answer is one line, `stream position digest`, written in one call after the append has returned.
@main
enum AppendLoad {
    static func main() async throws {
        guard CommandLine.arguments.count == 2 else { return print("append-load FOLDER") }
        let log = try SQLiteLog(folder: CommandLine.arguments[1])
        let committer = GroupCommitter(log: log)
        await withTaskGroup { group in
            for number in 1...Int64(8) {
                group.addTask { await load(StreamID("s", number), log, committer) }
            }
        }
    }

    private static func load(_ stream: StreamID, _ log: SQLiteLog, _ committer: GroupCommitter) async {
        do {
            var head = try await log.head(stream)
            while true {
                let command = CommandID("c", head.position)
                let device = DeviceID(stream.text + ".d")
                guard let device else { return }
                let at = Instant(milliseconds: head.position)
                let record = NewRecord(
                    at: at, actor: nil, device: device, command: command, type: "load.appended",
                    parts: [
                        NewPart(NewPart.body, Array("{\"n\":\(head.position)}".utf8)),
                        NewPart(NewPart.text, Array("a note".utf8), isErasable: true),
                    ])
                let outcome = CommandOutcome(device: device, command: command, at: at, bytes: [0x31])
                let append = StreamAppend(
                    stream, expectedVersion: head.position, records: [record], outcome: outcome)
                guard case .appended(let next) = try await committer.append(append) else { exit(3) }
                head = next
                let line = Array("\(stream) \(head.position) \(head.digest)\n".utf8)
                let written = unsafe line.withUnsafeBytes { unsafe write(1, $0.baseAddress, $0.count) }
                guard written == line.count else { exit(4) }
            }
        } catch {
            exit(5)
        }
    }
}
