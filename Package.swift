// swift-tools-version: 6.2
import PackageDescription

/// The one set of compiler settings of the house: what is not written here is the same everywhere.
let houseSettings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

func house(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: houseSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: houseSettings)
}

/// `MUSTER_ONLY=core` leaves out whatever needs a dependency, so that the rules build and test alone in seconds.
let coreOnly = Context.environment["MUSTER_ONLY"] == "core"

/// Bottom-up: a target may only depend on what stands above it in this list.
let core: [Target] = [
    house("MusterCore"),
    house("MusterViews", ["MusterCore"]),
    house("MusterBrowser", ["MusterCore", "MusterViews"]),
    // What every copy of a history must come to: written by Swift's tests, followed by those of Node and Chromium.
    .target(
        name: "SameEverywhere", dependencies: ["MusterCore"], path: "Tests/SameEverywhere",
        exclude: ["follow.mjs", "follow.html", "page.mjs"], swiftSettings: houseSettings),
    // Coverage judged minute by minute: the tests hold the analysis against it, the benchmark measures beside it.
    .target(
        name: "CoverageOracle", dependencies: ["MusterCore"], path: "Tests/CoverageOracle",
        swiftSettings: houseSettings),
    tests(
        "MusterCoreTests", ["MusterCore", "SameEverywhere", "CoverageOracle"], resources: [.copy("Fixtures")]),
    tests("MusterViewsTests", ["MusterCore", "MusterViews", "MusterBrowser"]),
    tests("ArchitectureTests", []),
]

let server: [Target] = [
    .systemLibrary(
        name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
        name: "CLibICal", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
    .systemLibrary(
        name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    house("MusterLog", ["MusterCore", .product(name: "Crypto", package: "swift-crypto")]),
    house("MusterDesk", ["MusterCore", "MusterLog"]),
    house(
        "MusterSQLite",
        [
            "MusterCore", "MusterLog", .product(name: "GRDB", package: "GRDB.swift"),
            .product(name: "GRDBSQLite", package: "GRDB.swift"),
        ]),
    house("MusterExchange", ["MusterCore", "MusterLog", "CLibArchive", "CLibICal"]),
    house("MusterSimulation", ["MusterCore", "MusterLog", "MusterDesk"]),
    house(
        "MusterServer",
        [
            "MusterCore", "MusterViews", "MusterLog", "MusterDesk", "MusterSQLite", "MusterExchange",
            "CQREncode",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "HummingbirdTLS", package: "hummingbird"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"),
            .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "Metrics", package: "swift-metrics"),
            .product(name: "Configuration", package: "swift-configuration"),
            .product(name: "Crypto", package: "swift-crypto"),
        ]),
    .executableTarget(
        name: "muster",
        dependencies: [
            "MusterServer", "MusterExchange", "MusterSQLite", "MusterLog", "MusterCore", "MusterDesk",
            "MusterViews", "MusterSimulation",
            .product(name: "ArgumentParser", package: "swift-argument-parser"),
            .product(name: "Logging", package: "swift-log"),
            .product(name: "NIOCore", package: "swift-nio"),
            .product(name: "NIOPosix", package: "swift-nio"),
            .product(name: "NIOHTTP1", package: "swift-nio"),
            .product(name: "Configuration", package: "swift-configuration"),
        ],
        swiftSettings: houseSettings),
    .target(
        name: "CDropVFS", path: "Tests/CDropVFS", linkerSettings: [.linkedLibrary("sqlite3")]),
    .executableTarget(
        name: "append-load", dependencies: ["MusterCore", "MusterLog", "MusterSQLite"],
        path: "Tests/AppendLoad", swiftSettings: houseSettings),
    tests(
        "MusterLogTests", ["MusterCore", "MusterLog", "MusterSQLite", "CDropVFS", "append-load"],
        resources: [.copy("Fixtures")]),
    tests(
        "MusterDeskTests",
        [
            "MusterCore", "MusterLog", "MusterDesk", "MusterSQLite", "MusterSimulation", "SameEverywhere",
        ]),
    tests("MusterExchangeTests", ["MusterCore", "MusterLog", "MusterExchange"]),
    tests(
        "MusterServerTests",
        [
            "MusterCore", "MusterViews", "MusterLog", "MusterDesk", "MusterServer", "MusterSQLite",
            "MusterExchange", .product(name: "HummingbirdTesting", package: "hummingbird"),
            .product(name: "Configuration", package: "swift-configuration"),
            .product(name: "GRDB", package: "GRDB.swift"),
        ]),
]

/// `MUSTER_BENCH=1` adds the programs that only the benchmarks run, so that no one else builds them.
let isBench = Context.environment["MUSTER_BENCH"] == "1"
let coreBenchmarks: [Target] =
    isBench
    ? [
        .executableTarget(
            name: "coverage-bench", dependencies: ["MusterCore", "CoverageOracle"],
            path: "Benchmarks/coverage/coverage-bench", swiftSettings: houseSettings)
    ] : []
let benchmarks: [Target] =
    isBench
    ? [
        .executableTarget(
            name: "fan-out-server",
            dependencies: [
                "MusterDesk", "MusterServer",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Benchmarks/fan-out/server", swiftSettings: houseSettings),
        .executableTarget(
            name: "log-bench", dependencies: ["MusterCore", "MusterLog", "MusterSQLite"],
            path: "Benchmarks/log/log-bench", swiftSettings: houseSettings),
    ] : []

let package = Package(
    name: "muster",
    products: coreOnly ? [] : [.executable(name: "muster", targets: ["muster"])],
    dependencies: coreOnly
        ? []
        : [
            .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
            .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
            .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
            .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
            .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
            .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
            .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
            .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
            .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
            .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
            .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
            .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        ],
    targets: core + coreBenchmarks + (coreOnly ? [] : server + benchmarks)
)
