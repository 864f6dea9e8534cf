package import MusterCore

/// What every page is a function of: the state of a slice, the names, who looks, and how fresh it all is.
package struct PageContext: Sendable {
    /// The state and the records that the viewer may hold.
    package var replica: Replica
    /// The names that the viewer may know.
    package var directory: DirectorySlice
    /// Who looks.
    package var viewer: Viewer
    /// Now, and the site's distance from UTC.
    package var clock: PageClock
    /// How fresh the state is.
    package var connection: Connection
    /// What this device has sent or still has to send, until the person has seen how it ended.
    package var outbox: [OutboxNotice]
    /// What the address of the page asks for beside its path, such as `room`.
    package var query: [FormField]
    /// The drawing that the browser shows, given when only reports of rooms came since.
    package var earlier: Page?
    /// The places in the order in which people read their labels.
    package let order: PlaceOrder
    /// What the device is, where it is declared a command post; `nil` for the first draw by the server.
    package var post: CommandPostFacts?

    /// Everything a page needs.
    package init(
        replica: Replica, directory: DirectorySlice, viewer: Viewer, clock: PageClock, connection: Connection,
        outbox: [OutboxNotice] = [], query: [FormField] = [], post: CommandPostFacts? = nil,
        order: PlaceOrder? = nil, earlier: Page? = nil
    ) {
        self.replica = replica
        self.directory = directory
        self.viewer = viewer
        self.clock = clock
        self.connection = connection
        self.outbox = outbox
        self.query = query
        self.post = post
        self.order = order ?? PlaceOrder(directory)
        self.earlier = earlier
    }

    /// The folded state.
    package var state: SiteState { replica.state }

    /// The moment the page is drawn.
    package var now: Instant { clock.now }

    /// The name of the site, as pages and dispatch say it.
    package var siteName: String { directory.card.name.isEmpty ? "This site" : directory.card.name }

    /// Who is on duty now, where the duty data says so to the viewer.
    var dutyNow: TakenDuty? { directory.outlook.duty(at: now, by: state.plan) }

    /// Whether the viewer has a role.
    package func has(_ role: Role) -> Bool { viewer.roles.contains(role) }

    /// The name of a person; the viewer is called "you".
    package func name(of person: PersonID?) -> String {
        person == viewer.person && !viewer.person.isNone ? "you" : directory.name(of: person)
    }

    /// The value that the page's address gives a name.
    package func asked(_ name: String) -> String? { query.first { $0.name == name }?.value }
}

/// What a device says of itself as a command post.
package struct CommandPostFacts: WireValue, Equatable, Sendable {
    /// Whether its person declared it.
    package var declared = false
    /// Whether its screen is kept on.
    package var awake = false
    /// Whether the page is in front.
    package var visible = true

    /// An undeclared device, to be filled by the codec.
    package init() {}

    package mutating func visit<V: FieldVisitor>(_ visitor: inout V) {
        visitor.field("declared", &declared)
        visitor.field("awake", &awake)
        visitor.field("visible", &visible)
    }
}
