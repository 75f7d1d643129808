import Foundation

/// What 728985e wrote; see `Tests/Earlier`.
enum Earlier {
  /// Puts its store, of version 2, somewhere.
  static func copyStore(to path: String) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    try FileManager.default.copyItem(
      atPath: tests.appending(path: "Earlier/store-2.sqlite").path(), toPath: path)
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: path)))
  }

  static func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}
