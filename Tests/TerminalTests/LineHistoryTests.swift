import Files
import Glibc
import Testing

@testable import Terminal

@Suite("LineHistory")
struct LineHistoryTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("remembers lines in a private file, each once, at its latest place")
  func remembers() throws {
    var history = LineHistory(path: folder.file("deep/er/history"), limit: 10)
    #expect(history.add("show 1") == .init(added: "show 1"))
    #expect(history.add("denies") == .init(added: "denies"))
    #expect(history.add("show 1") == .init(removed: 0, added: "show 1"))
    #expect(history.lines == ["denies", "show 1"])
    #expect(folder.mode(of: "deep/er/history") == 0o600)
    #expect(folder.mode(of: "deep/er") == 0o700)
    #expect(LineHistory(path: folder.file("deep/er/history"), limit: 10).lines == history.lines)
    // The file was rewritten without the line's former place.
    #expect(try folder.read("deep/er/history") == "denies\nshow 1\n")
    #expect(history.failure == nil)
  }

  @Test("keeps no blank line, none that begins with a space, and a pasted one on one line")
  func leavesOut() {
    var history = LineHistory(path: nil, limit: 10)
    #expect(history.add("") == nil)
    #expect(history.add("\t ") == nil)
    #expect(history.add(" private") == nil)
    #expect(history.add("note 1\n\"two\r\nlines\"")?.added == "note 1 \"two lines\"")
  }

  @Test("drops the oldest line over the limit, in memory and in the file")
  func bounded() throws {
    var history = LineHistory(path: folder.file("history"), limit: 2)
    for line in ["1", "2"] { #expect(history.add(line)?.dropsOldest == false) }
    #expect(history.add("3") == .init(dropsOldest: true, added: "3"))
    #expect(history.lines == ["2", "3"])
    #expect(LineHistory(path: folder.file("history"), limit: 2).lines == ["2", "3"])
    #expect(try folder.read("history") == "2\n3\n")
  }

  @Test("takes reading rights from others")
  func tightens() throws {
    try folder.write(Array("old\n".utf8), to: "history", mode: 0o644)
    #expect(LineHistory(path: folder.file("history"), limit: 5).lines == ["old"])
    #expect(folder.mode(of: "history") == 0o600)
  }

  @Test("neither reads nor writes through a planted link or pipe", arguments: ["link", "pipe"])
  func planted(_ kind: String) throws {
    try folder.write(Array("secret\n".utf8), to: "secret", mode: 0o640)
    let path = folder.file("history")
    let isPlanted =
      kind == "link" ? symlink("secret", path) == 0 : mkfifo(path, 0o600) == 0
    #expect(isPlanted)
    var history = LineHistory(path: path, limit: 5)
    #expect(history.lines.isEmpty)
    #expect(history.failure == .unsafe(name: path, kind == "link" ? .symbolicLink : .notRegular))
    #expect(history.add("show")?.added == "show")
    #expect(try folder.read("secret") == "secret\n")
    #expect(folder.mode(of: "secret") == 0o640)
  }

  @Test("goes on in memory where the file cannot be used, and says why")
  func broken() {
    var history = LineHistory(path: folder.path, limit: 5)
    #expect(history.failure == .unsafe(name: folder.path, .notRegular))
    #expect(history.add("show")?.added == "show")

    var nowhere = LineHistory(path: "/dev/null/history", limit: 5)
    _ = nowhere.add("show")
    #expect(nowhere.failure == .cannotRead(name: "/dev/null/history", code: ENOTDIR))
  }
}
