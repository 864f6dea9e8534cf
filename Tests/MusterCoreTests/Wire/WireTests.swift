import MusterCore
import Testing

@Suite("Wire: one description writes and reads")
struct WireTests {
    @Test("Every event name has a case that reads back from its own text", arguments: EventName.allCases)
    func everyEventRoundTrips(name: EventName) throws {
        let record = Record(
            position: 7, at: Instant(milliseconds: 5), actor: ID("p1"), event: sample(Event.blank(name)))
        let text = record.encoded()
        #expect(try Record.decoded(text) == record)
        #expect(Event.blank(name).wireCase == name)
    }

    @Test("Every command name has a case that reads back", arguments: CommandName.allCases)
    func everyCommandRoundTrips(name: CommandName) throws {
        #expect(Command.blank(name).wireCase == name)
    }

    @Test("An enum with payload decodes, and a missing key is named with its offset")
    func enumWithPayload() throws {
        let closed = IncidentPhase.closed(
            at: Instant(milliseconds: 12), by: try #require(ID("p9")), reason: .mistake)
        let text = String(decoding: closed.encoded(), as: UTF8.self)
        #expect(text == #"{"is":"closed","at":12,"by":"p9","reason":"mistake"}"#)
        #expect(try IncidentPhase.decoded(Array(text.utf8)) == closed)
        let shuffled =
            #" { "reason" : "mistake", "extra": [1, {"a": null}], "by":"p9","is":"closed","at":12} "#
        #expect(try IncidentPhase.decoded(Array(shuffled.utf8)) == closed)
        #expect {
            try IncidentPhase.decoded(Array(#"{"is":"closed","at":12,"reason":"mistake"}"#.utf8))
        } throws: { error in
            (error as? WireError)?.message == #"the key "by" is missing, at byte 42"#
        }
    }

    @Test(
        "A number that a browser can carry is read exactly",
        arguments: [1, -1, WireLimits.integer, -WireLimits.integer])
    func wholeNumbers(number: Int64) throws {
        let source = try Source.decoded(Array("{\"channel\":\"direct\",\"observedAt\":\(number)}".utf8))
        #expect(source.observedAt.milliseconds == number)
    }

    @Test(
        "A number that was stored before there was a limit still decodes, as the largest",
        arguments: ["", "-"])
    func storedNumbers(sign: String) throws {
        let text = "{\"channel\":\"direct\",\"observedAt\":\(sign)9223372036854775807}"
        let source = try Source.decoded(Array(text.utf8))
        #expect(source.observedAt.milliseconds == (sign.isEmpty ? 1 : -1) * WireLimits.integer)
        let tooLong = text.replacing("9223372036854775807", with: "92233720368547758070")
        #expect(throws: WireError.self) { try Source.decoded(Array(tooLong.utf8)) }
    }

    @Test(
        "Bad text is refused with its offset",
        arguments: [
            (#"{"channel":"direct","observedAt":1.5}"#, "whole number"),
            (#"{"channel":"direct","observedAt":01}"#, "whole number"),
            (#"{"channel":"direct","observedAt":9223372036854775808}"#, "whole number"),
            (#"{"channel":"direct","observedAt":9007199254740992}"#, "whole number"),
            (#"{"channel":"direct","observedAt":-9223372036854775807}"#, "whole number"),
            (#"{"channel":"direct","observedAt":36893488147419103233}"#, "whole number"),
            (#"{"channel":"direct","observedAt":18455751272964292607}"#, "whole number"),
            (#"{"channel":"smoke","observedAt":1}"#, "not known"),
            (#"{"channel":"direct","observedAt":1} x"#, "more text"),
            (#"{"channel":"direct","observedAt":1"#, "ends"),
            (#"{"channel":"direct","channel":"radio","observedAt":1}"#, "twice"),
            (#"{"channel":"direct","observedAt":1,"extra":{"a":1,"a":2}}"#, "twice"),
            (#"{"channel":"smoke","observedAt":1.5}"#, "not known"),
            (#"{"channel":"direct"}"#, "\"observedAt\" is missing, at byte 20"),
            (#"{"channel":"direct","observedAt":1,"place":"UPPER"}"#, "id"),
            (#"[]"#, "object"),
            (#"{"channel":"dir\u0065ct","observedAt":1}"#, "escape"),
            ("", "ends"),
        ])
    func badText(text: String, expected: String) {
        #expect {
            try Source.decoded(Array(text.utf8), isNews: true)
        } throws: { error in
            (error as? WireError)?.message.contains(expected) ?? false
        }
    }

    @Test("Strings keep every character and refuse what is not text")
    func strings() throws {
        for text in ["", "plain", "quote \" slash \\ / tab \t line \n bell \u{7}", "é e\u{301} 李 👩‍🏫 \u{2028}"]
        {
            #expect(try String.decoded(text.encoded()).utf8.elementsEqual(text.utf8))
        }
        #expect(try String.decoded(Array(#""\ud83d\ude00\u00e9\/""#.utf8)) == "😀é/")
        for bad in [#""\ud83d""#, #""\x""#, #""\u12""#, "\"\u{1}\""] {
            #expect(throws: WireError.self) { try String.decoded(Array(bad.utf8)) }
        }
        #expect(throws: WireError.self) { try String.decoded([0x22, 0xFF, 0x22]) }
    }

    @Test("Depth is limited")
    func depth() {
        let deep = String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
        let text = #"{"x":"# + deep + #","channel":"direct","observedAt":1}"#
        #expect { try Source.decoded(Array(text.utf8)) } throws: { ($0 as? WireError)?.problem == .tooDeep }
        let many = (0...WireLimits.keys).map { "\"k\($0)\":0" }.joined(separator: ",")
        #expect { try Source.decoded(Array("{\(many)}".utf8)) } throws: {
            ($0 as? WireError)?.problem == .tooManyKeys
        }
    }

    @Test("Mutated text never crashes and never yields a value that writes differently", arguments: 0..<200)
    func mutations(seed: UInt64) throws {
        var random = SplitMix(seed)
        var text = Record(
            position: 1, at: Instant(milliseconds: 2), actor: ID("p1"),
            event: sample(
                Event.blank(EventName.allCases[Int(random.next() % UInt64(EventName.allCases.count))]))
        ).encoded()
        for _ in 0..<3 { text[Int(random.next() % UInt64(text.count))] = UInt8(random.next() % 128) }
        guard let record = try? Record.decoded(text) else { return }
        #expect(try Record.decoded(record.encoded()) == record)
    }

    /// An event whose ids name something, so that it may be written.
    private func sample(_ event: Event) -> Event { SampleIDs.filled(event) }
}
