/// Another position, its holder and who is asked for it.
package struct Holding: WireValue, Keyed, Equatable, Sendable {
    /// Which position.
    package var position = Position.liaison
    /// Who holds it.
    package var holder: PersonID?
    /// Since when.
    package var since: Instant?
    /// Who is asked to take it.
    package var asked: PersonID?
    /// People who held it before, sorted.
    package var former: [PersonID] = []
    /// Whether whoever is asked was found in the position's line: then a no goes on to the next of it.
    package var ofLine = false
    /// The holder's last act, call or radio report.
    package var lastActAt = Instant.zero
    /// People who declined it since somebody held it, sorted.
    package var declined: [PersonID] = []
    /// Since when the holder has been hands-on or not available; it ends only when somebody has accepted.
    package var handsBusySince: Instant?
    /// When whoever is asked was asked.
    package var askedAt: Instant?
    /// Names the deadline of the offer; `nil` once it has passed without an answer.
    package var deadline: DeadlineID?
    /// People who were asked after one another and gave no answer, sorted: each may still say yes.
    package var passed: [PersonID] = []

    /// Whether whoever is asked has given no answer for the plan's time.
    package var isUnanswered: Bool { asked != nil && askedAt != nil && deadline == nil }

    /// What the row is found and sorted by.
    package var key: Position { position }

    /// A blank holding, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("position", &position)
        visitor.field("holder", &holder)
        visitor.field("since", &since)
        visitor.field("asked", &asked)
        visitor.field("former", &former)
        visitor.field("ofLine", &ofLine, default: false)
        visitor.field("declined", &declined, default: [])
        visitor.field("lastActAt", &lastActAt, default: .zero)
        visitor.field("handsBusySince", &handsBusySince)
        visitor.field("askedAt", &askedAt)
        visitor.field("deadline", &deadline)
        visitor.field("passed", &passed, default: [])
    }

    /// Whether a person's yes gives them the position: who was asked, or goes on holding it with free hands again.
    func mayBeTaken(by person: PersonID) -> Bool {
        asked == person || passed.contains(person) || (holder == person && handsBusySince != nil)
    }

    /// Somebody is asked from now on.
    ///
    /// Where the next of the line is asked, whoever was asked before may still say yes; a person by name is asked alone.
    mutating func ask(_ person: PersonID, ofLine: Bool, _ record: Record) {
        if !ofLine { passed = [] } else if let asked { passed.insertSorted(asked) }
        passed.removeAll { $0 == person }
        asked = person
        askedAt = record.at
        deadline = DeadlineID("o", record.position)
        self.ofLine = ofLine
    }

    /// A person is not asked any more, nor waited for.
    mutating func stopAsking(_ person: PersonID) {
        passed.removeAll { $0 == person }
        guard asked == person else { return }
        asked = nil
        askedAt = nil
        deadline = nil
    }

    /// Forgets who is asked and who said no.
    mutating func forgetAsking() {
        asked = nil
        askedAt = nil
        deadline = nil
        ofLine = false
        declined = []
        passed = []
    }
}
