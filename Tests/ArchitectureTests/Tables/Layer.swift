/// What one target may import: the arrows of the house, which point down only.
///
/// A new target or a new arrow is a line here, and a decision record when it is hard to take back.
struct Layer {
    let target: String
    /// Targets of this package.
    let inside: Set<String>
    /// Modules of the system and of other packages.
    let outside: Set<String>

    init(_ target: String, _ inside: Set<String> = [], outside: Set<String> = []) {
        self.target = target
        self.inside = inside
        self.outside = outside
    }

    /// Whether a file of this target may import a module.
    func allows(_ module: String) -> Bool { inside.contains(module) || outside.contains(module) }

    /// The whole house, bottom-up.
    static let all: [Layer] = [
        Layer("CLibArchive"),
        Layer("CLibICal"),
        Layer("CQREncode"),
        Layer("MusterCore"),
        Layer("MusterViews", ["MusterCore"]),
        Layer("MusterBrowser", ["MusterCore", "MusterViews"]),
        Layer("MusterLog", ["MusterCore"], outside: system.union(["Crypto"])),
        // Desks are state machines without I/O: no Foundation, no sockets, no files.
        Layer("MusterDesk", ["MusterCore", "MusterLog"], outside: ["Synchronization"]),
        Layer("MusterSQLite", ["MusterCore", "MusterLog"], outside: system.union(["GRDB", "GRDBSQLite"])),
        Layer("MusterExchange", ["MusterCore", "MusterLog", "CLibArchive", "CLibICal"], outside: system),
        Layer("MusterDelivery", ["MusterCore", "MusterLog"], outside: system.union(["Crypto", "Logging"])),
        Layer(
            "MusterSimulation", ["MusterCore", "MusterLog", "MusterDesk"],
            outside: ["Foundation", "Synchronization"]),
        Layer("MusterServer", belowServer, outside: system.union(serverModules)),
        Layer(
            "muster", belowServer.union(["MusterServer", "MusterSimulation"]),
            outside: system.union([
                "ArgumentParser", "Logging", "ServiceLifecycle", "Configuration", "NIOCore", "NIOPosix",
                "NIOHTTP1",
            ])),
    ]

    private static let belowServer: Set<String> = [
        "MusterCore", "MusterViews", "MusterLog", "MusterDesk", "MusterSQLite", "MusterExchange",
        "MusterDelivery", "CQREncode",
    ]

    private static let serverModules: Set<String> = [
        "Hummingbird", "HummingbirdCore", "HummingbirdTLS", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOSSL",
        "ServiceLifecycle", "Logging", "Metrics", "Configuration", "Crypto", "HTTPTypes", "NIOHTTPTypes",
    ]

    private static let system: Set<String> = ["Foundation", "Synchronization", "Glibc", "Dispatch"]

    /// The targets that are also compiled to WebAssembly, as Embedded Swift.
    static let embedded: Set<String> = ["MusterCore", "MusterViews", "MusterBrowser"]
}
