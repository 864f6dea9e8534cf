package import Configuration

extension ServerConfiguration {
    /// The settings as the providers have them, the first one that knows a key winning; what none knows stays as it is.
    ///
    /// The command line puts its flags before the environment, where the keys are spelled `MUSTER_PORT` and so on.
    package init(_ reader: ConfigReader) {
        self.init()
        host = reader.string(forKey: "host", default: host)
        port = reader.int(forKey: "port", default: port)
        data = reader.string(forKey: "data", default: data)
        web = reader.string(forKey: "web", default: web)
        plans = reader.string(forKey: "plans", default: plans)
        wasm = reader.string(forKey: "wasm", default: wasm)
        certificate = reader.string(forKey: "certificate")
        key = reader.string(forKey: "key")
        origin = reader.string(forKey: "origin")
        enrolmentLasts = Self.milliseconds(reader.int(forKey: "enrolment.hours"), hour) ?? enrolmentLasts
        sessionLasts = Self.milliseconds(reader.int(forKey: "session.days"), 24 * hour) ?? sessionLasts
        commandBytes = reader.int(forKey: "command.bytes", default: commandBytes)
        rosterBytes = reader.int(forKey: "roster.bytes", default: rosterBytes)
        dutyBytes = reader.int(forKey: "duty.bytes", default: dutyBytes)
        commandsPerTenSeconds = Int32(
            clamping: reader.int(forKey: "commands.per.ten.seconds", default: Int(commandsPerTenSeconds)))
        readsPerTenSeconds = Int32(
            clamping: reader.int(forKey: "reads.per.ten.seconds", default: Int(readsPerTenSeconds)))
        snapshotEvery = Int64(reader.int(forKey: "snapshot.every", default: Int(snapshotEvery)))
    }

    private var hour: Int64 { 60 * 60 * 1000 }

    private static func milliseconds(_ count: Int?, _ unit: Int64) -> Int64? {
        guard let count, count > 0 else { return nil }
        return Int64(count) * unit
    }
}
