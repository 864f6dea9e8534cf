/// A folder below a target, and what lies in it: one word a feature, the same word in every layer.
///
/// A folder that is not listed is refused, so that nobody begins a second word for the same thing.
struct FeatureFolder {
    let name: String
    let meaning: String

    init(_ name: String, _ meaning: String) {
        self.name = name
        self.meaning = meaning
    }

    /// Features: each may appear in any layer.
    static let features: [FeatureFolder] = [
        FeatureFolder("Incident", "raising, actions by place, ending, closing"),
        FeatureFolder("Coordination", "the line, offers, positions, handover, responding, scene command"),
        FeatureFolder("Coverage", "duty data, and who would coordinate at a given hour"),
        FeatureFolder("Register", "the register of armed and uniformed adults, and who may read it"),
        FeatureFolder("Task", "courses of action under way, and their steps as tasks of positions"),
        FeatureFolder("Resource", "what was asked for, is on its way, is here"),
        FeatureFolder("RollCall", "reports of rooms and people"),
        FeatureFolder("Journal", "notes and corrections"),
        FeatureFolder("Plan", "what a site has settled beforehand"),
        FeatureFolder("Drill", "drills and scripts of drills"),
        FeatureFolder("Site", "the stream of a site as a whole"),
        FeatureFolder("Directory", "people and places; the part that can forget"),
        FeatureFolder("Roster", "bringing people and places in"),
        FeatureFolder("Session", "sign-in links, devices, sessions, roles"),
        FeatureFolder("Slice", "who may hold what, and the cut"),
        FeatureFolder("Feed", "the log on its way to devices"),
        FeatureFolder("Command", "the way of a command from a form to the desk"),
        FeatureFolder("DemoDistrict", "the made-up district"),
        FeatureFolder("Reunification", "bringing families together"),
        FeatureFolder("Delivery", "push, mail, messages and their ledger"),
        FeatureFolder("Board", "the page of whoever coordinates"),
        FeatureFolder("Quiet", "the dark page of a holder who hides"),
        FeatureFolder("Timeline", "records told as sentences"),
        FeatureFolder("SignIn", "the pages of signing in"),
        FeatureFolder("Demo", "what a newcomer tries first"),
        FeatureFolder("Export", "an incident taken out of the log, for others to check"),
        FeatureFolder("Responder", "what a responder sees and records"),
    ]

    /// Parts of one layer that are no feature.
    static let parts: [String: [FeatureFolder]] = [
        "MusterCore": [
            FeatureFolder("Vocabulary", "ids, instants, sorted tables: the words of every feature"),
            FeatureFolder("Wire", "the JSON text of commands, events and states"),
            FeatureFolder("Stream", "records, positions, what decide and apply have in common"),
        ],
        "MusterViews": [
            FeatureFolder("Kit", "HTML, regions and the parts that pages are made of"),
            FeatureFolder("Frame", "what every page is a function of, and which page an address names"),
            FeatureFolder("Words", "the words of the domain as pages say them"),
            FeatureFolder("Act", "forms made into commands"),
            FeatureFolder("Staff", "the page of whoever has no other task"),
            FeatureFolder("Board", "the coordinator's board, and the board of a quiet day"),
            FeatureFolder("Quiet", "the dark page of a holder who hides"),
            FeatureFolder("Timeline", "records told as sentences"),
        ],
        "MusterLog": [
            FeatureFolder("Port", "append, read, follow, snapshot: what an adapter fulfils"),
            FeatureFolder("Record", "headers, parts, digests, the chain"),
            FeatureFolder("Seal", "salts and keys of parts"),
            FeatureFolder("Commit", "one durable write for many streams"),
            FeatureFolder("Mark", "what is being decided, so that a crash is no loop"),
            FeatureFolder("Memory", "the adapters that hold everything in memory"),
            FeatureFolder("Verify", "finding the first bad record"),
        ],
        "MusterDesk": [
            FeatureFolder("Desk", "deciding the commands of a stream in order"),
            FeatureFolder("Timer", "deadlines"),
        ],
        "MusterSQLite": [
            FeatureFolder("Log", "the log's tables, its writer and its reader"),
            FeatureFolder("Migrations", "the tables, append-only"),
        ],
        "MusterExchange": [
            FeatureFolder("OneRoster", "OneRoster 1.1 and 1.2 CSV"),
            FeatureFolder("Archive", "zip files, read as streams"),
            FeatureFolder("CSV", "comma-separated text, read as a stream"),
            FeatureFolder("ICalendar", "iCalendar files, expanded within some days"),
            FeatureFolder("Findings", "what a reader has to say about a file"),
        ],
        "MusterSimulation": [
            FeatureFolder("History", "seeded random histories"),
            FeatureFolder("Replay", "scripts and scenarios through the real desk"),
            FeatureFolder("Network", "devices that lose, double, delay and reorder"),
        ],
        "MusterServer": [
            FeatureFolder("Routes", "decode, call, encode"),
            FeatureFolder("Security", "headers, limits, origins"),
            FeatureFolder("TLS", "certificates and their renewal"),
            FeatureFolder("Health", "health and metrics"),
            FeatureFolder("Page", "first loads and plain forms"),
            FeatureFolder("Asset", "the files of the shell"),
            FeatureFolder("Live", "records cut for whoever listens"),
            FeatureFolder("Problem", "what a person or program is told when something fails"),
            FeatureFolder("Configuration", "settings and limits"),
        ],
        "muster": [FeatureFolder("Configuration", "the settings and the folder that a command works on")],
    ]

    /// Parts of test targets, beside the folders of the target they test.
    static let testParts: [FeatureFolder] = [
        FeatureFolder("Fixtures", "stored events, commands and files that must be read for ever"),
        FeatureFolder("Promises", "the promises of the design"),
        FeatureFolder("Scenarios", "replays of real events"),
        FeatureFolder("Replay", "scripts and scenarios through the real desk"),
        FeatureFolder("Network", "the desk under a network that cannot be trusted"),
        FeatureFolder("Durable", "what survives a crash and a power cut"),
        FeatureFolder("Tamper", "logs and exports changed byte by byte"),
        FeatureFolder("Contract", "one suite that every adapter passes"),
        FeatureFolder("Support", "what the tests of a target share"),
        FeatureFolder("Rules", "the rules of a real day, an example each"),
        FeatureFolder("Histories", "seeded random histories"),
        FeatureFolder("Replays", "real events acted out through the rules"),
        FeatureFolder("Compatibility", "texts of earlier versions, read for ever"),
        FeatureFolder("Given", "how the tests of a layer are set up"),
    ]

    /// Layers whose files lie in feature folders, none beside them.
    static let layersInFolders: Set<String> = ["MusterCore", "MusterViews", "MusterExchange"]
}
