package import MusterCore

/// What the sender of a command is told, now and whenever it asks again.
package enum DeskOutcome: WireUnion, Equatable, Sendable {
    /// It stands in the log; `kept` says when it stands there as something else than was meant.
    case accepted(at: Instant, position: Int64, kept: Kept?)
    /// It was not done, and nothing was written.
    case refused(at: Instant, code: String, sentence: String)

    /// The frozen names of the outcomes.
    package enum Case: String, WireName { case accepted, refused }

    package var wireCase: Case {
        switch self {
        case .accepted: .accepted
        case .refused: .refused
        }
    }

    package static func blank(_ wireCase: Case) -> DeskOutcome {
        switch wireCase {
        case .accepted: .accepted(at: .zero, position: 0, kept: nil)
        case .refused: .refused(at: .zero, code: "", sentence: "")
        }
    }

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        switch self {
        case .accepted(var at, var position, var kept):
            visitor.field("at", &at)
            visitor.field("position", &position)
            visitor.field("kept", &kept)
            self = .accepted(at: at, position: position, kept: kept)
        case .refused(var at, var code, var sentence):
            visitor.field("at", &at)
            visitor.field("code", &code)
            visitor.field("sentence", &sentence)
            self = .refused(at: at, code: code, sentence: sentence)
        }
    }
}
