import FoundationEssentials
import Glibc
import Testing

@testable import ArticleReader

@Suite("Folders of articles")
struct ArticleFolderTests {
  private let root: String

  init() throws {
    root = FileManager.default.temporaryDirectory.path() + "/folder-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
  }

  private func put(_ text: String, at name: String) throws {
    let path = root + "/" + name
    let file = URL(filePath: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  private func paths(of folder: ArticleFolder, below prefix: String) throws -> [String] {
    try folder.found.map { String(try $0.get().dropFirst(prefix.utf8.count + 1)) }
  }

  @Test("gives files in the order of their names' bytes, folders where their names stand")
  func order() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    let names = ["B.txt", "a/2.txt", "a/b/1.txt", "a/c.txt", "a.txt", "ab.txt", "é.txt", "漢/1.txt"]
    for name in names.reversed() { try put("x", at: name) }
    let folder = try ArticleFolder(path: root)
    #expect(
      try paths(of: folder, below: root)
        == ["B.txt", "a/2.txt", "a/b/1.txt", "a/c.txt", "a.txt", "ab.txt", "é.txt", "漢/1.txt"])
    #expect(folder.passedOver == .init())
  }

  @Test(
    "knows an article by the ending of its name, or by its text where it has none",
    arguments: [
      ("a.txt", "", true), ("a.TXT", "", true), ("a.text", "", true), ("a.htm", "", true),
      ("a.xhtml", "", true), ("a.markdown", "", true), ("a.b.md", "", true), ("txt", "words", true),
      ("plain", "Rain fell.", true), ("void", "", true), ("noise", "\u{0}\u{1}", false),
      ("a.json", "{}", false), ("a.txt.gz", "", false), ("a.", "words", false),
      ("image", "GIF89a", false),
    ])
  func kinds(name: String, text: String, isArticle: Bool) throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try put(text, at: name)
    let folder = try ArticleFolder(path: root)
    #expect(folder.found.count == (isArticle ? 1 : 0))
    #expect(folder.passedOver == .init(others: isArticle ? 0 : 1))
  }

  @Test("follows a link that is named, and none that lies within")
  func links() throws {
    defer { try? FileManager.default.removeItem(atPath: root) }
    try put("x", at: "tree/a.txt")
    try put("x", at: "tree/.hidden/b.txt")
    for (target, name) in [(".", "tree/self"), ("nowhere", "tree/broken"), ("tree", "link")] {
      try #require(symlink(target, root + "/" + name) == 0)
    }
    let folder = try ArticleFolder(path: root + "/link/")
    #expect(try paths(of: folder, below: root + "/link") == ["a.txt"])
    #expect(folder.passedOver == .init(hidden: 1, links: 2))
  }

  @Test("says why a folder cannot be listed")
  func unreadable() {
    #expect(
      throws: ReaderError.notReadable(path: "/nowhere/at/all", reason: "no such file or directory")
    ) { try ArticleFolder(path: "/nowhere/at/all") }
  }
}
