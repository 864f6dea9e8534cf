import MusterDesk
import MusterServer
import Testing

@Suite("A device that resumes", .timeLimit(.minutes(2)))
struct FeedResumeTests {
    @Test("gets what it missed by Last-Event-ID, which counts before the address")
    func resumes() async throws {
        try await FeedTestServer.run { server in
            for number in 1...7 { server.publish("\(number)") }
            try await FeedTestClient.connect(server.port) { client in
                try await client.ask("/api/feed?after=1", session: "anna", "Last-Event-ID: 4\r\n")
                let text = try await client.hear(until: "event: caught-up\nid: 7\ndata: 7\n\n")
                #expect(ids(text) == [5, 6, 7, 7])
            }
        }
    }

    @Test("gets each position once when events are published while the log is read", arguments: 0..<6)
    func joins(appendedBefore: Int) async throws {
        try await FeedTestServer.run { server in
            for number in 1...3 { server.publish("\(number)") }
            server.log.hold()
            try await FeedTestClient.connect(server.port) { client in
                try await client.ask("/api/feed?after=0")
                var readings = server.log.readings.makeAsyncIterator()
                _ = await readings.next()
                // Some of these are in the log's next page too, all are published while it is read.
                for number in 0..<appendedBefore { server.publish("\(number + 4)") }
                server.log.release()
                _ = try await client.hear(
                    until: "event: caught-up\nid: \(3 + appendedBefore)\ndata: \(3 + appendedBefore)\n\n")
                server.publish("last")
                let text = try await client.hear(until: "data: last\n\n")
                #expect(ids(text) == [4 + appendedBefore])
            }
        }
    }

    @Test("is told to fetch anew when the log is not what it was")
    func startsAnew() async throws {
        try await FeedTestServer.run { server in
            try await FeedTestClient.connect(server.port) { client in
                try await client.ask("/api/feed?after=12")
                #expect(try await client.hearAll().hasSuffix("event: restart\ndata: {}\n\n"))
            }
        }
    }

    private func ids(_ text: String) -> [Int] {
        text.split(separator: "\n").filter { $0.hasPrefix("id: ") }.compactMap { Int($0.dropFirst(4)) }
    }
}
