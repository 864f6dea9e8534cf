package import MusterCore
package import MusterDesk
package import MusterExchange
package import MusterLog

/// Reads and changes the duty data of sites: for the command line beside a running server, and for its pages.
package struct DutySetup: Sendable {
    private let directory: any SiteDirectory & DutyDirectory
    private let time: any TimeSource

    /// The duty data of a directory.
    package init(_ directory: any SiteDirectory & DutyDirectory, _ time: any TimeSource) {
        self.directory = directory
        self.time = time
    }

    /// What rows of a site are read and written with.
    package func context(of site: SiteID) async throws(DirectoryError) -> DutyContext {
        DutyContext(
            people: try await AdultFinder(directory, at: site, now: time.wall),
            zone: try await directory.siteZone(of: site))
    }

    /// The moment.
    var now: Instant { time.wall }

    /// What a site has now.
    func held(at site: SiteID) async throws(DirectoryError) -> [DutyRow] {
        try await directory.duty(of: site)
    }

    /// Reads a folder of tables, or one, against what the site has; nothing is changed.
    package func draft(_ path: String, at site: SiteID) async throws -> DutyDraft {
        try DutyImport.read(
            path: path, try await context(of: site), held: try await directory.duty(of: site))
    }

    /// Saves the rows of a sound draft, all of them or none.
    package func save(_ draft: DutyDraft, at site: SiteID) async throws(DirectoryError) {
        precondition(draft.isSound, "a draft with findings of weight is never saved")
        guard !draft.origins.isEmpty else { return }
        try await directory.replaceDuty(from: draft.origins, with: draft.rows, at: site)
    }

    /// Names the time zone of a site.
    ///
    /// What people typed keeps the time of day that they typed; what a calendar said stays at its moment.
    package func setZone(_ name: String, of site: SiteID) async throws {
        guard let zone = SiteZone(name) else {
            throw SetupError("\(name) is no time zone. Write one such as America/Chicago or Europe/Berlin.")
        }
        let before = try await directory.siteZone(of: site)
        let moved = try await directory.duty(of: site).compactMap { row in
            row.isTyped
                ? row.entry.moved(from: before, to: zone).map { DutyRow(row.id, $0, origin: row.origin) }
                : nil
        }
        try await directory.setZone(name, of: site, moved: moved)
    }
}

extension DutyRow {
    /// Whether its times were written by the clock of the site, on a page or in a table: a calendar names moments.
    fileprivate var isTyped: Bool { !origin.hasPrefix("ical:") }
}

extension DutyEntry {
    /// The same by the clock of another zone; `nil` where it holds no moment that people typed.
    fileprivate func moved(from old: SiteZone, to new: SiteZone) -> DutyEntry? {
        func moved(_ moment: Instant) -> Instant {
            let shown = old.shows(moment)
            return new.instant(shown.day, minute: shown.minute)
        }
        switch self {
        case .absence(var absence):
            absence.when = Stretch(from: moved(absence.when.from), to: moved(absence.when.to))
            return .absence(absence)
        case .event(var event):
            event.when = Stretch(from: moved(event.when.from), to: moved(event.when.to))
            return .event(event)
        default: return nil
        }
    }
}
