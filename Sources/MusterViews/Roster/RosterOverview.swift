package import MusterCore

/// What the roster page shows: plain facts that the server has gathered.
package struct RosterOverview: Sendable {
    /// The name of the site or district.
    package var organization: String
    /// Each tenant with its counts.
    package var tenants: [TenantCount]
    /// The last import that was taken in.
    package var lastImport: ImportSummary?
    /// An upload that was only tried, waiting for a yes.
    package var trial: ImportTrial?
    /// The staff, in reading order.
    package var staff: [RosterPerson]
    /// Rooms for which nobody on the staff answers.
    package var roomsWithoutStaff: [String]
    /// Devices that are signed in, newest first.
    package var devices: [RosterDevice]
    /// A sign-in link that was made just now.
    package var link: FreshLink?
    /// Whether the viewer may bring a roster in: it changes the people of every school.
    package var mayImport: Bool
    /// What is going on at the site: an administrator must see it here too.
    package var mode: Mode
    /// The viewer's other pages.
    package var links: [PageLink]

    /// Nothing imported yet.
    package init(organization: String) {
        self.organization = organization
        tenants = []
        staff = []
        roomsWithoutStaff = []
        devices = []
        mayImport = true
        mode = .everyday
        links = []
    }

    /// The staff who answer for no room.
    package var staffWithoutRoom: [RosterPerson] { staff.filter { $0.rooms.isEmpty && $0.teaches } }
}

/// How many people and rooms a tenant has.
package struct TenantCount: Sendable {
    /// The name.
    package var name: String
    /// How many work there.
    package var staff: Int64
    /// How many students it has.
    package var students: Int64
    /// How many rooms it has.
    package var rooms: Int64

    /// The counts of a tenant.
    package init(_ name: String, staff: Int64, students: Int64, rooms: Int64) {
        self.name = name
        self.staff = staff
        self.students = students
        self.rooms = rooms
    }
}

/// A member of the staff on the roster.
package struct RosterPerson: Sendable {
    /// Who, as forms carry it.
    package var id: PersonID
    /// The name.
    package var name: String
    /// What the person is at the school.
    package var title: String
    /// The labels of the rooms the person answers for.
    package var rooms: [String]
    /// Whether a room is expected: somebody in the office has none and is no finding.
    package var teaches: Bool
    /// How many devices are signed in for the person.
    package var devices: Int64

    /// A person of the staff.
    package init(
        _ id: PersonID, _ name: String, title: String, rooms: [String] = [], teaches: Bool = true,
        devices: Int64 = 0
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.rooms = rooms
        self.teaches = teaches
        self.devices = devices
    }
}

/// A signed-in device.
package struct RosterDevice: Sendable {
    /// Which device, as forms carry it.
    package var id: DeviceID
    /// Whose it is.
    package var person: String
    /// What the device calls itself, such as "iPhone, Safari".
    package var kind: String
    /// When it last spoke to the server.
    package var lastSeen: Instant
    /// Whether it was declared a command post.
    package var isCommandPost: Bool

    /// A device and whose it is.
    package init(
        _ id: DeviceID, person: String, kind: String, lastSeen: Instant, isCommandPost: Bool = false
    ) {
        self.id = id
        self.person = person
        self.kind = kind
        self.lastSeen = lastSeen
        self.isCommandPost = isCommandPost
    }
}

/// A sign-in link, shown once to whoever made it.
package struct FreshLink: Sendable {
    /// Whose it is.
    package var person: String
    /// The whole address.
    package var address: String
    /// When it can no longer be used.
    package var expires: Instant
    /// The same address for a camera.
    package var code: QRModules

    /// A link that was made just now.
    package init(person: String, address: String, expires: Instant, code: QRModules) {
        self.person = person
        self.address = address
        self.expires = expires
        self.code = code
    }
}

/// The dark and light squares of a QR code, row by row; the page draws them.
package struct QRModules: Sendable {
    /// How many squares a side has.
    package var size: Int
    /// Dark squares are true; `size * size` of them.
    package var dark: [Bool]

    /// A code as it was computed.
    package init(size: Int, dark: [Bool]) {
        precondition(size > 0 && dark.count == size * size, "A QR code is a square")
        self.size = size
        self.dark = dark
    }
}
