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
    package func setZone(_ name: String, of site: SiteID) async throws {
        guard SiteZone(name) != nil else {
            throw SetupError("\(name) is no time zone. Write one such as America/Chicago or Europe/Berlin.")
        }
        try await directory.setZone(name, of: site)
    }
}
