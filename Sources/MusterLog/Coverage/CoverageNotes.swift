package import MusterCore

/// The port to what was settled about findings of the coverage analysis.
package protocol CoverageNotes: Sendable {
    /// What was settled at a site, sorted by finding.
    func coverageNotes(of site: SiteID) async throws(DirectoryError) -> [CoverageNote]
    /// Changes what was settled about a finding, in one piece: of two who settle it at once neither undoes the other.
    func changeCoverageNote(
        of finding: String, at site: SiteID, _ change: @escaping @Sendable (inout CoverageNote) -> Void
    ) async throws(DirectoryError)
    /// Forgets what was settled about a finding.
    func dropCoverageNote(of finding: String, at site: SiteID) async throws(DirectoryError)
}
