import MusterCore

extension FieldReader {
    /// What a form says of a resource; fields that were left open say nothing.
    mutating func resource() -> Command {
        let incident = incident()
        let named: ResourceID? = optionalID("resource")
        var claim = ResourceClaim()
        claim.kind = optionalName("kind")
        claim.supplier = optionalName("supplier")
        claim.stage = optionalName("stage")
        claim.place = optionalID("place")
        claim.source = source()
        if !fields("count").isEmpty { claim.count = count("count", "How many?") }
        if !fields("minutes").isEmpty {
            let minutes = count("minutes", "In how many minutes?")
            claim.expectedAt = claim.source.observedAt + .minutes(Int64(minutes))
        }
        // What nobody named is something all the same; the words beside it may say what.
        if named == nil, claim.kind == nil { claim.kind = .other }
        return .reportResource(incident, named, claim: claim, text: optionalText("text"))
    }
}
