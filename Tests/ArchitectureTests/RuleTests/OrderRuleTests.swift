import Testing

@Suite("The core keeps nothing without a fixed order")
struct OrderRuleTests {
    @Test func theTreeKeepsTheRule() {
        expectNone(SourceTree.sources.flatMap { OrderRule.findings(in: $0) })
    }

    @Test(arguments: [
        "var rooms: [RoomID: Room]", "var rooms = [RoomID: Room]()", "let seen: Set<RoomID> = a",
        "let a = Dictionary(grouping: b)", "let rooms = [first: one, second: two]",
        "var rooms: [ID<A>: B] = a",
        "let empty: T = [:]", "func f() -> [(A, B): [C]]", "return [key: value]",
    ])
    func aDictionaryOrSetIsCaught(text: String) {
        #expect(OrderRule.findings(in: planted(text)).count == 1)
    }

    @Test(arguments: [
        "let rooms: [Room] = [Room(id: a, name: b)]", "rooms[at: place]", "let x = [isOpen ? a : b]",
        "func f(rooms: [Room], at place: Place)", "case set(Room)", "rooms.map { [a] (b: C) in b }",
        "state[room]?[place: id]",
    ])
    func arraysAndSubscriptsPass(text: String) {
        #expect(OrderRule.findings(in: planted(text)).isEmpty)
    }

    @Test func theRuleIsForTheCoreAndKnowsItsExceptions() {
        let text = "let seen: Set<RoomID>"
        #expect(OrderRule.findings(in: planted(text, in: "Sources/MusterLog/A.swift")).isEmpty)
        let folder = [Allowance("Sources/MusterCore/Incident/", because: "tried")]
        #expect(OrderRule.findings(in: planted(text), allowed: folder).isEmpty)
    }
}
