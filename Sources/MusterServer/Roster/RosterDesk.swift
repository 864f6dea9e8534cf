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
        let sessions = try await server.stores.sessions.sessions(at: site).filter { $0.isLive(at: now) }
        let labels = Dictionary(book.places.map { ($0.place, $0.label) }) { first, _ in first }
        var overview = RosterOverview(organization: book.card.name)
        overview.tenants = try await server.stores.directory.counts(of: site, at: now).map {
            TenantCount($0.name, staff: $0.staff, students: $0.students, rooms: $0.rooms)
        }
        overview.staff = book.adults.map { adult in
            RosterPerson(
                adult.person, adult.name, title: adult.title,
                rooms: book.rooms(of: adult.person).compactMap { labels[$0] }.sorted(),
                teaches: adult.title == "Teacher",
                devices: Int64(sessions.filter { $0.person == adult.person }.count))
        }.sorted { $0.name < $1.name }
        overview.roomsWithoutStaff = book.rosters.filter { $0.staff.isEmpty }
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

    /// Makes a sign-in link for a person of the site.
    func link(for person: PersonID) async throws -> FreshLink {
        guard let adult = try await server.books.book(of: visit.session.site).adult(person) else {
            throw Problem(.notFound, "no-person", "This person is not on the roster of this site.")
        }
        let link = try await server.doorkeeper.link(for: adult, at: visit.session.site, server.configuration)
        server.audit("a sign-in link was made", by: visit.session, ["for": "\(person)"])
        return link
    }

    /// Ends the session of a device of this site.
    func revoke(_ device: DeviceID) async throws {
        let sessions = try await server.stores.sessions.sessions(at: visit.session.site)
        guard sessions.contains(where: { $0.device == device }) else {
            throw Problem(.notFound, "no-device", "This device is not signed in at this site.")
        }
        try await server.endSession(of: device)
        server.audit("a device was signed out", by: visit.session, ["device": "\(device)"])
    }
}
