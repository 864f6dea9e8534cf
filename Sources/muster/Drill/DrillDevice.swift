import Foundation
import MusterCore
import NIOHTTP1

/// The device of one person of a drill: signed in by a link like anybody's.
struct DrillDevice: Sendable {
    /// What the server tells a device of its site and of itself.
    struct State: Decodable, Sendable {
        struct Directory: Decodable, Sendable {
            struct Card: Decodable, Sendable {
                let site: String
                let name: String
            }
            struct Place: Decodable, Sendable {
                let place: String
                let kind: String
            }
            let card: Card
            let places: [Place]
        }
        struct Viewer: Decodable, Sendable {
            let person: String
            let rooms: [String]
        }
        let now: Int64
        let directory: Directory
        let viewer: Viewer
    }

    /// What the desk answered.
    enum Outcome: Sendable {
        case accepted(position: Int64)
        case refused(String)
    }

    let state: State
    private let client: WebClient
    private let cookie: String

    /// Uses a sign-in link up.
    init(link: String, client: WebClient) async throws {
        guard let path = URL(string: link)?.path, path.hasPrefix("/enrol/") else {
            throw DrillError("\(link) is not a sign-in link")
        }
        let enrolled = try await client.send(.POST, path)
        guard let set = enrolled.headers.first(name: "Set-Cookie"),
            let cookie = set.split(separator: ";").first
        else {
            throw DrillError("the link \(link) does not work any more; each works once")
        }
        let answer = try await client.send(.GET, "/api/state", headers: [("Cookie", String(cookie))])
        guard answer.status == 200 else { throw DrillError("the state was answered \(answer.status)") }
        self.client = client
        self.cookie = String(cookie)
        state = try JSONDecoder().decode(State.self, from: Data(answer.body))
    }

    /// Posts a command.
    func send(_ command: [UInt8]) async throws -> Outcome {
        let answer = try await client.send(
            .POST, "/api/command", headers: [("Cookie", cookie), ("Content-Type", "application/json")],
            body: command)
        struct Accepted: Decodable { let position: Int64 }
        struct Refused: Decodable { let detail: String }
        if answer.status == 200 {
            return .accepted(
                position: try JSONDecoder().decode(Accepted.self, from: Data(answer.body)).position)
        }
        let problem = try? JSONDecoder().decode(Refused.self, from: Data(answer.body))
        return .refused(problem?.detail ?? "the server answered \(answer.status)")
    }
}
