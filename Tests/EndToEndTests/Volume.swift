import Glibc
import ProcessSupport

/// A small file system of its own in a folder of the desk, for faults that only one can give; needs
/// root and the right to mount.
final class Volume {
  private let path: String
  private let desk: Desk

  /// - Parameter name: A new folder of the desk.
  init(_ name: String, on desk: Desk, kilobytes: Int) throws {
    self.desk = desk
    path = desk.path(name)
    mkdir(path, 0o755)
    let result = try desk.system("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path)
    if result.exitCode != 0 { throw ProcessError.system(call: "mount", code: EPERM) }
  }

  deinit { _ = try? desk.system("umount", "--lazy", path) }

  func makeReadOnly() throws {
    let result = try desk.system("mount", "-o", "remount,ro", path)
    if result.exitCode != 0 { throw ProcessError.system(call: "mount", code: EPERM) }
  }

  /// Whether this machine lets the tests mount one.
  static let isPossible: Bool = {
    guard geteuid() == 0, let desk = try? Desk() else { return false }
    return (try? Volume("trial", on: desk, kilobytes: 64)) != nil
  }()
}
