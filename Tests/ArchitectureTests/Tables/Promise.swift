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
            "OneHolder", "a position has at most one holder"),
        Promise(
            "HandsOff", "whoever is responding does not stay school coordinator"),
        Promise(
            "NeverVacant", "the school coordinator is filled, or a ladder is climbing"),
        Promise(
            "Durable", "an answered command survives a crash"),
        Promise(
            "SameEverywhere", "every fold of a log gives the same bytes"),
        Promise(
            "OnceOnly", "a repeated command has one effect"),
        Promise(
            "EveryoneOnce", "everyone has exactly one value in each field of the roll call"),
        Promise(
            "DrillIsDrill", "no output of a drill lacks its mark"),
        Promise(
            "NeedToKnow", "no byte about a student reaches who may not have it"),
        Promise(
            "WorksOffline", "with the network cut, a device goes on"),
    ]
}
