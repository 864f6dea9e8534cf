/// How a fact came in.
package enum Channel: String, WireName {
    /// The person's own device.
    case direct
    /// Said over the radio and entered by somebody else.
    case radio
    /// Said by telephone or intercom and entered by somebody else.
    case phone
    /// Said face to face and entered by somebody else.
    case inPerson
    /// Written on a sheet or card and typed in later.
    case paper
}

/// Who said it, by which channel, and when it was seen: what every observation carries.
///
/// The moment of receipt is the record's own time; the difference between the two is the fact's lateness.
package struct Source: WireValue, Equatable, Sendable {
    /// How it came in.
    package var channel = Channel.direct
    /// When it was seen, by the observer's clock with the measured offset taken out.
    package var observedAt = Instant.zero
    /// The room it was said from, where it was entered for somebody else.
    package var place: PlaceID?
    /// The person who said it, where it was entered for somebody else and the person is known.
    package var person: PersonID?

    /// A blank source, to be filled by the codec.
    package init() {}

    /// A fact seen at that moment, by default from the person's own device.
    package init(
        _ channel: Channel = .direct, at observedAt: Instant, place: PlaceID? = nil, person: PersonID? = nil
    ) {
        self.channel = channel
        self.observedAt = observedAt
        self.place = place
        self.person = person
    }

    /// Whether two facts come from the same voice, whoever entered them.
    func isSameVoice(enteredBy author: PersonID, as other: Source, enteredBy otherAuthor: PersonID) -> Bool {
        let mine = channel == .direct ? author : person
        let theirs = other.channel == .direct ? otherAuthor : other.person
        if let mine, let theirs { return mine == theirs }
        // Two unknown voices are one only where both are known to speak from the same place.
        guard mine == nil, theirs == nil, place != nil else { return false }
        return channel == other.channel && place == other.place
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("channel", &channel)
        visitor.field("observedAt", &observedAt)
        visitor.field("place", &place)
        visitor.field("person", &person)
    }
}
