import MusterCore
import MusterViews

/// The JSON text of answers, written straight into bytes: a redrawn board is copied once.
struct AnswerText {
    private(set) var bytes: [UInt8] = []

    init() {}

    /// The regions that changed, as the painter wants them.
    static func drawing(_ changes: [RegionChange], title: String, isIncidentOpen: Bool) -> [UInt8] {
        var answer = AnswerText()
        answer.bytes.reserveCapacity(changes.reduce(256) { $0 + $1.bytes.count + $1.bytes.count / 8 })
        answer.raw("{\"regions\":[")
        for (index, change) in changes.enumerated() {
            answer.raw(index == 0 ? "{\"key\":" : ",{\"key\":")
            answer.string(Array(change.key.utf8))
            answer.place(change.kind)
            if case .gone = change.kind {
                answer.raw(",\"gone\":true}")
            } else {
                answer.raw(",\"html\":")
                answer.string(change.bytes)
                answer.raw("}")
            }
        }
        answer.raw("],\"order\":[\"page\"],\"title\":")
        answer.string(Array(title.utf8))
        answer.raw(isIncidentOpen ? ",\"incident\":true}" : ",\"incident\":false}")
        return answer.bytes
    }

    private mutating func place(_ kind: RegionChange.Kind) {
        switch kind {
        case .redrawn, .gone: return
        case .after(let key):
            raw(",\"after\":")
            string(Array(key.utf8))
        case .before(let key):
            raw(",\"before\":")
            string(Array(key.utf8))
        }
    }

    /// A command, or the problems of its form.
    static func prepared(_ result: ActResult) -> [UInt8] {
        var answer = AnswerText()
        switch result {
        case .envelope(let envelope):
            answer.raw("{\"envelope\":")
            answer.bytes.append(contentsOf: envelope.encoded())
            answer.raw(envelope.command.isAlarm ? ",\"raise\":true}" : ",\"raise\":false}")
        case .problems(let problems):
            answer.raw("{\"problems\":[")
            for (index, problem) in problems.enumerated() {
                answer.raw(index == 0 ? "{\"field\":" : ",{\"field\":")
                if let field = problem.field {
                    answer.string(Array(field.utf8))
                } else {
                    answer.raw("null")
                }
                answer.raw(",\"text\":")
                answer.string(Array(problem.sentence.utf8))
                answer.raw("}")
            }
            answer.raw("]}")
        }
        return answer.bytes
    }

    /// What could not be done, and why.
    static func failure(code: String, detail: String) -> [UInt8] {
        var answer = AnswerText()
        answer.raw("{\"error\":{\"code\":")
        answer.string(Array(code.utf8))
        answer.raw(",\"detail\":")
        answer.string(Array(detail.utf8))
        answer.raw("}}")
        return answer.bytes
    }

    private mutating func raw(_ text: StaticString) {
        // The pointer is read inside the closure only.
        text.withUTF8Buffer { buffer in unsafe bytes.append(contentsOf: buffer) }
    }

    private mutating func string(_ text: [UInt8]) {
        bytes.append(0x22)
        var start = 0
        for index in text.indices where text[index] < 0x20 || text[index] == 0x22 || text[index] == 0x5C {
            bytes.append(contentsOf: text[start..<index])
            escape(text[index])
            start = index + 1
        }
        bytes.append(contentsOf: text[start...])
        bytes.append(0x22)
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case 0x0A: raw("\\n")
        case 0x22: raw("\\\"")
        case 0x5C: raw("\\\\")
        default:
            raw("\\u00")
            for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
        }
    }
}
