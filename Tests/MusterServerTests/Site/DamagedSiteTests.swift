import Foundation
import HTTPTypes
import MusterCore
import MusterLog
import Testing

@testable import MusterServer

/// One site whose record cannot be read stops neither the server nor another site.
struct DamagedSiteTests {
    @Test func theOthersServeAndHealthNamesIt() async throws {
        try await ServerFixture.run(log: DamagedLog(ServerFixture.otherSite.retyped())) { school, client in
            try await school.server.registry.loadAll()
            let health = try await client.ask("/health")
            #expect(health.status == .ok && health.json["status"] as? String == "damaged")
            #expect(health.json["sites"] as? [String] == ["elm"])
            let cookie = try await school.signIn(.teacher)
            #expect(try await client.command(school.lockdown(), cookie: cookie).status == .ok)
            let problem = Problem(LogError(.corrupt, DamagedLog.secret))
            #expect(problem.code == "log-corrupt" && problem.detail.contains("printed card"))
        }
    }

    @Test func whatBrowsersNeedIsNamedWhenItIsMissing() {
        var settings = ServerConfiguration()
        settings.web = "/nowhere"
        settings.wasm = "/nowhere/muster.wasm"
        #expect(settings.missingFiles.contains("/nowhere/main.mjs"))
        #expect(settings.missingFiles.last == "/nowhere/muster.wasm")
        settings.web = "Web"
        #expect(settings.missingFiles == ["/nowhere/muster.wasm"])
    }

    @Test func settingsThatCannotBeMeantAreNamed() {
        var settings = ServerConfiguration()
        #expect(settings.problems.isEmpty)
        settings.origin = "https://muster.school.example:8443"
        #expect(settings.problems.isEmpty)
        for port in [-1, 65_536, 99_999] {
            settings.port = port
            #expect(settings.problems == ["\(port) is no port: choose one from 1 to 65535."])
        }
        settings.port = 443
        for origin in [
            "javascript:alert(1)", "muster.example", "https://", "https://a/b", "https://a?b", "ftp://a",
        ] {
            settings.origin = origin
            #expect(settings.problems.first?.contains("is no origin") == true, "\(origin)")
        }
        settings.origin = nil
        settings.certificate = "/nowhere/chain.pem"
        #expect(settings.problems.count == 2)
        settings.key = "/nowhere/key.pem"
        #expect(
            settings.problems.map { $0.prefix(33) } == [
                "The certificate /nowhere/chain.pe", "The key /nowhere/key.pem cannot b",
            ])
    }

    @Test func whatWaitedAtTheLastEndIsGoneAtTheStart() async throws {
        let school = try await ServerFixture()
        let path = try await school.server.trials.freshPath()
        try "names".write(toFile: path, atomically: true, encoding: .utf8)
        _ = RosterTrials(folder: school.folder + "/uploads")
        #expect(!FileManager.default.fileExists(atPath: path))
    }
}
