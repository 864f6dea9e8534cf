package import MusterCore
package import MusterDesk
import MusterLog

/// Says which slice of its site a device may hold now, by ``SliceClaims`` of the durable state.
package struct SliceGate: Sendable {
    private let registry: SiteRegistry
    private let time: any TimeSource

    /// A gate that looks at the states of the registry's desks.
    package init(_ registry: SiteRegistry, _ time: any TimeSource) {
        self.registry = registry
        self.time = time
    }

    /// The slice of a visit; `nil` when there is nothing that it may hold now.
    package func slice(for visit: Visit) async throws -> Slice? {
        visit.slice(by: try await claims(of: visit.session.site))
    }

    /// What the state of a site says about slices now.
    package func claims(of site: SiteID) async throws -> SliceClaims {
        SliceClaims(try await registry.desk(site).replica.state, at: time.wall)
    }
}
