import ServiceLifecycle

/// Lets deadlines act: looks every few hundred milliseconds, which also notices a clock that jumped.
package struct TickService: Service {
    private let registry: SiteRegistry
    private let interval: Duration
    private let housekeeping: @Sendable () async -> Void

    /// Ticks the registry at an interval in milliseconds, and lets what else has a time limit look after itself.
    package init(
        _ registry: SiteRegistry, every milliseconds: Int64,
        housekeeping: @escaping @Sendable () async -> Void
    ) {
        self.registry = registry
        interval = .milliseconds(milliseconds)
        self.housekeeping = housekeeping
    }

    /// Ticks until shutdown.
    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                while true {
                    try await Task.sleep(for: interval)
                    await registry.tick()
                    await housekeeping()
                }
            }
        } catch is CancellationError {}
        await registry.keepSnapshots()
    }
}
