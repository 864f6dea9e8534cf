/// What a device may know of people and places: names and numbers, which never stand in the log.
///
/// It can forget: a newer version replaces the whole slice, and whatever is not in it is gone from the device.
package struct DirectorySlice: WireValue, Equatable, Sendable {
    /// Rises with each change of the directory.
    package var version: Int64 = 0
    /// What to tell 911 and whoever comes.
    package var card = SiteCard()
    /// The staff and officials whom the viewer may see; never a student in a slice of this version.
    package var people = Table<PersonEntry>()
    /// The places of the site.
    package var places = Table<PlaceEntry>()
    /// Who is on duty in the hours to come; for the command line alone.
    package var outlook = DutyOutlook()
    /// What the clocks at the site show, now and in the year to come; `nil` where the site's zone is not named.
    package var clock: SiteClock?

    /// An empty directory.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("version", &version)
        visitor.field("card", &card)
        visitor.field("people", &people)
        visitor.field("places", &places)
        visitor.field("outlook", &outlook, default: DutyOutlook())
        visitor.field("clock", &clock)
    }

    /// The name of a person, or that it is not known here.
    package func name(of person: PersonID?) -> String {
        guard let person, !person.isNone else { return "Unknown person" }
        return people[person]?.name ?? "Unknown person"
    }

    /// The label of a place, or its id where the directory has none.
    package func label(of place: PlaceID) -> String {
        places[place]?.label ?? place.text
    }
}

/// The address card of a site: what is read out to 911.
package struct SiteCard: WireValue, Equatable, Sendable {
    /// Which site.
    package var site = SiteID.none
    /// The name as it is known to dispatch.
    package var name = ""
    /// Street address and city, as read out: similar names in other cities have sent police to the wrong school.
    package var address = ""
    /// The number that dispatch can call back: a desk phone that is answered.
    package var callBack = ""
    /// The emergency centre's own ten-digit number, for when a call to 911 lands elsewhere.
    package var centre = ""
    /// Where responders should come in.
    package var entrance = ""

    /// An empty card, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("site", &site)
        visitor.field("name", &name)
        visitor.field("address", &address)
        visitor.field("callBack", &callBack)
        visitor.field("centre", &centre)
        visitor.field("entrance", &entrance)
    }
}

/// A person as pages name them.
package struct PersonEntry: WireValue, Keyed, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// The name as spoken on the radio.
    package var name = ""
    /// What the person is at the school, in a word or two.
    package var title = ""
    /// Of which tenant, where it is one of several.
    package var tenant: TenantID?
    /// A telephone number, where the viewer may call the person.
    package var phone: String?
    /// Whether the person is of an outside agency only: recorded, and asked for nothing.
    package var isAgency = false

    /// What the row is found and sorted by.
    package var key: PersonID { person }

    /// A blank entry, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("name", &name)
        visitor.field("title", &title)
        visitor.field("tenant", &tenant)
        visitor.field("phone", &phone)
        visitor.field("isAgency", &isAgency, default: false)
    }
}

/// A place as pages name it.
package struct PlaceEntry: WireValue, Keyed, Equatable, Sendable {
    /// Which place.
    package var place = PlaceID.none
    /// The place it lies in.
    package var parent: PlaceID?
    /// What kind of place.
    package var kind = PlaceKind.room
    /// What stands at the door, such as `Room 12`.
    package var label = ""
    /// The number of the outer door nearest to it, where it is known.
    package var door: String?
    /// Of which tenant, where it is one of several.
    package var tenant: TenantID?

    /// What the row is found and sorted by.
    package var key: PlaceID { place }

    /// A blank entry, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("place", &place)
        visitor.field("parent", &parent)
        visitor.field("kind", &kind)
        visitor.field("label", &label)
        visitor.field("door", &door)
        visitor.field("tenant", &tenant)
    }
}

/// Who looks at a page, and on what.
package struct Viewer: WireValue, Equatable, Sendable {
    /// Who.
    package var person = PersonID.none
    /// On which device.
    package var device = DeviceID.none
    /// What the viewer is to the site.
    package var roles: [Role] = []
    /// The rooms that the viewer answers for.
    package var rooms: [PlaceID] = []
    /// Whether this device was declared a command post: kept in the foreground, awake and on power.
    package var isCommandPost = false
    /// Whether the viewer looks after people and devices, of the site or of one tenant.
    package var keepsRoster = false
    /// Whether the register of armed and uniformed adults is the viewer's to keep or to read.
    package var isOfRegister = false

    /// A blank viewer, to be filled by the codec.
    package init() {}

    /// Names each field in the order in which it is written.
    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("person", &person)
        visitor.field("device", &device)
        visitor.field("roles", &roles)
        visitor.field("rooms", &rooms)
        visitor.field("isCommandPost", &isCommandPost)
        visitor.field("keepsRoster", &keepsRoster, default: false)
        visitor.field("isOfRegister", &isOfRegister, default: false)
    }
}
