private import Glibc

/// An `errno` as people read it: `no such file or directory`.
struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  let errno: Int32

  init(_ errno: Int32) { self.errno = errno }

  /// Of the system call that failed just now.
  static var current: SystemError { SystemError(Glibc.errno) }

  /// The system's own words, its first letter small as in the rest of a sentence.
  var description: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(errno, &buffer, buffer.count) == 0 else { return "system error \(errno)" }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
