/// What happens to the resources of an incident.
package enum ResourceEvent: Equatable, Sendable {
    /// Somebody said something of a resource; words beside it are the record's text.
    ///
    /// `of` is what it was known to be, so that the record can be told without those before it.
    case reported(
        IncidentID, ResourceID, of: ResourceKind?, claim: ResourceClaim, hasWords: Bool, text: String?)

    /// The frozen name that the event is stored under.
    package var name: EventName { .resourceReported }

    /// A value of that name with blank fields, to be filled by the codec.
    package static func blank(_ name: EventName) -> ResourceEvent? {
        guard name == .resourceReported else { return nil }
        return .reported(.none, .none, of: nil, claim: ResourceClaim(), hasWords: false, text: nil)
    }

    /// The incident that the event belongs to.
    package var incident: IncidentID {
        switch self {
        case .reported(let id, _, _, _, _, _): id
        }
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        switch self {
        case .reported(var id, var resource, var known, var claim, var hasWords, let text):
            visitor.field("incident", &id)
            visitor.field("resource", &resource)
            visitor.field("of", &known)
            visitor.field("words", &hasWords)
            claim.visit(&visitor)
            self = .reported(id, resource, of: known, claim: claim, hasWords: hasWords, text: text)
        }
    }
}

extension SiteState {
    mutating func apply(_ event: ResourceEvent, of record: Record) {
        guard audience == .command else { return }
        switch event {
        case .reported(let id, let resource, _, let claim, let hasWords, _):
            incidents.update(id) { incident in
                // What was played brings nobody.
                guard !incident.isOfPractice(claim.source) else { return }
                let known = incident.resources[resource]
                guard known != nil || incident.resources.rows.count < Resource.most else { return }
                var row = known ?? Resource()
                row.id = resource
                row.take(ResourceReport(claim, hasWords: hasWords, record))
                incident.resources.put(row)
            }
        }
    }
}

extension Draft {
    /// Takes in what somebody says of a resource; a new one is named by the command, so that a retry names the same.
    mutating func reportResource(
        _ id: IncidentID, _ resource: ResourceID?, _ claim: ResourceClaim, _ text: String?
    ) {
        let named = resource ?? context.command.retyped()
        let known = state.incidents[id]?.resources[named]?.kind?.value
        emit(
            .resource(
                .reported(
                    id, named, of: known, claim: claim.kept(at: context.at), hasWords: text != nil,
                    text: text?.kept)))
    }
}
