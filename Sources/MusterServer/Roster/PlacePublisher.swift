import Logging
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
            let places = Array(rest.prefix(200))
            try await server.carryOut(.listPlaces(first: isFirst, places: places), at: site, by: actor)
            rest = rest.dropFirst(200)
            isFirst = false
        }
        return true
    }

    /// Publishes the places of every site that the directory knows: what follows each import and each start.
    ///
    /// A site that cannot be read or written holds up no other.
    /// - Throws: the first site's trouble, once all were tried.
    package func publishAll(by actor: Actor) async throws {
        var trouble: (any Error)?
        for card in try await server.stores.directory.sites() {
            do { try await publish(of: card.site, by: actor) } catch {
                trouble = trouble ?? error
                server.logger.error(
                    "places could not be listed", metadata: ["site": "\(card.site)", "error": "\(error)"])
            }
        }
        if let trouble { throw trouble }
    }
}
