import Glibc

/// Reads lines of any length from a descriptor that is no terminal.
///
/// A line ends with LF or CR LF, neither of which is part of it; a last line may lack its end. A
/// byte order mark at the start is dropped, and bytes that are not UTF-8 become U+FFFD. The
/// descriptor is not closed. O(*n*) in the bytes read; memory is bounded by the longest line.
package struct ScriptReader: ~Copyable {
  /// The number of the line that was read last, from 1; 0 before the first.
  package private(set) var lineNumber = 0
  private let descriptor: CInt
  private let name: String
  /// What is read; the part before `taken` was handed out.
  private var buffer: [UInt8] = []
  private var taken = 0
  private var isAtEnd = false

  /// Reads from a descriptor that an error message calls `name`.
  package init(descriptor: CInt, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// The next line, or nil at the end.
  package mutating func next() throws(TerminalError) -> String? {
    var searched = taken
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        let line = line(endingAt: end)
        taken = end + 1
        return line
      }
      searched = buffer.count
      if isAtEnd {
        if taken == buffer.count { return nil }
        let line = line(endingAt: buffer.count)
        taken = buffer.count
        return line
      }
      searched -= taken
      try fill()
    }
  }

  private mutating func line(endingAt end: Int) -> String {
    var bytes = buffer[taken..<end]
    if bytes.last == 0x0D { bytes.removeLast() }
    if lineNumber == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    lineNumber += 1
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Drops what was handed out and reads more behind the rest.
  private mutating func fill() throws(TerminalError) {
    buffer.removeSubrange(..<taken)
    taken = 0
    do throws(SystemError) {
      let count = try withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) {
        (chunk) throws(SystemError) in
        let count = try readBytes(from: descriptor, into: chunk)
        buffer.append(contentsOf: chunk.prefix(count))
        return count
      }
      isAtEnd = count == 0
    } catch {
      throw .cannotRead(name: name, code: error.code)
    }
  }
}
