package import MusterCore

/// The port to what was settled about findings of the coverage analysis.
package protocol CoverageNotes: Sendable {
    /// What was settled at a site, sorted by finding.
    func coverageNotes(of site: SiteID) async throws(DirectoryError) -> [CoverageNote]
    /// Keeps what was settled about a finding; the one before is replaced.
    func keepCoverageNote(_ note: CoverageNote, at site: SiteID) async throws(DirectoryError)
    /// Forgets what was settled about a finding.
    func dropCoverageNote(of finding: String, at site: SiteID) async throws(DirectoryError)
}
