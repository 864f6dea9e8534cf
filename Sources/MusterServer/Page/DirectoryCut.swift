import Foundation
package import MusterCore
package import MusterLog

/// Cuts the directory to what a device may know.
package struct DirectoryCut: Sendable {
    private let directory: any SiteDirectory

    /// Cuts this directory.
    package init(_ directory: any SiteDirectory) {
        self.directory = directory
    }

    /// The places, and the adults whom the visitor may see. Telephone numbers go to the line and administrators only.
    ///
    /// No student and no guardian is in any slice of this version (NeedToKnow).
    package func slice(for visit: Visit) async throws(DirectoryError) -> DirectorySlice {
        let site = visit.session.site
        var slice = DirectorySlice()
        slice.version = try await directory.version()
        slice.card = try await directory.sites().first { $0.site == site } ?? SiteCard()
        let isCommand = visit.slice.audience == .command
        for adult in try await directory.adults(of: site) {
            var entry = PersonEntry()
            entry.person = adult.person
            entry.name = adult.name
            entry.title = adult.title
            entry.tenant = adult.tenant
            entry.phone = isCommand || adult.roles.contains(.line) ? adult.phone : nil
            slice.people.put(entry)
        }
        for place in try await directory.places(of: site) { slice.places.put(place) }
        return slice
    }
}

extension SiteDirectory {
    /// Minutes to add to UTC for the wall clock of this machine, which stands in the school.
    package var utcOffsetMinutes: Int32 { Int32(TimeZone.current.secondsFromGMT() / 60) }
}
