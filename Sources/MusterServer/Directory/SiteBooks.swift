package import MusterCore
package import MusterLog
import Synchronization

/// Keeps each site's book until the directory changes: a command costs one look at a number, not a read of everyone.
package final class SiteBooks: Sendable {
    private let directory: any SiteDirectory
    private let kept = Mutex<[SiteID: SiteBook]>([:])

    /// Books over a directory.
    package init(_ directory: any SiteDirectory) {
        self.directory = directory
    }

    /// The book of a site as the directory has it now.
    ///
    /// The version is read first: a change that comes in between makes the next request read again.
    package func book(of site: SiteID) async throws(DirectoryError) -> SiteBook {
        let version = try await directory.version()
        if let known = kept.withLock({ $0[site] }), known.version == version { return known }
        let book = try await SiteBook(site, version: version, from: directory)
        kept.withLock { $0[site] = book }
        return book
    }

    /// The directory's version.
    package func version() async throws(DirectoryError) -> Int64 { try await directory.version() }
}
