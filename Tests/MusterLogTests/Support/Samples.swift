import MusterCore
import MusterLog

// Tests write ids as they are read; a wrong one stops the test.
extension ID: ExpressibleByStringLiteral {
    /// An id from its characters.
    public init(stringLiteral text: String) {
        guard let id = ID(bytes: text.utf8) else { preconditionFailure("\(text) is no id") }
        self = id
    }
}

extension StreamID {
    static let oak: StreamID = "oak"
    static let elm: StreamID = "elm"
}

extension DeviceID {
    static let phone: DeviceID = "phone"
}

extension NewRecord {
    /// A record with a body, and a text where one is given.
    static func sample(_ body: String = "{}", text: String? = nil, at: Int64 = 1) -> NewRecord {
        var parts = [NewPart(NewPart.body, Array(body.utf8))]
        if let text { parts.append(NewPart(NewPart.text, Array(text.utf8), isErasable: true)) }
        return NewRecord(
            at: Instant(milliseconds: at), actor: PersonID("p1"), device: .phone, command: "c1",
            type: "note.written", parts: parts)
    }
}

extension CommandOutcome {
    /// An outcome of a command of the phone.
    static func sample(_ command: String, at: Int64 = 1, _ bytes: String = "accepted") -> CommandOutcome {
        CommandOutcome(
            device: .phone, command: CommandID(stringLiteral: command), at: Instant(milliseconds: at),
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
