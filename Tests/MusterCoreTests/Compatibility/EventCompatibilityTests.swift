import MusterCore
import Testing

@Suite("Events of version 1 decode for ever")
struct EventCompatibilityTests {
    @Test("Each event name has a fixture that decodes and keeps its meaning", arguments: EventName.allCases)
    func decodes(name: EventName) throws {
        let bytes = try Fixture.bytes("events", name.rawValue)
        let record = try Record.decoded(bytes)
        #expect(record.event.wireCase == name)
        #expect(try Record.decoded(record.encoded()) == record)
        // Whatever stands in the fixture is still written, with the same names and in the same order.
        #expect(record.encoded() == bytes)
        var state = SiteState()
        state.apply(record)
    }

    @Test("No name that was ever stored was given up")
    func known() throws {
        for name in try Fixture.names("events") { #expect(EventName(rawValue: name) != nil, "\(name)") }
    }
}

@Suite("Commands of version 1 decode for ever")
struct CommandCompatibilityTests {
    @Test(
        "Each command name has a fixture that decodes and keeps its meaning", arguments: CommandName.allCases)
    func decodes(name: CommandName) throws {
        let bytes = try Fixture.bytes("commands", name.rawValue)
        let envelope = try Envelope.decoded(bytes)
        #expect(envelope.command.wireCase == name)
        #expect(envelope.encoded() == bytes)
    }

    @Test("No name that was ever sent was given up")
    func known() throws {
        for name in try Fixture.names("commands") { #expect(CommandName(rawValue: name) != nil, "\(name)") }
    }
}
