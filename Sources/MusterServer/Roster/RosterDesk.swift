import HTTPTypes
import Logging
import MusterCore
import MusterDesk
import MusterLog
import MusterViews

/// Gathers what the roster page shows of a site.
struct RosterDesk {
    let server: Server
    let visit: Visit

    /// The page's facts; `link` is a sign-in link that was made just now.
    func overview(
        trial: ImportTrial? = nil, last: ImportSummary? = nil, link: FreshLink? = nil
    ) async throws -> RosterOverview {
        let site = visit.session.site
        let book = try await server.books.book(of: site)
        let now = server.stores.time.wall
        let adults = book.adults.filter { isOurs($0) }
        let sessions = try await server.stores.sessions.sessions(at: site)
            .filter { $0.isLive(at: now) && isOurs($0, in: book) }
        let labels = Dictionary(book.places.map { ($0.place, $0.label) }) { first, _ in first }
        var overview = RosterOverview(organization: book.card.name)
        // A site whose record cannot be read still has people and devices.
        let desk = try? await server.registry.desk(site)
        overview.mode = Mode(of: await desk?.replica.state.incidents.rows.filter(\.isOpen) ?? [])
        overview.mayImport = visit.administers == .site
        overview.links = PageLink.all(for: visit.viewer, on: "/roster")
        overview.tenants = try await server.stores.directory.counts(of: site, at: now)
            .filter { visit.administers?.covers($0.tenant) ?? false }
            .map { TenantCount($0.name, staff: $0.staff, students: $0.students, rooms: $0.rooms) }
        overview.staff = adults.map { adult in
            RosterPerson(
                adult.person, adult.name, title: adult.title,
                rooms: book.rooms(of: adult.person).compactMap { labels[$0] }.sorted(),
                teaches: adult.title == "Teacher",
                devices: Int64(sessions.filter { $0.person == adult.person }.count))
        }.sorted { $0.name < $1.name }
        overview.roomsWithoutStaff = book.rosters
            .filter { $0.staff.isEmpty && visit.administers?.covers($0.tenant) ?? false }
            .compactMap { labels[$0.room] }.sorted()
        overview.devices = sessions.map { session in
            RosterDevice(
                session.device, person: book.adult(session.person)?.name ?? "Somebody who left",
                kind: "Device \(session.device.text.prefix(4))", lastSeen: session.seen,
                isCommandPost: session.isCommandPost)
        }
        overview.trial = trial
        overview.lastImport = last
        overview.link = link
        return overview
    }

    /// Whether the visitor looks after a person.
    private func isOurs(_ adult: SiteAdult) -> Bool { visit.administers?.covers(adult) ?? false }

    /// Whether the visitor looks after a device: that of somebody who left is the whole site's.
    private func isOurs(_ session: DeviceSession, in book: SiteBook) -> Bool {
        book.adult(session.person).map { isOurs($0) } ?? (visit.administers == .site)
    }

    /// Makes a sign-in link for a person whom the visitor looks after.
    func link(for person: PersonID) async throws -> FreshLink {
        let adult = try await server.books.book(of: visit.session.site).adult(person)
        guard let adult, isOurs(adult) else {
            throw Problem(.notFound, "no-person", "This person is not on the roster that you look after.")
        }
        let link = try await server.doorkeeper.link(for: adult, at: visit.session.site, server.configuration)
        server.audit("a sign-in link was made", by: visit.session, ["for": "\(person)"])
        return link
    }

    /// Ends the session of a device of this site.
    func revoke(_ device: DeviceID) async throws {
        let sessions = try await server.stores.sessions.sessions(at: visit.session.site)
        let book = try await server.books.book(of: visit.session.site)
        guard sessions.contains(where: { $0.device == device && isOurs($0, in: book) }) else {
            throw Problem(
                .notFound, "no-device", "This device is not signed in by anybody whom you look after.")
        }
        try await server.endSession(of: device)
        server.audit("a device was signed out", by: visit.session, ["device": "\(device)"])
    }
}
