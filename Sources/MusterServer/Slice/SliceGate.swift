package import MusterCore
import MusterDesk
import MusterLog

/// Says which slice of its site a device may hold now.
///
/// - The line and administrators hold the command slice at all times, so that nobody has to fetch it anew in the
///   second in which a position is offered.
/// - School officials and School Resource Officers hold the responder slice: all rooms, no free text.
/// - An outside agency holds the responder slice while an incident is open that is real, or that the plan opens to
///   agencies; otherwise nothing.
/// - Everybody else on the staff holds the actions and the own rooms.
package struct SliceGate: Sendable {
    private let registry: SiteRegistry

    /// A gate that looks at the states of the registry's desks.
    package init(_ registry: SiteRegistry) {
        self.registry = registry
    }

    /// The slice of a visit; `nil` when there is nothing that it may hold now.
    package func slice(for visit: Visit) async throws -> Slice? {
        guard visit.isOnlyAgency else { return visit.slice }
        return try await isOpenToAgencies(visit.session.site) ? visit.slice : nil
    }

    /// Whether an incident is open at the site that agencies may see.
    package func isOpenToAgencies(_ site: SiteID) async throws -> Bool {
        let state = try await registry.desk(site).replica.state
        return state.incidents.rows.contains { incident in
            incident.isOpen && (incident.kind == .actual || state.plan.agenciesInDrills)
        }
    }
}
