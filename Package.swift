// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is compiled with: the stricter rules of the next language mode, and no warnings.
let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "assay",
  targets: [
    .target(name: "ClaimModel", swiftSettings: swiftSettings),
    .systemLibrary(name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .target(
      name: "Fingerprint", dependencies: ["ClaimModel", "CSodium"], swiftSettings: swiftSettings),
    .target(
      name: "ClaimEngine", dependencies: ["ClaimModel", "CTaggerWeights"],
      swiftSettings: swiftSettings),
    .target(name: "CTaggerWeights", exclude: ["tagger.bin"]),
    .executableTarget(
      name: "train-tagger", dependencies: ["ClaimEngine", "ClaimModel"], path: "Training/tagger",
      exclude: ["run"], swiftSettings: swiftSettings),
    .testTarget(
      name: "ClaimEngineTests", dependencies: ["ClaimEngine", "ClaimModel", "TestSupport"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "FingerprintTests", dependencies: ["Fingerprint", "ClaimModel"],
      swiftSettings: swiftSettings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftSettings),
    .testTarget(
      name: "ClaimModelTests", dependencies: ["ClaimModel", "TestSupport"],
      swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)
