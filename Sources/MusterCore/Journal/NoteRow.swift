/// A note of the journal as the rules need it: its text lies in the record's own part.
package struct NoteRow: WireValue, Keyed, Equatable, Sendable {
    /// Which note.
    package var id = NoteID.none
    /// The log position of the record that holds the text.
    package var position: Int64 = 0
    /// The note that this one corrects.
    package var corrects: NoteID?
    /// When it came in.
    package var at = Instant.zero

    /// What the row is found and sorted by.
    package var key: NoteID { id }

    /// A blank row, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("id", &id)
        visitor.field("position", &position)
        visitor.field("corrects", &corrects)
        visitor.field("at", &at, default: .zero)
    }
}
