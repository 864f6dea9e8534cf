package import MusterCore

extension Channel {
    /// The channel as a choice.
    package var label: String {
        switch self {
        case .direct: "I saw it myself"
        case .radio: "Radio"
        case .phone: "Telephone or intercom"
        case .inPerson: "Face to face"
        case .paper: "On paper"
        }
    }

    /// The channel in a sentence: "by radio"; nothing for the person's own device.
    package var phrase: String {
        switch self {
        case .direct: ""
        case .radio: "by radio"
        case .phone: "by telephone"
        case .inPerson: "face to face"
        case .paper: "on paper"
        }
    }

    /// The channels by which somebody speaks for somebody else.
    package static var byProxy: [Channel] { [.radio, .phone, .inPerson, .paper] }
}

extension PageContext {
    /// Who said it and how it came in: "Dana Ortiz", or "Room 12, by radio, entered by you".
    package func words(_ source: Source, enteredBy author: PersonID?) -> String {
        let author = name(of: author)
        guard source.channel != .direct || source.person != nil || source.place != nil else { return author }
        var parts: [String] = []
        if let person = source.person { parts.append(directory.name(of: person)) }
        if let place = source.place { parts.append(directory.label(of: place)) }
        if parts.isEmpty { parts.append("Somebody") }
        if source.channel != .direct { parts.append(source.channel.phrase) }
        parts.append("entered by " + author)
        return parts.joined(separator: ", ")
    }
}
