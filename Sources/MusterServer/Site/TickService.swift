import ServiceLifecycle

/// Lets deadlines act: looks every few hundred milliseconds, which also notices a clock that jumped.
package struct TickService: Service {
    private let registry: SiteRegistry
    private let interval: Duration

    /// Ticks the registry at an interval in milliseconds.
    package init(_ registry: SiteRegistry, every milliseconds: Int64) {
        self.registry = registry
        interval = .milliseconds(milliseconds)
    }

    /// Ticks until shutdown.
    package func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                while true {
                    try await Task.sleep(for: interval)
                    await registry.tick()
                }
            }
        } catch is CancellationError {}
        await registry.keepSnapshots()
    }
}
