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
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(
      name: "ArticleReader", dependencies: ["ClaimModel", "Fingerprint", "CXML2"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "ArticleReaderTests", dependencies: ["ArticleReader", "ClaimModel"],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "FingerprintTests", dependencies: ["Fingerprint", "ClaimModel"],
      swiftSettings: swiftSettings),
    .testTarget(name: "ClaimModelTests", dependencies: ["ClaimModel"], swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6]
)
