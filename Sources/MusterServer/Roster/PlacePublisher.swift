import HTTPTypes
package import MusterCore
import MusterDesk
import MusterLog

/// Lists the places of a site on its stream, so that the rules know what lies in what.
///
/// The log is self-contained: rooms of a new roster appear once they have been listed here, and only then.
package struct PlacePublisher: Sendable {
    private let server: Server

    /// A publisher of a server.
    package init(_ server: Server) {
        self.server = server
    }

    /// Publishes the places of a site when the stream has others; says whether it did.
    @discardableResult
    package func publish(of site: SiteID, by actor: Actor) async throws -> Bool {
        let facts = try await server.books.book(of: site).places.map { entry in
            PlaceFact(entry.place, in: entry.parent, kind: entry.kind, tenant: entry.tenant)
        }
        let known = try await server.registry.desk(site).replica.state.places.rows
        guard known != facts.sorted(by: { $0.key < $1.key }) else { return false }
        var rest = facts[...]
        var isFirst = true
        while !rest.isEmpty {
            try await submit(.listPlaces(first: isFirst, places: Array(rest.prefix(200))), site, actor)
            rest = rest.dropFirst(200)
            isFirst = false
        }
        return true
    }

    private func submit(_ command: Command, _ site: SiteID, _ actor: Actor) async throws {
        let envelope = Envelope(command, id: .fresh(), site: site, madeAt: server.stores.time.wall)
        let answer = try await server.registry.submit(envelope, by: actor)
        if case .refused(_, let code, let sentence) = answer.outcome {
            throw Problem(.conflict, code, sentence)
        }
    }
}
