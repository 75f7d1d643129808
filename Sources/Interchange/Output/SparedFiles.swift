private import Files
private import Glibc

/// Files that no export may take the place of, whatever they are called: those of the open store.
package struct SparedFiles: Sendable {
  private var identities: Set<FileIdentity> = []
  /// With every link resolved; some of the files are there only now and then.
  private var paths: Set<String> = []

  /// None.
  package init() {}

  /// A store, and what is kept beside it.
  package init(store path: String) {
    guard !path.isEmpty else { return }
    for path in Set([path, Self.resolved(path)]) {
      for suffix in ["", "-wal", "-shm", "-journal", ".holds"] {
        if let identity = FileIdentity(at: path + suffix) { identities.insert(identity) }
        paths.insert(Self.resolved(path + suffix))
      }
    }
  }

  func contains(_ path: String) -> Bool {
    FileIdentity(at: path).map(identities.contains) ?? false
      || paths.contains(Self.resolved(path))
  }

  /// A path without links; where there is no file yet, its folder without links, and the name.
  private static func resolved(_ path: String) -> String {
    if let resolved = realPath(path) { return resolved }
    let (folder, name) = OutputFile.split(path)
    return (realPath(folder.isEmpty ? "." : folder) ?? folder) + "/" + name
  }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
