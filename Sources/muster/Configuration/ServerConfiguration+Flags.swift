import Configuration
import MusterServer

extension ServerConfiguration {
    /// Flags first, then the environment, then the defaults.
    static func read(_ flags: [String: String?], port: Int? = nil) -> ServerConfiguration {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        for (name, value) in flags {
            if let value { values[AbsoluteConfigKey([name])] = ConfigValue(.string(value), isSecret: false) }
        }
        if let port { values["port"] = ConfigValue(.int(port), isSecret: false) }
        let environment = KeyMappingProvider(upstream: EnvironmentVariablesProvider()) {
            $0.prepending(["muster"])
        }
        return ServerConfiguration(
            ConfigReader(providers: [InMemoryProvider(values: values), environment]))
    }
}
