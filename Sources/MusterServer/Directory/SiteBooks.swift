package import MusterCore
package import MusterDesk
package import MusterLog
import Synchronization

/// Keeps each site's book until the directory changes: a command costs one look at a number, not a read of everyone.
package final class SiteBooks: Sendable {
    private let directory: any SiteDirectory & DutyDirectory & ArmedRegister
    private let time: any TimeSource
    private let kept = Mutex<[SiteID: SiteBook]>([:])

    /// Books over a directory; a clock says when a role is over.
    package init(_ directory: any SiteDirectory & DutyDirectory & ArmedRegister, time: any TimeSource) {
        self.directory = directory
        self.time = time
    }

    /// The book of a site as the directory has it now.
    ///
    /// The version is read first: a change that comes in between makes the next request read again.
    package func book(of site: SiteID) async throws(DirectoryError) -> SiteBook {
        let version = try await directory.version()
        let now = time.wall
        if let known = kept.withLock({ $0[site] }), known.version == version, known.isGood(at: now) {
            return known
        }
        let book = try await SiteBook(site, version: version, from: directory, at: now)
        kept.withLock { $0[site] = book }
        return book
    }

    /// Who is on duty at a site now, by its duty data; `nil` where none is entered.
    package func duty(of site: SiteID, _ plan: SitePlan) async throws(DirectoryError) -> TakenDuty? {
        let reader = CoverageReader(directory)
        let now = time.wall
        let monday = try await reader.monday(of: site, at: now)
        return try await reader.question(of: site, plan, from: monday, days: 7, alone: true).duty(at: now)
    }

    /// The directory's version.
    package func version() async throws(DirectoryError) -> Int64 { try await directory.version() }
}
