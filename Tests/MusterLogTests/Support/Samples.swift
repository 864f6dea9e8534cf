import MusterCore
import MusterLog

extension StreamID {
    static let oak = ID("oak")!
    static let elm = ID("elm")!
}

extension DeviceID {
    static let phone = ID("phone")!
}

extension NewRecord {
    /// A record with a body, and a text where one is given.
    static func sample(_ body: String = "{}", text: String? = nil, at: Int64 = 1) -> NewRecord {
        var parts = [NewPart(NewPart.body, Array(body.utf8))]
        if let text { parts.append(NewPart(NewPart.text, Array(text.utf8), isErasable: true)) }
        return NewRecord(
            at: Instant(milliseconds: at), actor: PersonID("p1"), device: .phone, command: CommandID("c1")!,
            type: "note.written", parts: parts)
    }
}

extension CommandOutcome {
    /// An outcome of a command of the phone.
    static func sample(_ command: String, at: Int64 = 1, _ bytes: String = "accepted") -> CommandOutcome {
        CommandOutcome(
            device: .phone, command: CommandID(command)!, at: Instant(milliseconds: at),
            bytes: Array(bytes.utf8))
    }
}

extension EventLog {
    /// Appends records to one stream.
    @discardableResult
    func append(
        _ stream: StreamID, after version: Int64, _ records: [NewRecord], outcome: CommandOutcome? = nil
    ) async throws -> AppendResult {
        try await append([
            StreamAppend(stream, expectedVersion: version, records: records, outcome: outcome)
        ])[0]
    }

    /// All records of a stream.
    func all(_ stream: StreamID) async throws -> [StoredRecord] {
        try await read(stream, after: 0, limit: .max)
    }
}

extension StoredRecord {
    /// The clear text of a part.
    func text(_ name: String) throws -> String? {
        try part(name)?.opened().map { String(decoding: $0, as: UTF8.self) }
    }
}

extension AppendResult {
    /// The head, when something was appended.
    var head: Head? {
        if case .appended(let head) = self { head } else { nil }
    }
}
