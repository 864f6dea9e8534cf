import Crypto
package import MusterCore
package import MusterLog

/// What the directory says of one site, at one version: read once, looked into by every request until it changes.
package struct SiteBook: Sendable {
    /// The directory's version.
    package let version: Int64
    /// The address card.
    package let card: SiteCard
    /// The adults.
    package let adults: [SiteAdult]
    /// The places, the site itself first.
    package let places: [PlaceEntry]
    /// The day; what the roster says has ended by then is not in it.
    package let day: SchoolDay
    /// When the first of the adults' roles is over, and the book with it.
    package let until: Instant?
    /// Who is expected in each room.
    package let rosters: [RoomRoster]
    /// Whether there is a register of armed and uniformed adults, and for whom.
    let register: RegisterSetting
    /// Who is on duty today and tomorrow.
    let outlook: DutyOutlook
    /// What the clocks at the site show; `nil` where its zone is not named.
    let clock: SiteClock?
    private var digests: [Audience: [UInt8]] = [:]
    private let byPerson: [PersonID: SiteAdult]
    private let rooms: [PersonID: [PlaceID]]

    /// Reads a site's part of the directory as it is at a moment.
    package init(
        _ site: SiteID, version: Int64, from directory: any SiteDirectory & DutyDirectory & ArmedRegister,
        at now: Instant
    ) async throws(DirectoryError) {
        self.version = version
        day = SchoolDay(at: now)
        card = try await directory.sites().first { $0.site == site } ?? SiteCard()
        adults = try await directory.adults(of: site, at: now)
        until = adults.flatMap(\.grants).compactMap(\.until).min()
        places = try await directory.places(of: site).namedApart
        rosters = try await directory.rosters(of: site, at: now)
        register = try await directory.registerSetting(of: site)
        // Duty data that cannot be read keeps nobody from signing in, and no alarm from going out.
        outlook = (try? await CoverageReader(directory).outlook(of: site, at: now)) ?? DutyOutlook()
        clock = try await directory.zone(of: site).flatMap { SiteZone($0)?.clock(ahead: now) }
        byPerson = Dictionary(adults.map { ($0.person, $0) }) { first, _ in first }
        var rooms: [PersonID: [PlaceID]] = [:]
        for roster in rosters {
            for person in roster.staff { rooms[person, default: []].append(roster.room) }
        }
        self.rooms = rooms
        for audience in Audience.allCases {
            var slice = DirectoryCut(self).slice(for: audience)
            // The version rises with changes at other sites too; what this one is told stays the same.
            slice.version = 0
            digests[audience] = Array(SHA256.hash(data: slice.encoded()))
        }
    }

    /// Whether no role has ended since it was read, and the day is the same.
    package func isGood(at now: Instant) -> Bool {
        until.map { now < $0 } ?? true && SchoolDay(at: now) == day
    }

    /// A digest of all that the directory tells an audience.
    func digest(for audience: Audience) -> [UInt8] { digests[audience] ?? [] }

    /// An adult of the site.
    package func adult(_ person: PersonID) -> SiteAdult? { byPerson[person] }

    /// The rooms that a person answers for.
    package func rooms(of person: PersonID) -> [PlaceID] { rooms[person] ?? [] }
}
