/// The JSON of a script, before its words are understood.
struct ScriptFile: Decodable {
    let title: String
    let people: [String: [String]]
    let links: [String: String]?
    let line: [LineMember]?
    let outsideDuty: String?
    let places: [Place]
    let lines: [Line]
    let asIf: [Line]?

    /// `["name", true]`: who, and whether on site.
    struct LineMember: Decodable {
        let name: String
        let onSite: Bool

        init(from decoder: any Decoder) throws {
            var pair = try decoder.unkeyedContainer()
            name = try pair.decode(String.self)
            onSite = try pair.decode(Bool.self)
        }
    }

    struct Place: Decodable {
        let place: String
        let parent: String?
        let kind: String
        let expected: Int32?
        let staff: [String]?
    }

    struct Line: Decodable {
        let t: Int64
        let conf: String?
        let say: String?
        let commands: [Command]?
        let notModelled: String?
    }

    struct Command: Decodable {
        let by: String
        let type: String
        /// A name for the report that comes of it, for a later line.
        let named: String?
        let body: ScriptValue?
    }
}

/// Any JSON value of a command's body.
enum ScriptValue: Codable, Sendable {
    case text(String)
    case number(Int64)
    case flag(Bool)
    case list([ScriptValue])
    case object([String: ScriptValue])

    init(from decoder: any Decoder) throws {
        let single = try decoder.singleValueContainer()
        if let flag = try? single.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? single.decode(Int64.self) {
            self = .number(number)
        } else if let text = try? single.decode(String.self) {
            self = .text(text)
        } else if let list = try? single.decode([ScriptValue].self) {
            self = .list(list)
        } else {
            self = .object(try single.decode([String: ScriptValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var single = encoder.singleValueContainer()
        switch self {
        case .text(let text): try single.encode(text)
        case .number(let number): try single.encode(number)
        case .flag(let flag): try single.encode(flag)
        case .list(let list): try single.encode(list)
        case .object(let object): try single.encode(object)
        }
    }
}
