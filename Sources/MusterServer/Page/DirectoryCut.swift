import Foundation
package import MusterCore
package import MusterLog

/// Cuts the directory to what a device may know.
package struct DirectoryCut: Sendable {
    private let book: SiteBook

    /// Cuts what the directory says of a site.
    package init(_ book: SiteBook) {
        self.book = book
    }

    /// The places, and the adults whom the visitor may see.
    ///
    /// People's own telephone numbers go to the line and administrators only, and those of the line to responders, who must
    /// reach whoever coordinates, at the desk or far from it. Who is on duty in the hours to come goes to the line alone.
    /// Everybody has the card, with the numbers of the school's desk and the emergency centre.
    ///
    /// No student and no guardian is in any slice of this version (NeedToKnow).
    package func slice(for audience: Audience) -> DirectorySlice {
        var slice = DirectorySlice()
        slice.version = book.version
        slice.card = book.card
        slice.clock = book.clock
        let isCommand = audience == .command
        let isResponder = audience == .responder
        if isCommand { slice.outlook = book.outlook }
        for adult in book.adults {
            var entry = PersonEntry()
            entry.person = adult.person
            entry.name = adult.name
            entry.title = adult.title
            entry.tenant = adult.tenant
            let mayCoordinate = isResponder && adult.roles.contains(.line)
            entry.phone = isCommand || mayCoordinate ? adult.phone : nil
            entry.isAgency = adult.roles == [.agency]
            slice.people.put(entry)
        }
        for place in book.places { slice.places.put(place) }
        return slice
    }
}

extension SiteDirectory {
    /// Minutes to add to UTC for the wall clock of this machine, which stands in the school.
    package var utcOffsetMinutes: Int32 { Int32(TimeZone.current.secondsFromGMT() / 60) }
}
