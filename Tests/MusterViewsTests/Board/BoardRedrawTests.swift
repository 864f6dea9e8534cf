import MusterCore
import Testing

@testable import MusterBrowser
@testable import MusterViews

/// A board over which reports of rooms come is drawn in part; what it shows is what drawing all of it would show.
@Suite("A board drawn in part is the whole board")
struct BoardRedrawTests {
    private static let queries = ["", "room=r17", "show=urgent", "show=silent", "log=all"]

    @Test("After any report the part that is drawn anew makes the same page", arguments: 1...12)
    func sameAsWhole(seed: UInt64) {
        var chance = SplitMix(seed: seed)
        var site = SampleSite.underWay()
        let query = Self.queries[Int(seed) % Self.queries.count]
        let (person, roles) = chance.pick([
            (SampleSite.dana, [Role.staff, .line]), (SampleSite.lee, [.staff, .line]),
            (SampleSite.sam, [.staff]),
        ])
        var shown = BoardPage.page(site.context(person, roles, query: query))
        for _ in 0..<40 {
            let voice = chance.pick([nil, SampleSite.sam, SampleSite.boyd])
            site.report(
                Int(chance.next() % 60), chance.pick(RoomStatus.allCases), 0,
                missing: Int32(chance.next() % 3), injured: Int32(chance.next() % 2), by: voice)
            var context = site.context(person, roles, query: query)
            let whole = BoardPage.page(context)
            context.earlier = shown
            shown = BoardPage.page(context)
            #expect(whole.changes(since: shown, withClocks: false).map { $0.key } == [])
            #expect(whole.document().count == shown.document().count)
        }
    }

    @Test("A row that comes goes in beside its neighbour, and one that went is taken away")
    func rowsComeAndGo() throws {
        var site = SampleSite.underWay(rooms: 400)
        let before = BoardPage.page(site.context())
        site.report(103, .needsHelp, 0)
        let changes = BoardPage.page(site.context()).changes(since: before)
        let row = try #require(changes.first { $0.key == "attention-r103" })
        guard case .after(let neighbour) = row.kind else {
            Issue.record("\(row.kind)")
            return
        }
        #expect(neighbour.hasPrefix("attention-r"))
        #expect(changes.contains { if case .gone = $0.kind { $0.key == "silent-r103" } else { false } })
        #expect(changes.reduce(0) { $0 + $1.bytes.count } < 8_000)
    }

    @Test("A page whose pieces moved sends the region")
    func moved() {
        var site = SampleSite.underWay()
        let before = BoardPage.page(site.context())
        // From exceptions to needing help: the row goes up past others.
        site.report(6, .needsHelp, 0, by: SampleSite.sam)
        #expect(BoardPage.page(site.context()).changes(since: before).contains { $0.key == "attention" })
    }

    @Test("Only reports of known rooms are drawn in part; all else draws everything")
    func everythingElse() {
        var site = SampleSite.underWay()
        var context = site.context()
        context.viewer.device = SampleSite.named("phone")
        var device = Device(context)
        _ = device.draw("/board?incident=i1&whole=1", at: site.now)
        site.coordination(0, SampleSite.lee, .respondingEnded(SampleSite.lee, source: Source(at: site.now)))
        for record in site.replica.timeline.suffix(1) { #expect(device.apply(record) == "{}") }
        let changes = device.draw("/board?incident=i1&whole=1", at: site.now)
        #expect(changes["responding"] == "", "\(changes.keys.sorted())")
    }
}
