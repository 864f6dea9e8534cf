import MusterDesk
import MusterServer
import Synchronization
import Testing

@Suite("The feed on real sockets", .timeLimit(.minutes(2)))
struct FeedServerTests {
    @Test("answers, catches up and carries events to every device")
    func carries() async throws {
        try await FeedTestServer.run { server in
            try await FeedTestClient.connect(server.port) { first in
                try await first.ask("/api/feed?site=north&after=0")
                let head = try await first.hear(until: "data: 0\n\n")
                #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
                #expect(head.contains("Content-Type: text/event-stream"))
                #expect(head.hasSuffix("\r\n\r\nretry: 2000\n\nevent: caught-up\nid: 0\ndata: 0\n\n"))
                try await FeedTestClient.connect(server.port) { second in
                    try await second.ask("/api/feed?site=north&after=0", session: "ben")
                    _ = try await second.hear(until: "data: 0\n\n")
                    server.publish(#"{"n":1}"#)
                    let event = "id: 1\nevent: record\ndata: {\"n\":1}\n\n"
                    #expect(try await first.hear(until: event) == event)
                    #expect(try await second.hear(until: event) == event)
                }
            }
        }
    }

    @Test("reads a request that comes in pieces")
    func pieces() async throws {
        try await FeedTestServer.run { server in
            try await FeedTestClient.connect(server.port) { client in
                for piece in [
                    "G", "ET /api", "/feed", "?after=0 HTTP/1.1\r\nHost: x\r\nCookie: muster_",
                    "session=a\r\n\r\n",
                ] {
                    try await client.say(piece)
                }
                #expect(try await client.hear(until: "data: 0\n\n").hasPrefix("HTTP/1.1 200"))
            }
        }
    }

    @Test("leaves ordinary requests to Hummingbird, and takes over a connection that made some")
    func takesOver() async throws {
        try await FeedTestServer.run { server in
            try await FeedTestClient.connect(server.port) { client in
                for _ in 0..<2 {
                    try await client.ask("/hello")
                    #expect(try await client.hear(until: "hello").hasPrefix("HTTP/1.1 200"))
                }
                try await client.ask("/api/feed?after=0")
                #expect(try await client.hear(until: "data: 0\n\n").contains("text/event-stream"))
                server.publish("{}")
                #expect(try await client.hear(until: "\n\n") == "id: 1\nevent: record\ndata: {}\n\n")
            }
        }
    }

    @Test("lets a path that only begins alike be an ordinary one")
    func similarPath() async throws {
        try await FeedTestServer.run { server in
            try await FeedTestClient.connect(server.port) { client in
                try await client.ask("/api/feeds", session: nil, "Connection: close\r\n")
                #expect(try await client.hearAll().hasPrefix("HTTP/1.1 404"))
            }
        }
    }

    @Test(
        "refuses with a problem that says what to do",
        arguments: [
            ("GET", "/api/feed?after=0", nil, "401", "session.missing"),
            ("GET", "/api/feed", "anna", "400", "feed.position-missing"),
            ("GET", "/api/feed?after=-3", "anna", "400", "feed.position-malformed"),
            ("POST", "/api/feed", "anna", "405", "feed.method"),
        ] as [(String, String, String?, String, String)])
    func refuses(method: String, target: String, session: String?, status: String, code: String) async throws
    {
        try await FeedTestServer.run { server in
            for reused in [false, true] {
                try await FeedTestClient.connect(server.port) { client in
                    if reused {
                        try await client.ask("/hello")
                        _ = try await client.hear(until: "hello")
                    }
                    try await client.ask(target, method: method, session: session, "Content-Length: 0\r\n")
                    let answer = try await client.hear(until: "}")
                    #expect(answer.hasPrefix("HTTP/1.1 \(status) "))
                    #expect(answer.contains("application/problem+json"))
                    #expect(answer.contains(code))
                }
            }
        }
    }

    @Test("answers HEAD without a body")
    func head() async throws {
        try await FeedTestServer.run { server in
            try await FeedTestClient.connect(server.port) { client in
                try await client.ask("/api/feed", method: "HEAD", "Connection: close\r\n")
                let answer = try await client.hearAll()
                #expect(answer.hasPrefix("HTTP/1.1 405"))
                #expect(answer.hasSuffix("\r\n\r\n"))
            }
        }
    }

    @Test("holds a device to its number of connections, and gives the place back")
    func holdsToTheNumber() async throws {
        var limits = FeedLimits()
        limits.connectionsPerDevice = 1
        try await FeedTestServer.run(limits: limits) { server in
            try await FeedTestClient.connect(server.port) { first in
                try await first.ask("/api/feed?after=0")
                _ = try await first.hear(until: "data: 0\n\n")
                try await FeedTestClient.connect(server.port) { second in
                    try await second.ask("/api/feed?after=0")
                    let answer = try await second.hear(until: "}")
                    #expect(answer.hasPrefix("HTTP/1.1 429") && answer.contains("\r\nRetry-After: 10\r\n"))
                }
            }
            while server.feed.meters.connections.load(ordering: .relaxed) > 0 { await Task.yield() }
            try await FeedTestClient.connect(server.port) { again in
                try await again.ask("/api/feed?after=0")
                #expect(try await again.hear(until: "data: 0\n\n").hasPrefix("HTTP/1.1 200"))
            }
        }
    }

    @Test("holds an address to its number of connections of any kind, and gives the place back")
    func holdsAnAddressToTheNumber() async throws {
        var limits = FeedLimits()
        limits.socketsPerAddress = 1
        try await FeedTestServer.run(limits: limits) { server in
            try await FeedTestClient.connect(server.port) { first in
                try await first.ask("/hello")
                _ = try await first.hear(until: "hello")
                try await FeedTestClient.connect(server.port) { second in
                    let heard = try await second.hearAll()
                    #expect(heard.isEmpty)
                }
                #expect(server.feed.meters.refusals.load(ordering: .relaxed) == 1)
                try await first.ask("/hello", "Connection: close\r\n")
                _ = try await first.hearAll()
            }
            var answer = ""
            while answer.isEmpty {
                try await FeedTestClient.connect(server.port) { again in
                    try? await again.ask("/hello", "Connection: close\r\n")
                    answer = (try? await again.hearAll()) ?? ""
                }
            }
            #expect(answer.hasPrefix("HTTP/1.1 200"))
        }
    }

    @Test("ends a connection that rests, and one whose request does not end")
    func endsTheIdle() async throws {
        var limits = FeedLimits()
        limits.idleMilliseconds = 100
        try await FeedTestServer.run(limits: limits) { server in
            try await FeedTestClient.connect(server.port) { client in
                try await client.ask("/hello")
                #expect(try await client.hearAll().hasSuffix("hello"))
            }
        }
        limits.idleMilliseconds = 60_000
        limits.requestMilliseconds = 100
        try await FeedTestServer.run(limits: limits) { server in
            try await FeedTestClient.connect(server.port) { client in
                try await client.ask("/hello", method: "POST", "Content-Length: 100\r\n")
                try await client.say("dribble")
                // Answered early or not, the connection is over.
                _ = try await client.hearAll()
            }
        }
    }

    @Test("beats with the head of the log")
    func beats() async throws {
        try await FeedTestServer.run { server in
            try await FeedTestClient.connect(server.port) { client in
                try await client.ask("/api/feed?after=0")
                _ = try await client.hear(until: "data: 0\n\n")
                server.feed.publish(site: "north", at: FeedPosition(4), [])
                server.feed.heartbeat()
                #expect(try await client.hear(until: "data: 4\n\n") == "event: caught-up\nid: 4\ndata: 4\n\n")
            }
        }
    }

    @Test("gives a device whose socket was full everything once and in order, and what comes later too")
    func fillsUpAndGoesOn() async throws {
        var limits = FeedLimits()
        limits.unsentBytes = 1_024
        limits.socketBytes = 4_096
        try await FeedTestServer.run(limits: limits) { server in
            try await FeedTestClient.connect(server.port) { client in
                try await client.ask("/api/feed?after=0")
                _ = try await client.hear(until: "data: 0\n\n")
                let padding = String(repeating: "x", count: 100_000)
                for round in 0..<3 {
                    // More than both sockets hold, less than the ring.
                    for _ in 0..<5 { server.publish("\"\(padding)\"") }
                    server.publish("\"end\(round)\"")
                    let heard = try await client.hear(until: "end\(round)\"\n\n")
                    let first = round * 6 + 1
                    let ids = heard.split(separator: "\n").map(String.init).filter { $0.hasPrefix("id: ") }
                    #expect(ids == (first..<first + 6).map { "id: \($0)" })
                }
            }
        }
    }

    @Test("drops a slow device without hurting another")
    func dropsTheSlow() async throws {
        var limits = FeedLimits()
        limits.slowMilliseconds = 0
        limits.unsentBytes = 1_024
        limits.socketBytes = 4_096
        try await FeedTestServer.run(limits: limits) { server in
            try await FeedTestClient.connect(server.port) { slow in
                try await slow.ask("/api/feed?after=0", session: "slow")
                _ = try await slow.hear(until: "data: 0\n\n")
                try await FeedTestClient.connect(server.port) { quick in
                    try await quick.ask("/api/feed?after=0", session: "quick")
                    _ = try await quick.hear(until: "data: 0\n\n")
                    let padding = String(repeating: "x", count: 200_000)
                    for number in 1...200 where server.feed.meters.drops.load(ordering: .relaxed) == 0 {
                        server.publish("\"\(padding)\(number)\"")
                        #expect(try await quick.hear(until: "\(number)\"\n\n").contains("id: \(number)\n"))
                        server.feed.heartbeat()
                        _ = try await quick.hear(until: "data: \(number)\n\n")
                    }
                    #expect(server.feed.meters.drops.load(ordering: .relaxed) == 1)
                }
            }
        }
    }
}
