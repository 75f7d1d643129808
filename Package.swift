// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with: the stricter rules of the next language mode, and no warnings.
let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

func target(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: swiftSettings)
}

let package = Package(
  name: "assay",
  targets: [
    // The rooms, from the ground up: a target imports only from those above it.
    target("ClaimModel"),
    target("Files"),
    target("Fingerprint", ["ClaimModel", "CSodium"]),
    target("Fetch", ["CCurl"]),
    target(
      "ArticleReader",
      ["ClaimModel", "Fingerprint", "CXML2", "CMarkdown", "CPageWeights", "CProcess"]),
    // Unoptimised, its loops over SIMD values take a hundred times as long: a minute for each article
    // that a test reads.
    .target(
      name: "Encoder", dependencies: ["COpenBLAS", "EncoderKernels", "EncoderWeights"],
      swiftSettings: swiftSettings + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    // Slow without optimisation, too.
    .target(
      name: "LinearModels",
      dependencies: ["CTaggerWeights", "CParserWeights", "CAttributionWeights"],
      swiftSettings: swiftSettings + [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    target("ClaimEngine", ["ClaimModel", "CSentenceWeights", "LinearModels", "Encoder"]),
    target("Journal", ["ClaimModel", "Files", "Fingerprint", "CSQLite"]),
    target("Interchange", ["ClaimModel", "Files", "Fingerprint", "CodebookData"]),
    target("Terminal", ["Files", "CReadline"]),
    target("Suggestions", ["ClaimModel"]),
    target(
      "Workbench",
      [
        "ClaimModel", "Files", "Fingerprint", "Fetch", "ArticleReader", "Encoder", "ClaimEngine",
        "Journal", "Interchange", "Terminal", "Suggestions",
      ]),
    .executableTarget(
      name: "assay", dependencies: ["ArticleReader", "ClaimModel", "Terminal", "Workbench"],
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "assay-bench",
      dependencies: [
        "ClaimModel", "Fingerprint", "ArticleReader", "Encoder", "ClaimEngine", "Journal",
        "Interchange", "Terminal", "Workbench", "CSQLite", "EngineFuzz", "TestSupport",
      ],
      swiftSettings: swiftSettings),

    // Libraries of the system, and data that is compiled in.
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CMarkdown", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CProcess"),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "COpenBLAS", providers: [.apt(["libopenblas-dev"])]),
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    // Not linked but loaded when it is needed, so a target of C.
    .target(name: "CCurl"),
    .target(name: "CodebookData"),
    .target(name: "CPageWeights", exclude: ["pages.bin"]),
    .target(name: "CSentenceWeights", exclude: ["sentences.bin"]),
    .target(name: "CTaggerWeights", exclude: ["tagger.bin"]),
    .target(name: "CParserWeights", exclude: ["parser.bin"]),
    .target(name: "CAttributionWeights", exclude: ["attributions.bin"]),
    .target(name: "EncoderWeights", exclude: ["encoder.weights"]),
    .target(
      name: "EncoderKernels", cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),

    // Training of what is compiled in.
    .target(
      name: "TrainingSupport", dependencies: ["ClaimEngine", "ClaimModel", "LinearModels"],
      path: "Training/support", swiftSettings: swiftSettings),
    .executableTarget(
      name: "train-tagger",
      dependencies: ["ClaimEngine", "LinearModels", "TestSupport", "TrainingSupport"],
      path: "Training/tagger", exclude: ["run"], swiftSettings: swiftSettings),
    .executableTarget(
      name: "train-parser",
      dependencies: ["ClaimEngine", "LinearModels", "TestSupport", "TrainingSupport"],
      path: "Training/parser", exclude: ["run"], swiftSettings: swiftSettings),
    .executableTarget(
      name: "train-attributions",
      dependencies: [
        "ArticleReader", "ClaimEngine", "ClaimModel", "LinearModels", "TestSupport",
        "TrainingSupport",
      ],
      path: "Training/attributions", exclude: ["run"], swiftSettings: swiftSettings),
    .executableTarget(
      name: "train-sentences", dependencies: ["ClaimEngine", "ClaimModel", "TestSupport"],
      path: "Training/sentences", exclude: ["run"], swiftSettings: swiftSettings),
    .executableTarget(
      name: "page-blocks", dependencies: ["ArticleReader"], path: "Training/pages",
      exclude: ["requirements.txt", "run", "train.py"], swiftSettings: swiftSettings),

    // Tests, and what they share.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings),
    .target(name: "CPty", path: "Tests/CPty"),
    .target(
      name: "ProcessSupport", dependencies: ["CPty"], path: "Tests/ProcessSupport",
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "LineReaderProbe", dependencies: ["Terminal"], path: "Tests/LineReaderProbe",
      swiftSettings: swiftSettings),
    tests("ClaimModelTests", ["ClaimModel", "TestSupport"]),
    tests("FilesTests", ["Files"]),
    tests("FingerprintTests", ["Fingerprint", "ClaimModel"]),
    .target(name: "WebSupport", path: "Tests/WebSupport", swiftSettings: swiftSettings),
    tests("FetchTests", ["Fetch", "WebSupport", "ProcessSupport"]),
    .target(
      name: "ReaderFuzz", dependencies: ["ArticleReader", "ClaimModel", "TestSupport"],
      path: "Tests/ReaderFuzz", exclude: ["Corpus"], swiftSettings: swiftSettings),
    .executableTarget(
      name: "reader-fuzz", dependencies: ["ReaderFuzz"], path: "Tests/ReaderFuzzer",
      swiftSettings: swiftSettings),
    .target(
      name: "JournalFuzz",
      dependencies: [
        "ClaimModel", "Fingerprint", "Journal", "Terminal", "Workbench", "CSQLite", "TestSupport",
      ],
      path: "Tests/JournalFuzz", swiftSettings: swiftSettings),
    .executableTarget(
      name: "journal-fuzz", dependencies: ["JournalFuzz"], path: "Tests/JournalFuzzer",
      swiftSettings: swiftSettings),
    .target(
      name: "EngineFuzz", dependencies: ["ClaimEngine", "ClaimModel", "TestSupport"],
      path: "Tests/EngineFuzz", exclude: ["spoken.txt"], swiftSettings: swiftSettings),
    .executableTarget(
      name: "engine-fuzz",
      dependencies: ["ArticleReader", "ClaimEngine", "ClaimModel", "EngineFuzz"],
      path: "Tests/EngineFuzzer", swiftSettings: swiftSettings),
    .executableTarget(
      name: "engine-ablation",
      dependencies: ["ArticleReader", "ClaimEngine", "ClaimModel", "Interchange"],
      path: "Tests/EngineAblation", swiftSettings: swiftSettings),
    tests("ArticleReaderTests", ["ArticleReader", "ClaimModel", "ReaderFuzz", "TestSupport"]),
    .testTarget(
      name: "EncoderTests", dependencies: ["Encoder", "TestSupport"], exclude: ["Golden"],
      swiftSettings: swiftSettings),
    tests(
      "ClaimEngineTests",
      ["ClaimEngine", "ClaimModel", "EngineFuzz", "LinearModels", "TestSupport", "Encoder"]),
    tests("LinearModelsTests", ["LinearModels", "TestSupport"]),
    tests("QualityTests", ["ArticleReader", "ClaimEngine", "ClaimModel", "Terminal", "Workbench"]),
    tests("JournalTests", ["Journal", "ClaimModel", "Files", "Fingerprint", "TestSupport"]),
    tests(
      "InterchangeTests",
      [
        "Interchange", "Files", "Journal", "Fingerprint", "ClaimModel", "Terminal", "TestSupport",
        "Workbench",
      ]),
    tests("ProcessSupportTests", ["ProcessSupport"]),
    tests("SuggestionsTests", ["Suggestions", "ClaimModel"]),
    tests("BenchTests", ["assay-bench", "ClaimModel"]),
    tests(
      "TerminalTests", ["Terminal", "Files", "TestSupport", "ProcessSupport", "LineReaderProbe"]),
    .testTarget(
      name: "WorkbenchTests",
      dependencies: [
        "Workbench", "ClaimModel", "Encoder", "Fingerprint", "Interchange", "Journal",
        "JournalFuzz", "Terminal", "TestSupport",
      ],
      exclude: ["Annotate/Golden"], swiftSettings: swiftSettings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["assay", "ClaimModel", "ProcessSupport", "TestSupport", "WebSupport"],
      exclude: ["Golden"], swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
