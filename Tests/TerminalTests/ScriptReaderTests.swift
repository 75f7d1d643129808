import Glibc
import Terminal
import Testing

@Suite("ScriptReader")
struct ScriptReaderTests {
  /// Bytes and the lines in them.
  static let cases: [([UInt8], [String])] = [
    ([], []),
    (Array("one\ntwo\n".utf8), ["one", "two"]),
    (Array("one\r\n\r\ntwo".utf8), ["one", "", "two"]),
    (Array("\n".utf8), [""]),
    ([0xEF, 0xBB, 0xBF] + Array("show\n\u{FEFF}x".utf8), ["show", "\u{FEFF}x"]),
    ([0x61, 0xFF, 0x62, 0x0A], ["a\u{FFFD}b"]),
    ([0x61, 0x00, 0x0A], ["a\u{0}"]),
  ]

  @Test("reads lines of any length and kind", arguments: cases)
  func reads(_ bytes: [UInt8], _ lines: [String]) throws {
    try check(bytes, lines)
  }

  @Test("reads lines that are longer than what is read at once")
  func long() throws {
    let lines = [
      String(repeating: "é", count: 100_000), String(repeating: "x", count: 65_536), "end",
    ]
    try check(Array(lines.joined(separator: "\r\n").utf8), lines)
  }

  private func check(_ bytes: [UInt8], _ lines: [String]) throws {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "script")
    let descriptor = open(folder.file("script"), O_RDONLY)
    defer { close(descriptor) }
    var reader = ScriptReader(descriptor: descriptor, name: "script")
    var read: [String] = []
    while let line = try reader.next() {
      read.append(line)
      #expect(reader.lineNumber == read.count)
    }
    #expect(read == lines)
    #expect(try reader.next() == nil)
  }

  @Test("says what cannot be read")
  func unreadable() {
    var reader = ScriptReader(descriptor: -1, name: "standard input")
    do throws(TerminalError) {
      _ = try reader.next()
      Issue.record("read from no descriptor")
    } catch {
      #expect(error == .cannotRead(name: "standard input", code: EBADF))
      #expect(error.description == "cannot read standard input: bad file descriptor")
    }
  }
}
