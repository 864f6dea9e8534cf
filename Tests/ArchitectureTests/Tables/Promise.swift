/// A promise of the design, whose name stands in at least one test.
struct Promise {
    let name: String
    let sentence: String
    /// Why no test names it yet; goes when the test comes.
    let awaited: String?

    init(_ name: String, _ sentence: String, awaited: String? = nil) {
        self.name = name
        self.sentence = sentence
        self.awaited = awaited
    }

    /// All promises, in the order of the design.
    static let all: [Promise] = [
        Promise(
            "OneHolder", "a position has at most one holder",
            awaited: "comes with Coordination"),
        Promise(
            "HandsOff", "whoever is responding does not stay school coordinator",
            awaited: "comes with Coordination"),
        Promise(
            "NeverVacant", "the school coordinator is filled, or a ladder is climbing",
            awaited: "comes with Coordination"),
        Promise(
            "Durable", "an answered command survives a crash",
            awaited: "comes with the SQLite log"),
        Promise(
            "SameEverywhere", "every fold of a log gives the same bytes",
            awaited: "comes with the browser's replica"),
        Promise(
            "OnceOnly", "a repeated command has one effect",
            awaited: "comes with the desk"),
        Promise(
            "EveryoneOnce", "everyone has exactly one value in each field of the roll call",
            awaited: "comes with RollCall"),
        Promise(
            "DrillIsDrill", "no output of a drill lacks its mark",
            awaited: "comes with Drill"),
        Promise(
            "NeedToKnow", "no byte about a student reaches who may not have it",
            awaited: "comes with the feed"),
        Promise(
            "WorksOffline", "with the network cut, a device goes on",
            awaited: "comes with the service worker"),
    ]
}
