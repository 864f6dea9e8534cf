/// A page: what it is called, how it looks, how fresh it is, and its regions.
///
/// The frame (mode band first and last, masthead with freshness, footer) is drawn here, so that no page can
/// forget it. The same value makes a whole document on the server and changed regions in the browser.
package struct Page: Sendable {
    /// How much light and attention a page asks for.
    package enum Look: Sendable {
        /// Follows the device's light or dark setting.
        case standard
        /// Near black, dim and still, for someone who hides in a locked-down place.
        case quiet
        /// Light as wished, and as still: the bright board of someone who hides.
        case silent

        /// Whether nothing may speak, sound or shake: the shell obeys it by the `data-look` of the page.
        package var isSilent: Bool { self != .standard }

        var name: StaticString { self == .quiet ? "quiet" : "silent" }
    }

    /// How the slots stand on a wide screen.
    package enum Layout: Sendable {
        /// One readable column.
        case column
        /// Three columns: strips, rooms, timeline.
        case board
        /// One column as wide as the screen allows, for tables.
        case wide

        var className: StaticString {
            switch self {
            case .column: "layout layout-column"
            case .board: "layout layout-board"
            case .wide: "layout layout-wide"
            }
        }
    }

    /// What the page is about; the document's title and its only `h1`.
    package let title: String
    /// The site's name.
    package let site: String
    /// Live, drill, exercise, test or an ordinary day.
    package let mode: Mode
    /// Standard or quiet.
    package private(set) var look: Look
    /// What is in force at the site, on a page about something else.
    private var around: Around?
    /// How the slots stand.
    package let layout: Layout
    /// How fresh the page is.
    package let connection: Connection
    /// The clock by which ages are told.
    package let clock: PageClock
    /// The viewer's other pages.
    package let links: [PageLink]
    /// What the page shows.
    package let regions: [Region]

    /// Composes a page; keys must be unique.
    package init(
        _ title: String, site: String, mode: Mode, look: Look = .standard, layout: Layout = .column,
        connection: Connection, clock: PageClock, links: [PageLink] = [],
        @RegionBuilder regions: () -> [Region]
    ) {
        self.title = title
        self.site = site
        self.mode = mode
        self.look = look
        self.layout = layout
        self.connection = connection
        self.clock = clock
        self.links = links
        self.regions = regions()
    }

    /// The page as it is in the middle of an incident: what is in force stands first, and whoever hides gets it dark and
    /// still.
    package func amid(_ around: Around?) -> Page {
        var page = self
        page.around = around
        if around?.isHiding == true { page.look = .quiet }
        return page
    }

    /// The document's title, with the mode's word first and last.
    package var documentTitle: String {
        guard let word = mode.word else { return "\(title) – \(site)" }
        return mode.isPretended
            ? "\(word) – \(title) – \(site) – \(word)" : "\(word) – \(title) – \(site)"
    }

    /// Every region in the order of the document: the frame's own first and last.
    package var allRegions: [Region] {
        let first = Region("mode-first") { h in
            h.modeBand(mode)
            if let around { h.around(around) }
        }
        let masthead = Region("masthead") { h in
            h.div("masthead") { h in
                h.p("masthead-site", text: site)
                h.h1("masthead-title", text: title)
                h.freshness(connection, clock)
                h.pageLinks(links)
            }
            h.connectionBanner(connection, clock)
        }
        let last = Region("mode-last") { h in if mode.isPretended { h.modeBand(mode) } }
        return [first, masthead] + regions + [last]
    }
}
