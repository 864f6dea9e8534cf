package import MusterCore

/// The port to the duty data of sites: who works when, and when people are on the site.
///
/// It lies in the directory, which can forget. Whoever implements this keeps three promises:
///
/// 1. Each call writes everything or nothing.
/// 2. A row belongs to one site; a call for another site neither shows nor touches it.
/// 3. What a person's absence had for a reason is nowhere: there is no field for it.
package protocol DutyDirectory: Sendable {
    /// The rows of a site, sorted by their ids.
    func duty(of site: SiteID) async throws(DirectoryError) -> [DutyRow]
    /// Puts rows in; one with an id that is known replaces it.
    func putDuty(_ rows: [DutyRow], at site: SiteID) async throws(DirectoryError)
    /// Takes rows away; ids that the site does not have are passed over.
    func removeDuty(_ ids: [DutyID], at site: SiteID) async throws(DirectoryError)
    /// Replaces all rows that came from some origins: what an import does, while what was entered on pages stays.
    func replaceDuty(
        from origins: [String], with rows: [DutyRow], at site: SiteID
    ) async throws(DirectoryError)
    /// Takes away, at every site, whatever names a person; events stay without that name.
    func forgetDuty(of person: PersonID) async throws(DirectoryError)
    /// The IANA name of the site's time zone; `nil` where nobody named one, and the server's own is meant.
    func zone(of site: SiteID) async throws(DirectoryError) -> String?
    /// Names the site's time zone.
    ///
    /// `moved` are rows that are kept anew with it, in one piece.
    func setZone(_ name: String?, of site: SiteID, moved: [DutyRow]) async throws(DirectoryError)
}

extension DutyDirectory {
    /// The clock face of a site: that of its zone, or else of this server.
    ///
    /// A zone that this version of Muster does not know any more is the server's own too; whoever names one is told.
    package func siteZone(of site: SiteID) async throws(DirectoryError) -> SiteZone {
        try await zone(of: site).flatMap { SiteZone($0) } ?? .server
    }
}
