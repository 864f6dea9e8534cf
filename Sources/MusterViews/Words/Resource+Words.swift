package import MusterCore

extension ResourceKind {
    /// What it is, in a word or two.
    package var label: String {
        switch self {
        case .ambulance: "Ambulance"
        case .police: "Police unit"
        case .fire: "Fire engine"
        case .bus: "Bus"
        case .interpreter: "Interpreter"
        case .counselor: "Counselor"
        case .key: "Key"
        case .generator: "Generator"
        case .supplies: "Supplies"
        case .place: "A place to be"
        case .people: "People to help"
        case .other: "Something else"
        }
    }
}

extension Supplier {
    /// From whom, in plain words.
    package var label: String {
        switch self {
        case .dispatch: "911 dispatcher"
        case .police: "Police"
        case .fire: "Fire department"
        case .medical: "Medical service"
        case .district: "District"
        case .county: "County"
        case .neighbour: "A school nearby"
        case .company: "A company"
        case .own: "The school itself"
        case .other: "Somebody else"
        }
    }
}

extension Supplier {
    /// From whom, inside a sentence.
    var phrase: String {
        switch self {
        case .dispatch: "the 911 dispatcher"
        case .police: "police"
        case .fire: "the fire department"
        case .medical: "the medical service"
        case .district: "the district"
        case .county: "the county"
        case .neighbour: "a school nearby"
        case .company: "a company"
        case .own: "the school itself"
        case .other: "somebody else"
        }
    }
}

extension ResourceStage {
    /// How far it has come, in plain words.
    package var label: String {
        switch self {
        case .needed: "Needed"
        case .asked: "Asked for"
        case .onTheWay: "On the way"
        case .here: "Here"
        case .released: "Released"
        case .notComing: "Not coming"
        }
    }

    /// What is mostly said next of what has come so far.
    var next: ResourceStage? {
        switch self {
        case .needed, .notComing: .asked
        case .asked: .onTheWay
        case .onTheWay: .here
        case .here: .released
        case .released: nil
        }
    }
}

extension Resource {
    /// "2 × Bus", or the kind alone.
    package var label: String {
        let kind = kind?.value.label ?? "Something"
        guard let count = count?.value, count != 1 else { return kind }
        return "\(count) × \(kind)"
    }
}
