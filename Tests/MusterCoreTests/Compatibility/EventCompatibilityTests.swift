import MusterCore
import Testing

@Suite("Events of every version decode for ever")
struct EventCompatibilityTests {
    @Test("Each event name has a fixture that decodes and keeps its meaning", arguments: EventName.allCases)
    func decodes(name: EventName) throws {
        let texts = try Fixture.texts("events", name.rawValue)
        #expect(!texts.isEmpty)
        for bytes in texts {
            let record = try Record.decoded(bytes)
            #expect(record.event.wireCase == name)
            #expect(try Record.decoded(record.encoded()) == record)
            try Fixture.expectStillWritten(bytes, in: record.encoded())
            var state = SiteState()
            state.apply(record)
        }
    }

    @Test("No name that was ever stored was given up")
    func known() throws {
        for name in try Fixture.names("events") { #expect(EventName(rawValue: name) != nil, "\(name)") }
    }
}

@Suite("Commands of every version decode for ever")
struct CommandCompatibilityTests {
    @Test(
        "Each command name has a fixture that decodes and keeps its meaning", arguments: CommandName.allCases)
    func decodes(name: CommandName) throws {
        let texts = try Fixture.texts("commands", name.rawValue)
        #expect(!texts.isEmpty)
        for bytes in texts {
            let envelope = try Envelope.decoded(bytes)
            #expect(envelope.command.wireCase == name)
            try Fixture.expectStillWritten(bytes, in: envelope.encoded())
        }
    }

    @Test("No name that was ever sent was given up")
    func known() throws {
        for name in try Fixture.names("commands") { #expect(CommandName(rawValue: name) != nil, "\(name)") }
    }
}
