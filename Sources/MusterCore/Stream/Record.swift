/// An event with its place in the log, as it is folded everywhere and travels to devices.
package struct Record: WireValue, Keyed, Equatable, Sendable {
    /// Where in the stream, from 1.
    package var position: Int64 = 0
    /// The desk's time; never before the record before.
    package var at = Instant.zero
    /// Who caused it; the timer's own events name the person whom the deadline is about, or nobody.
    package var actor: PersonID?
    /// What happened.
    package var event = Event.journal(.textErased(position: 0))
    /// Its free text, where the holder of this copy may have it.
    package var text: String?

    /// Who caused it, as the state writes it down: the desk itself where the record names nobody.
    ///
    /// A blank id is never written, and the log is not the place to trap.
    package var author: PersonID { actor ?? PersonID("d", 0) }

    /// What the row is found and sorted by.
    package var key: Int64 { position }

    /// A blank record, to be filled by the codec.
    package init() {}

    /// An event at its place; the text is taken out of the event.
    package init(position: Int64, at: Instant, actor: PersonID?, event: Event) {
        self.position = position
        self.at = at
        self.actor = actor
        self.event = event
        self.text = event.text
        self.event.text = nil
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("pos", &position)
        visitor.field("at", &at)
        visitor.field("actor", &actor)
        visitor.union("type", "body", &event)
        visitor.field("text", &text)
    }
}
