// swift-tools-version:6.2

import PackageDescription

/// What every Swift target is compiled with; `docs/notes/swift-settings.md` says why.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

/// The pure targets touch no memory by hand.
let pure = settings + [.strictMemorySafety()]

/// What digests are written by goes into the program, which then needs no file beside it.
let digestTemplates = [
    "asides.html", "digest.html", "digest.md", "digest.txt", "entry.html", "facts.html",
    "head.html", "index.html", "marks.html", "outlets.html", "quotes.html", "story.html",
    "style.css", "words.ar.json", "words.en.json", "words.fr.json",
]

let package = Package(
    name: "marsad",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLinux"),
        .target(name: "CRuntime"),
        .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "News", swiftSettings: pure),
        .target(name: "Feeds", dependencies: ["News", "CLibXML2"], swiftSettings: settings),
        .target(name: "Polling", dependencies: ["News", "CCurl"], swiftSettings: settings),
        .target(name: "Extraction", dependencies: ["News"], swiftSettings: pure),
        .target(
            name: "Storage",
            dependencies: [
                "CSQLite", "News", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(name: "Sockets", swiftSettings: settings),
        .target(name: "Hooks", dependencies: ["CCrypto"], swiftSettings: settings),
        .target(
            name: "Digests",
            dependencies: [
                "CCrypto", "News", .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: digestTemplates.map { .embedInCode("Templates/\($0)") },
            swiftSettings: settings),
        .target(
            name: "Settings",
            dependencies: ["Digests", "Polling", "Feeds", "Extraction", "News", "Yams"],
            swiftSettings: settings),
        .target(
            name: "Origin", dependencies: ["FlyingFox", "News"], swiftSettings: settings),
        .executableTarget(
            name: "marsad",
            dependencies: [
                "Settings", "Digests", "Storage", "Extraction", "Feeds", "Polling", "Hooks",
                "News", "Origin", "Sockets", "CLinux", "CRuntime",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "HeapModule", package: "swift-collections"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings),
        .target(name: "Metering", path: "Benchmarks/Metering", swiftSettings: settings),
        .target(name: "CountedMalloc", path: "Benchmarks/CountedMalloc"),
        .executableTarget(
            name: "ExtractionBenchmark",
            dependencies: ["CountedMalloc", "Metering", "Settings", "Extraction", "News"],
            path: "Benchmarks/Extraction", exclude: ["french.txt"], swiftSettings: settings),
        .executableTarget(
            name: "FeedsBenchmark", dependencies: ["Metering", "Feeds", "CLibXML2"],
            path: "Benchmarks/Feeds", swiftSettings: settings),
        .executableTarget(
            name: "DigestsBenchmark",
            dependencies: ["Metering", "Digests", "Settings", "Storage", "Extraction", "News"],
            path: "Benchmarks/Digests", exclude: ["archive.py", "rival.py"],
            swiftSettings: settings),
        .executableTarget(
            name: "ArchiveBenchmark", dependencies: ["Extraction", "Storage", "News"],
            path: "Benchmarks/Archive", swiftSettings: settings),
        .executableTarget(
            name: "Soak", dependencies: ["Origin", "Sockets"], path: "Benchmarks/Soak",
            exclude: ["idle.py"], swiftSettings: settings),
        .executableTarget(
            name: "PollingBenchmark", dependencies: ["Feeds", "News", "Polling"],
            path: "Benchmarks/Polling", exclude: ["measure.py", "origin.c", "peer.c"],
            swiftSettings: settings),
        .testTarget(name: "NewsTests", dependencies: ["News"], swiftSettings: settings),
        .testTarget(
            name: "FeedsTests", dependencies: ["Feeds", "News"],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "PollingTests", dependencies: ["Polling", "Origin", "News"],
            swiftSettings: settings),
        .testTarget(
            name: "ExtractionTests", dependencies: ["Extraction", "Settings", "News"],
            exclude: [
                "Facts/Sentences", "Matching/Rows", "Stories/told.txt", "Stories/told-later.txt",
                "Stories/told-widely.txt", "Stories/told-anew.txt", "Stories/told-last.txt",
                "Stories/told-closely.txt", "Stories/told-afresh.txt",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "StorageTests", dependencies: ["Storage", "News"], exclude: ["Schemas"],
            swiftSettings: settings),
        .testTarget(
            name: "SettingsTests", dependencies: ["Settings", "Extraction", "Polling", "News"],
            swiftSettings: settings),
        .testTarget(
            name: "HooksTests", dependencies: ["Hooks"], swiftSettings: settings),
        .testTarget(
            name: "DigestsTests",
            dependencies: [
                "Digests", "News", .product(name: "Mustache", package: "swift-mustache"),
            ],
            exclude: ["Golden"],
            swiftSettings: settings),
        .testTarget(
            name: "MarsadTests",
            dependencies: [
                "marsad", "Origin", "Settings", "Storage", "Feeds", "Extraction", "Digests", "News",
                "Hooks", "Sockets", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Digests/Golden"],
            swiftSettings: settings),
    ]
)
