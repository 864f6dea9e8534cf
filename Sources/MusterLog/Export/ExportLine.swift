package import MusterCore

/// One line of an export: first where it starts, then a line a record, last the head.
package enum ExportLine: WireUnion, Equatable, Sendable {
    case start(ExportStart)
    case record(ExportRecord)
    case end(ExportEnd)

    /// The frozen names of the lines.
    package enum Name: String, WireName {
        case start, record, end
    }

    package var wireCase: Name {
        switch self {
        case .start: .start
        case .record: .record
        case .end: .end
        }
    }

    package static func blank(_ name: Name) -> ExportLine {
        switch name {
        case .start: .start(ExportStart())
        case .record: .record(ExportRecord())
        case .end: .end(ExportEnd())
        }
    }

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        switch self {
        case .start(var line):
            line.visit(&visitor)
            self = .start(line)
        case .record(var line):
            line.visit(&visitor)
            self = .record(line)
        case .end(var line):
            line.visit(&visitor)
            self = .end(line)
        }
    }
}

/// The first line of an export.
package struct ExportStart: WireValue, Equatable, Sendable {
    /// The name of the form.
    package static let form = "muster-log-1"

    /// The form of the lines that follow.
    package var form = ExportStart.form
    /// What was exported, in the words of whoever did.
    package var subject = ""
    /// The stream.
    package var stream = StreamID.none
    /// The position of the first record.
    package var first: Int64 = 1
    /// The mark of practice, such as DRILL, where the subject was that from beginning to end.
    package var mark: String?

    /// A blank line, to be filled by the codec or the export.
    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("form", &form)
        visitor.field("subject", &subject)
        visitor.field("stream", &stream)
        visitor.field("first", &first)
        visitor.field("mark", &mark)
    }
}

/// The line of a record.
package struct ExportRecord: WireValue, Equatable, Sendable {
    /// The digest of the header.
    package var digest = Digest.zero
    /// The header's text, exactly as it was hashed.
    package var header = ""
    /// The parts, in the header's order.
    package var parts: [ExportPart] = []

    /// A blank line, to be filled by the codec or the export.
    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("digest", &digest)
        visitor.field("header", &header)
        visitor.field("parts", &parts)
    }
}

/// The last line of an export.
package struct ExportEnd: WireValue, Equatable, Sendable {
    /// The position of the last record.
    package var position: Int64 = 0
    /// The digest of the last record's header: the head up to here.
    package var head = Digest.zero
    /// The digest of all lines before this one: finds damage, while the chain finds forgery.
    package var file = Digest.zero
    /// The mark of the first line again.
    package var mark: String?

    /// A blank line, to be filled by the codec or the export.
    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("position", &position)
        visitor.field("head", &head)
        visitor.field("file", &file)
        visitor.field("mark", &mark)
    }
}
