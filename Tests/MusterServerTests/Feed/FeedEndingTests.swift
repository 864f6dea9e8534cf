import MusterDesk
import MusterServer
import Testing

@Suite("The end of a feed", .timeLimit(.minutes(2)))
struct FeedEndingTests {
    @Test("comes with a goodbye and spread delays when the server stops")
    func stops() async throws {
        try await FeedTestServer.run { server in
            try await FeedTestClient.connect(server.port) { first in
                try await first.ask("/api/feed?after=0")
                _ = try await first.hear(until: "data: 0\n\n")
                try await FeedTestClient.connect(server.port) { second in
                    try await second.ask("/hello")
                    _ = try await second.hear(until: "hello")
                    try await second.ask("/api/feed?after=0")
                    _ = try await second.hear(until: "data: 0\n\n")
                    await server.stop()
                    for text in [try await first.hearAll(), try await second.hearAll()] {
                        #expect(text.hasPrefix("retry: "))
                        #expect(text.contains("event: bye\ndata: {\"reason\":\"shutdown\",\"retry\":"))
                    }
                }
            }
        }
    }

    @Test("comes at once for a revoked session, and for no other")
    func revokes() async throws {
        try await FeedTestServer.run { server in
            try await FeedTestClient.connect(server.port) { anna in
                try await anna.ask("/api/feed?after=0")
                _ = try await anna.hear(until: "data: 0\n\n")
                try await FeedTestClient.connect(server.port) { ben in
                    try await ben.ask("/api/feed?after=0", session: "ben")
                    _ = try await ben.hear(until: "data: 0\n\n")
                    server.gate.revoke("anna")
                    server.feed.revoke(FeedDevice("anna"))
                    #expect(try await anna.hearAll().contains("\"reason\":\"revoked\""))
                    server.publish("1")
                    #expect(try await ben.hear(until: "data: 1\n\n") == "id: 1\nevent: record\ndata: 1\n\n")
                }
            }
        }
    }

    @Test("reaches a session that is revoked while its log is read")
    func revokesEarly() async throws {
        try await FeedTestServer.run { server in
            server.log.hold()
            try await FeedTestClient.connect(server.port) { client in
                try await client.ask("/api/feed?after=0")
                var readings = server.log.readings.makeAsyncIterator()
                _ = await readings.next()
                server.gate.revoke("anna")
                server.feed.revoke(FeedDevice("anna"))
                #expect(try await client.hearAll().contains("revoked"))
                server.log.release()
            }
        }
    }

    @Test("tells a device whose slice changed to begin anew")
    func reslices() async throws {
        try await FeedTestServer.run { server in
            try await FeedTestClient.connect(server.port) { client in
                try await client.ask("/api/feed?after=0")
                _ = try await client.hear(until: "data: 0\n\n")
                server.feed.restart(FeedDevice("anna"))
                #expect(try await client.hearAll() == "retry: 2000\nevent: restart\ndata: {}\n\n")
            }
        }
    }
}
