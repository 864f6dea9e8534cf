/// Something that happened at a site, of whatever feature; what the log is made of.
package enum Event: WireUnion, Equatable, Sendable {
    case plan(PlanEvent)
    case incident(IncidentEvent)
    case coordination(CoordinationEvent)
    case rollCall(RollCallEvent)
    case journal(JournalEvent)
    case task(TaskEvent)
    case resource(ResourceEvent)

    /// The frozen name of the case.
    package var wireCase: EventName {
        switch self {
        case .plan(let event): event.name
        case .incident(let event): event.name
        case .coordination(let event): event.name
        case .rollCall(let event): event.name
        case .journal(let event): event.name
        case .task(let event): event.name
        case .resource(let event): event.name
        }
    }

    /// A value of that name with blank fields, to be filled by the codec.
    package static func blank(_ name: EventName) -> Event {
        if let event = PlanEvent.blank(name) { return .plan(event) }
        if let event = IncidentEvent.blank(name) { return .incident(event) }
        if let event = CoordinationEvent.blank(name) { return .coordination(event) }
        if let event = RollCallEvent.blank(name) { return .rollCall(event) }
        if let event = JournalEvent.blank(name) { return .journal(event) }
        if let event = TaskEvent.blank(name) { return .task(event) }
        if let event = ResourceEvent.blank(name) { return .resource(event) }
        preconditionFailure("every event name has a case")
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        switch self {
        case .plan(var event):
            event.visit(&visitor)
            self = .plan(event)
        case .incident(var event):
            event.visit(&visitor)
            self = .incident(event)
        case .coordination(var event):
            event.visit(&visitor)
            self = .coordination(event)
        case .rollCall(var event):
            event.visit(&visitor)
            self = .rollCall(event)
        case .journal(var event):
            event.visit(&visitor)
            self = .journal(event)
        case .task(var event):
            event.visit(&visitor)
            self = .task(event)
        case .resource(var event):
            event.visit(&visitor)
            self = .resource(event)
        }
    }

    /// The incident that the event belongs to, where it belongs to one.
    package var incident: IncidentID? {
        switch self {
        case .plan: nil
        case .incident(let event): event.incident
        case .coordination(let event): event.incident
        case .rollCall(let event): event.incident
        case .journal(let event): event.incident
        case .task(let event): event.incident
        case .resource(let event): event.incident
        }
    }
}
