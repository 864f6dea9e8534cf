import Foundation
import MusterCore
import Testing

@testable import MusterBrowser
@testable import MusterViews

/// A browser's core as the shell uses it: JSON text in, JSON text out.
struct Device {
    var session = BrowserSession()

    /// Opens what the server gives a person.
    init(_ context: PageContext) {
        let (replica, directory) = (text(context.replica), text(context.directory))
        let input = "{\"state\":\(replica),\"directory\":\(directory),\"viewer\":\(text(context.viewer))}"
        let answer = call(.open, input)
        precondition(answer["position"] != nil, "opened")
    }

    func text(_ value: some WireField) -> String { String(decoding: value.encoded(), as: UTF8.self) }

    mutating func callText(_ op: BrowserOp, _ input: String) -> String {
        String(decoding: session.call(op: op.rawValue, input: Array(input.utf8)), as: UTF8.self)
    }

    mutating func call(_ op: BrowserOp, _ input: String) -> [String: Any] {
        let parsed = try? JSONSerialization.jsonObject(with: Data(callText(op, input).utf8))
        return parsed as? [String: Any] ?? [:]
    }

    mutating func apply(_ record: Record) -> String { callText(.apply, text(record)) }

    /// Draws; gives the HTML of each changed region by key.
    mutating func draw(_ page: String = "/staff", at now: Instant, more: String = "") -> [String: String] {
        let answer = call(.render, Self.request(page, at: now, more: more))
        let regions = answer["regions"] as? [[String: Any]] ?? []
        return Dictionary(
            uniqueKeysWithValues: regions.map { region in
                (region["key"] as? String ?? "", region["html"] as? String ?? "gone")
            })
    }

    static func request(_ page: String, at now: Instant, more: String = "") -> String {
        """
        {"page":"\(page)","now":\(now.milliseconds),"offset":null,"utcOffset":0,\
        "connection":{"state":"live","since":null},"device":{"declared":false,"awake":false,"visible":true},\
        "outbox":[],"lasts":true\(more)}
        """
    }
}

@Suite("A device draws and folds what it was given")
struct BrowserReplicaTests {
    @Test("The first drawing is the whole page, the same as the server's; the next only what changed")
    func drawing() {
        var school = School()
        let context = school.context()
        var device = Device(context)
        let first = device.draw(at: school.now)
        #expect(first.keys.sorted() == ["page"])
        let server = String(decoding: StaffPage.page(context).document(), as: UTF8.self)
        #expect(server.contains(first["page"] ?? "nothing"))
        #expect(device.draw(at: school.now).isEmpty)

        school.raise(.evacuate)
        for record in school.replica.timeline.compactMap(cut) { #expect(device.apply(record) == "{}") }
        #expect(device.draw(at: school.now)["page"]?.contains("Evacuate") == true)

        let id = school.replica.state.incidents.rows[0].id
        school.report(id, 12, .allHere, by: School.teacher)
        for record in school.records.suffix(1).compactMap(cut) { _ = device.apply(record) }
        let changed = device.draw(at: school.now)
        #expect(changed.keys.allSatisfy { $0.hasPrefix("report-") || $0 == "masthead" })
        #expect(changed.values.contains { $0.contains("All here") })
    }

    private func cut(_ record: Record) -> Record? {
        record.cut(for: Slice(.staff, rooms: [School.room(12)]))
    }

    @Test("The tick of the clock redraws words that run, and nothing else")
    func tick() {
        var school = School()
        let id = school.raise(.evacuate)
        school.report(id, 12, .allHere, by: School.teacher)
        var device = Device(school.context())
        _ = device.draw(at: school.now)
        let later = school.now + .seconds(30)
        #expect(!device.draw(at: later, more: ",\"only\":[\"masthead\"]").keys.contains("page"))
        #expect(device.draw(at: later, more: ",\"only\":[\"masthead\"]").isEmpty)
    }

    @Test("Times are those of the site's clock, wherever the device is; without its zone those of the device")
    func clockOfTheSite() throws {
        var school = School()
        school.raise(.evacuate)
        let begun = try #require(school.replica.state.incidents.rows.first?.raisedAt)
        func page(_ clock: SiteClock?) -> String {
            school.directory.clock = clock
            var device = Device(school.context())
            return device.draw(at: school.now)["page"] ?? ""
        }
        let turn = SiteClock.Turn(from: begun + .minutes(1440), offsetMinutes: 60)
        let site = SiteClock([SiteClock.Turn(from: .zero, offsetMinutes: 345), turn])
        let there = ">" + begun.timeOfDay(utcOffsetMinutes: 345)
        let here = ">" + begun.timeOfDay(utcOffsetMinutes: 0)
        #expect(page(site).contains(there) && !page(site).contains(here))
        #expect(page(nil).contains(here) && !page(nil).contains(there))
    }

    @Test("An event that is not known here stops the folding until the state comes anew")
    func unknownEvent() {
        var school = School()
        var device = Device(school.context())
        let unknown = "{\"pos\":99,\"at\":1,\"type\":\"balloon.released\",\"body\":{}}"
        #expect(device.callText(.apply, unknown).contains("\"code\":\"update-needed\""))
        school.raise(.hold)
        #expect(device.apply(school.records[2]).contains("\"code\":\"update-needed\""))
        #expect(device.draw(at: school.now)["page"]?.contains("Update needed") == true)
        device = Device(school.context())
        #expect(device.draw(at: school.now)["page"]?.contains("Update needed") == false)
    }

    @Test("A damaged event is a problem of its own, which a new state mends")
    func damagedEvent() {
        var device = Device(School().context())
        #expect(device.callText(.apply, "{\"pos\":").contains("\"code\":\"bad-record\""))
    }

    @Test("A page that only the server has is left as it is")
    func unknownPage() {
        var device = Device(School().context())
        let answer = device.callText(.render, Device.request("/roster", at: School.start))
        #expect(answer == "{\"regions\":[],\"server\":true,\"incident\":false}")
    }

    @Test("A form becomes an envelope of the device's own id and the server's time")
    func prepare() throws {
        let school = School()
        var device = Device(school.context())
        let input = """
            {"id":"abc","now":\(school.now.milliseconds),"offset":1500,"fields":[{"name":"act","value":"raise"},\
            {"name":"token","value":""},{"name":"action","value":"lockdown"}]}
            """
        let answer = device.call(.prepare, input)
        #expect(answer["raise"] as? Bool == true)
        let bytes = try JSONSerialization.data(withJSONObject: #require(answer["envelope"]))
        let envelope = try Envelope.decoded(Array(bytes))
        #expect(envelope.id.text == "abc" && envelope.site == School.site)
        #expect(envelope.madeAt == school.now + TimeSpan(milliseconds: 1500))
        let problems = device.callText(.prepare, "{\"id\":\"abc\",\"now\":1,\"fields\":[]}")
        #expect(
            problems.hasPrefix("{\"problems\":[{\"field\":\"act\",\"text\":\"This act is not known here."))
    }

    @Test("The state goes out as it came in, byte for byte")
    func encode() {
        let context = School().context()
        var device = Device(context)
        #expect(device.callText(.encode, "") == device.text(context.replica))
    }

    @Test("The outbox of the shell is read as it is written")
    func outbox() {
        let school = School()
        var device = Device(school.context())
        let facts = """
            {"id":"x1","act":"closeIncident","isRaise":false,"state":"rejected","at":\(school.now.milliseconds),\
            "mayHaveArrived":true,"needsSignIn":false,"problem":{"type":"about:blank","title":"No","status":409,\
            "detail":"It is \\"over\\".","code":"x"},"envelope":"not json"}
            """
        let request = Device.request("/staff", at: school.now)
            .replacingOccurrences(of: "\"outbox\":[]", with: "\"outbox\":[\(facts)]")
        let answer = device.callText(.render, request)
        #expect(answer.contains("It is &quot;over&quot;."))
    }

    @Test(
        "Nothing is done before a state is open, and nothing that comes in makes it trap", arguments: 0..<60)
    func hostile(seed: UInt64) {
        var random = SplitMix(seed: seed)
        var session = BrowserSession()
        var device = Device(School().context())
        for _ in 0..<20 {
            let op = UInt32(random.next() % 9)
            let noise = (0..<Int(random.next() % 40)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            let broken = Array("{\"page\":\"/staff\",\"now\":-9223372036854775808,\"connection\":{}".utf8)
            #expect(!session.call(op: op, input: noise).isEmpty)
            #expect(!device.session.call(op: op, input: random.next() % 2 == 0 ? noise : broken).isEmpty)
        }
        for now in [Int64.min, Int64.max, 0] {
            _ = device.draw(at: Instant(milliseconds: now), more: ",\"only\":[\"masthead\"]")
        }
    }
}
