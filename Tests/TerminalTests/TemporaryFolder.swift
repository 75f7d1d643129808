import FoundationEssentials
import Glibc

/// A fresh folder that is removed with everything in it at the end of the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/terminal-tests.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemFailure(code: errno) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ bytes: [UInt8], to name: String, mode: mode_t = 0o644) throws {
    let descriptor = open(file(name), O_WRONLY | O_CREAT | O_TRUNC, mode)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
    defer { close(descriptor) }
    guard Glibc.write(descriptor, bytes, bytes.count) == bytes.count else {
      throw SystemFailure(code: errno)
    }
  }

  func read(_ name: String) throws -> String {
    let descriptor = open(file(name), O_RDONLY)
    guard descriptor >= 0 else { throw SystemFailure(code: errno) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    return String(decoding: bytes[..<Glibc.read(descriptor, &bytes, bytes.count)], as: UTF8.self)
  }

  /// The permission bits of a file.
  func mode(of name: String) -> mode_t {
    var status = stat()
    return stat(file(name), &status) == 0 ? status.st_mode & 0o777 : 0
  }
}

struct SystemFailure: Error {
  let code: CInt
}
