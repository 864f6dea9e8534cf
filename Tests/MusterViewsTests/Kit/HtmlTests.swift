import Testing

@testable import MusterViews

struct HtmlTests {
    /// Pieces out of which hostile strings are made.
    static let hostile = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='x", "&lt;b&gt;",
        "</time>",
        "]]>", "<!--", "-->", "javascript:alert(1)", "\u{0}", "\u{1B}[31m", "\r\n", "\u{202E}txt", "é\u{301}",
        "👩‍👩‍👧",
        "</textarea>", "</title>", "data-region=\"page\"", "`${x}`", "&#39;", "<svg/onload=x>", "plain",
    ]

    @Test(arguments: 0..<200 as Range<UInt64>)
    func whatAPersonTypedNeverBecomesMarkup(seed: UInt64) {
        var random = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        var typed = ""
        for _ in 0..<(1 + seed % 5) {
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            typed += Self.hostile[Int(random >> 33) % Self.hostile.count]
        }
        let plain = everything(saying: "x")
        let html = everything(saying: typed)
        // The shape of the page is the same whatever was typed: not one tag or quote more.
        #expect(count(of: 0x3C, in: html) == count(of: 0x3C, in: plain), "seed \(seed)")
        #expect(count(of: 0x3E, in: html) == count(of: 0x3E, in: plain), "seed \(seed)")
        #expect(count(of: 0x22, in: html) == count(of: 0x22, in: plain), "seed \(seed)")
        #expect(count(of: 0x27, in: html) == count(of: 0x27, in: plain), "seed \(seed)")
        let controls = html.filter { byte in byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte) }
        #expect(controls.isEmpty, "seed \(seed)")
        #expect(!String(decoding: html, as: UTF8.self).contains("href=\"javascript:"), "seed \(seed)")
    }

    @Test func textIsKeptWordForWord() {
        var h = Html()
        h.text("Müller & Söhne <b> \"x\" 'y' 👩‍👩‍👧")
        #expect(h.string == "Müller &amp; Söhne &lt;b&gt; &quot;x&quot; &#39;y&#39; 👩‍👩‍👧")
    }

    @Test(arguments: [
        ("/rooms", "/rooms"), ("#main", "#main"), ("tel:911", "tel:911"),
        ("https://a.example/x", "https://a.example/x"),
        ("javascript:alert(1)", "#"), ("//evil.example", "#"), ("/\\evil.example", "#"),
        ("data:text/html,x", "#"),
    ])
    func aLinkLeadsOnlyWhereLinksMay(target: String, written: String) {
        var h = Html()
        h.link("go", to: target)
        #expect(h.string == "<a class=\"link\" href=\"\(written)\">go</a>")
    }

    @Test func aTelephoneLinkHoldsDigitsOnly() {
        var h = Html()
        h.callLine("Office", number: "+1 (555) 0142 ext<b>")
        #expect(h.string.contains("href=\"tel:+15550142\""))
    }

    @Test func appendedMarkupKeepsItsMarks() {
        var inner = Html()
        inner.keyed("room-1") { h in h.text("a") }
        var outer = Html()
        outer.p(text: "before")
        outer.append(inner)
        #expect(outer.marks.count == 1)
        #expect(
            String(decoding: outer.bytes[outer.marks[0].start..<outer.marks[0].end], as: UTF8.self)
                == "<div data-region=\"room-1\">a</div>")
    }

    private func everything(saying typed: String) -> [UInt8] {
        let field = Field("room", typed, hint: typed, error: typed, value: typed)
        let now = SamplePages.clock
        let page = Page(typed, site: typed, mode: .drill, connection: .current(asOf: now.now), clock: now) {
            Region("all") { h in
                h.act("raise", ["place": typed]) { h in h.button(typed, icon: .check, name: "a", value: typed)
                }
                h.holdAct("raise", label: typed, confirm: typed, consequence: typed, tone: .hold)
                h.notice(.caution, typed) { h in h.link(typed, to: typed) }
                h.notSent(typed, since: now.now, now, words: typed)
                h.problem(typed, typed, fields: [field])
                h.field(field)
                h.field(Field("note", typed, value: typed, kind: .multiline))
                h.choices("c", legend: typed, [Choice(typed, typed, hint: typed)])
                h.select("s", typed, [Choice(typed, typed)])
                h.strip(Strip(typed, holder: "a" + typed, .held, since: now.now, note: "a" + typed), now)
                h.tile(
                    now, RoomTile(typed, number: typed, .allHere, words: typed, reported: now.now, to: "/x"))
                h.timeline(typed) { h in h.entry(now.now, now, typed, by: typed, mark: "a" + typed) }
                h.paWords(typed, typed)
                h.briefing(typed, asOf: now.now, now) { h in h.fact(typed, typed) }
                h.bigFact(typed, typed, source: typed, at: now.now, now)
                h.tabs(typed, [(typed, typed, true)])
                h.table(typed, [typed]) { h in h.row([typed]) }
                h.roomsWithoutReport([SampleSite.site], "none-", note: typed) { _ in typed }
                h.empty(typed, typed)
                h.badge(.hold, "a" + typed)
                h.steps(typed, [typed])
                h.callLine(typed, number: typed, note: "a" + typed)
                h.actionHeader(.hold, "a" + typed, place: typed, since: now.now, now)
            }
        }
        return page.document(token: typed)
    }

    private func count(of byte: UInt8, in bytes: [UInt8]) -> Int { bytes.count { $0 == byte } }
}
