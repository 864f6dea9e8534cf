package import MusterCore

/// What the ids of classes name.
package enum SchoolClassKind {}

/// Names a class.
package typealias ClassID = ID<SchoolClassKind>

/// Whether a class is a student's home or one lesson of the timetable.
package enum ClassKind: String, Codable, Sendable, CaseIterable {
    case homeroom
    case scheduled
}

/// A class: students and teachers who meet in a room, in some terms and periods.
package struct RosterClass: Hashable, Sendable {
    /// Given once and kept for ever.
    package var id: ClassID
    /// The key in the source.
    package var sourcedID: String
    /// Whose class it is.
    package var tenant: TenantID
    /// The name people use.
    package var title: String
    /// The short code of the timetable.
    package var code: String
    /// Home or lesson.
    package var kind: ClassKind
    /// Where it meets.
    package var place: PlaceID?
    /// The terms in which it meets, by their keys.
    package var termSourcedIDs: [String]
    /// The periods of the day, in the source's own words; the bell schedule is ours.
    package var periods: [String]
    /// Whether the source still lists it.
    package var isActive: Bool

    /// A class with all its facts.
    package init(
        id: ClassID, sourcedID: String, tenant: TenantID, title: String, code: String, kind: ClassKind,
        place: PlaceID?, termSourcedIDs: [String] = [], periods: [String] = [], isActive: Bool = true
    ) {
        self.id = id
        self.sourcedID = sourcedID
        self.tenant = tenant
        self.title = title
        self.code = code
        self.kind = kind
        self.place = place
        self.termSourcedIDs = termSourcedIDs
        self.periods = periods
        self.isActive = isActive
    }
}
