/// What happens to a site's plan and places.
package enum PlanEvent: Equatable, Sendable {
    /// A version of the plan is in force from now on.
    case published(SitePlan)
    /// Places of the site; the first chunk replaces all that were listed before.
    case placesListed(first: Bool, places: [PlaceFact])

    /// The frozen name that the event is stored under.
    package var name: EventName {
        switch self {
        case .published: .planPublished
        case .placesListed: .placesListed
        }
    }

    /// A value of that name with blank fields, to be filled by the codec.
    package static func blank(_ name: EventName) -> PlanEvent? {
        switch name {
        case .planPublished: .published(SitePlan())
        case .placesListed: .placesListed(first: false, places: [])
        default: nil
        }
    }

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        switch self {
        case .published(var plan):
            plan.visit(&visitor)
            self = .published(plan)
        case .placesListed(var first, var places):
            visitor.field("first", &first)
            visitor.field("places", &places)
            self = .placesListed(first: first, places: places)
        }
    }
}
