import ArticleReader
import Foundation
import Testing

@Suite("Article files")
struct ArticleFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "assay-reader-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let url = folder.appending(path: name)
    try Data(bytes).write(to: url)
    return url.path
  }

  @Test("gives a file's bytes as they are")
  func file() throws {
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0) }
    let path = try file("a.txt", bytes)
    #expect(try ArticleFile.load(path: path) == bytes)
    #expect(try ArticleFile.load(path: file("empty.txt", [])) == [])
    let handle = try FileHandle(forReadingFrom: URL(filePath: path))
    #expect(try ArticleFile.load(descriptor: handle.fileDescriptor) == bytes)
    try FileManager.default.removeItem(at: folder)
  }

  @Test("says why it cannot")
  func refusals() throws {
    let missing = folder.appending(path: "none.txt").path
    #expect(throws: ReaderError.missing(path: missing)) { try ArticleFile.load(path: missing) }
    #expect(throws: ReaderError.missing(path: "")) { try ArticleFile.load(path: "") }
    #expect(throws: ReaderError.missing(path: "a\0b")) { try ArticleFile.load(path: "a\0b") }
    #expect(throws: ReaderError.isDirectory(path: folder.path)) {
      try ArticleFile.load(path: folder.path)
    }
    #expect(throws: ReaderError.notRegular(path: "/dev/zero")) {
      try ArticleFile.load(path: "/dev/zero")
    }
    let path = try file("b.txt", Array("0123456789".utf8))
    #expect(throws: ReaderError.missing(path: path + "/x")) {
      try ArticleFile.load(path: path + "/x")
    }
    #expect(throws: ReaderError.tooLarge(path: path, limit: 9)) {
      try ArticleFile.load(path: path, limits: Limits(bytes: 9, lines: 1, tags: 1))
    }
    let handle = try FileHandle(forReadingFrom: URL(filePath: path))
    #expect(throws: ReaderError.tooLarge(path: nil, limit: 9)) {
      try ArticleFile.load(
        descriptor: handle.fileDescriptor, limits: Limits(bytes: 9, lines: 1, tags: 1))
    }
    #expect(throws: ReaderError.notReadable(path: nil, reason: "bad file descriptor")) {
      try ArticleFile.load(descriptor: -1)
    }
    let link = folder.appending(path: "loop").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: link)
    #expect(
      throws: ReaderError.notReadable(path: link, reason: "too many levels of symbolic links")
    ) { try ArticleFile.load(path: link) }
    try FileManager.default.removeItem(at: folder)
  }

  @Test(
    "errors are sentences",
    arguments: [
      (.missing(path: "a.txt"), "there is no file 'a.txt'; check the name and the folder"),
      (.isDirectory(path: "a"), "'a' is a folder; name a file in it"),
      (
        .notRegular(path: "/dev/x"),
        "'/dev/x' is a device or a socket; name a file, or pipe the text in"
      ),
      (
        .notReadable(path: nil, reason: "permission denied"),
        "standard input cannot be read: permission denied"
      ),
      (
        .tooLarge(path: "a", limit: 64 << 20),
        "'a' is larger than 64 MB; cut it into articles first"
      ),
      (.tooManyLines(limit: 10), "the text has more than 10 lines; cut it into articles first"),
      (
        .frontMatter(line: 2, text: "x"),
        "line 2 of the front matter is 'x'; write 'key: value', or drop the line"
      ),
      (.tooDeep, "the page opens far more tags than it closes; save the article's text instead"),
      (.tooManyTags(limit: 10), "the page has more than 10 tags; save the article's text instead"),
      (
        .noArticle(path: "a"),
        "'a' is a web page without an article; copy its text into a file, if it has any"
      ),
      (.empty(path: nil), "standard input holds no text; give an article of at least one sentence"),
      (
        .binary(path: "a", kind: "a PNG image"),
        "'a' is no text but a PNG image; save the article as text or HTML first"
      ),
    ] as [(ReaderError, String)])
  func sentences(error: ReaderError, sentence: String) {
    #expect(error.description == sentence)
  }
}
