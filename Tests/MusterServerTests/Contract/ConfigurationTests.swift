import Configuration
import Testing

@testable import MusterServer

/// Settings come from flags before the environment before the defaults.
struct ConfigurationTests {
    @Test func whatNobodySaysStaysAsItIs() {
        let settings = ServerConfiguration(ConfigReader(provider: InMemoryProvider(values: [:])))
        #expect(settings.port == 8080 && settings.host == "127.0.0.1" && settings.certificate == nil)
        #expect(settings.address == "http://127.0.0.1:8080")
        #expect(settings.enrolmentLasts == 24 * 60 * 60 * 1000)
    }

    @Test func theFirstProviderThatKnowsAKeyWins() {
        let flags = InMemoryProvider(values: ["port": 9000])
        let environment = KeyMappingProvider(
            upstream: EnvironmentVariablesProvider(environmentVariables: [
                "MUSTER_PORT": "9100", "MUSTER_HOST": "0.0.0.0", "MUSTER_SESSION_DAYS": "7",
                "MUSTER_COMMANDS_PER_TEN_SECONDS": "99",
            ])
        ) { $0.prepending(["muster"]) }
        let settings = ServerConfiguration(ConfigReader(providers: [flags, environment]))
        #expect(settings.port == 9000 && settings.host == "0.0.0.0")
        #expect(settings.sessionLasts == 7 * 24 * 60 * 60 * 1000 && settings.commandsPerTenSeconds == 99)
    }
}
