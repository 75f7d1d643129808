import FoundationEssentials
import Glibc
import Testing

@testable import Interchange

/// A folder that is gone with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.path + "/assay-\(UInt64.random(in: .min ... .max))"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }

  func put(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
  }
}

@Suite("OutputFile")
struct OutputFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func file(_ name: String, isReplacing: Bool = false) throws -> OutputFile {
    try OutputFile(
      .file(path: folder.path + "/" + name, isReplacing: isReplacing), rules: OutputRules())
  }

  @Test("appears whole when it is committed, and not before")
  func commits() throws {
    let output = try file("a.txt")
    try output.write(Array("one ".utf8))
    #expect(try folder.names.contains("a.txt") == false)
    try output.write(Array("two".utf8))
    try output.commit()
    #expect(try folder.names == ["a.txt"])
    #expect(try folder.text("a.txt") == "one two")
    #expect(output.isRegularFile == false)
  }

  @Test("leaves nothing behind when it is given up")
  func givenUp() throws {
    try folder.put("a.txt", "old")
    do {
      let output = try file("a.txt", isReplacing: true)
      try output.write(Array("new".utf8))
      #expect(try folder.names.count == 2)
    }
    #expect(try folder.names == ["a.txt"])
    #expect(try folder.text("a.txt") == "old")
  }

  @Test("does not touch a file that exists, unless it may")
  func exists() throws {
    try folder.put("a.txt", "old")
    let path = folder.path + "/a.txt"
    #expect(throws: InterchangeError.exists(path: path)) { try file("a.txt") }
    let output = try file("a.txt", isReplacing: true)
    try output.write(Array("new".utf8))
    try output.commit()
    #expect(try folder.text("a.txt") == "new")
  }

  @Test("gives way to a file that another program made meanwhile")
  func race() throws {
    let output = try file("a.txt")
    try output.write(Array("mine".utf8))
    try folder.put("a.txt", "theirs")
    #expect(throws: InterchangeError.exists(path: folder.path + "/a.txt")) { try output.commit() }
    #expect(try folder.text("a.txt") == "theirs")
  }

  @Test("keeps a link and the rights of what it replaces")
  func links() throws {
    try folder.put("target.txt", "old")
    let target = folder.path + "/target.txt"
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.txt", withDestinationPath: "target.txt")
    let output = try file("link.txt", isReplacing: true)
    try output.write(Array("new".utf8))
    try output.commit()
    #expect(try folder.text("target.txt") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link.txt")
        == "target.txt")
    let rights = try FileManager.default.attributesOfItem(atPath: target)[.posixPermissions]
    #expect(rights as? UInt == 0o640)
  }

  @Test("writes to a device as it is")
  func devices() throws {
    let zero = try OutputFile(.file(path: "/dev/zero", isReplacing: false), rules: OutputRules())
    try zero.write([1, 2, 3])
    try zero.commit()
    #expect(zero.isRegularFile == false)
    let full = try OutputFile(.file(path: "/dev/full", isReplacing: false), rules: OutputRules())
    #expect(throws: InterchangeError.diskFull(path: "/dev/full")) { try full.write([1]) }
  }

  @Test("takes the place of no file of the store, under whatever name")
  func spared() throws {
    for name in ["a.sqlite", "a.sqlite-wal", "a.sqlite.holds"] { try folder.put(name, "kept") }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.csv", withDestinationPath: "a.sqlite")
    try FileManager.default.linkItem(
      atPath: folder.path + "/a.sqlite", toPath: folder.path + "/hard.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/here", withDestinationPath: ".")
    var rules = OutputRules()
    rules.spared = SparedFiles(store: folder.path + "/a.sqlite")
    // The index is not there now, and a file of its name would be taken for it.
    let names = [
      "a.sqlite", "a.sqlite-wal", "a.sqlite-shm", "a.sqlite.holds", "link.csv", "hard.csv",
      "here/a.sqlite", "here/a.sqlite-shm", "./a.sqlite-journal",
    ]
    for name in names {
      let path = folder.path + "/" + name
      #expect(throws: InterchangeError.isStore(path: path)) {
        try OutputFile(.file(path: path, isReplacing: true), rules: rules)
      }
    }
    _ = try OutputFile(
      .file(path: folder.path + "/a.sqlite.csv", isReplacing: true), rules: rules)
    #expect(try folder.text("a.sqlite") == "kept")
  }

  @Test("removes what a killed program left, and nothing that is being written")
  func sweeps() throws {
    let written = try file("b.txt")
    try written.write(Array("b".utf8))
    try folder.put(".assay-1abc.partial", "left")
    try folder.put(".assay-notes", "mine")
    try folder.put("x.partial", "mine")
    let next = try file("a.txt")
    try next.commit()
    try written.commit()
    #expect(try folder.names == [".assay-notes", "a.txt", "b.txt", "x.partial"])
    #expect(try folder.text("b.txt") == "b")
  }

  @Test("makes files with the rights that the umask leaves")
  func rights() throws {
    let output = try file("a.txt")
    try output.commit()
    let rights = try FileManager.default.attributesOfItem(atPath: folder.path + "/a.txt")
    let mask = umask(0)
    umask(mask)
    #expect(rights[.posixPermissions] as? UInt == 0o666 & ~UInt(mask))
  }

  @Test("says what is in its way")
  func refusals() throws {
    let path = folder.path
    #expect(throws: InterchangeError.isFolder(path: path)) {
      try OutputFile(.file(path: path, isReplacing: true), rules: OutputRules())
    }
    #expect(throws: InterchangeError.noSuchFolder(path: path + "/none/a.txt")) {
      try file("none/a.txt")
    }
    let long = String(repeating: "n", count: 300)
    #expect(
      throws: InterchangeError.cannotWrite(path: path + "/" + long, reason: "file name too long")
    ) {
      let output = try file(long)
      try output.commit()
    }
    #expect(try folder.names.isEmpty)
  }

  static let sentences: [(InterchangeError, String)] = [
    (.exists(path: "a.csv"), "'a.csv' exists already; give another name, or --force to replace it"),
    (.isFolder(path: "a"), "'a' is a folder; give the name of a file"),
    (
      .isStore(path: "a.sqlite"),
      "'a.sqlite' belongs to the store that is open and is never replaced; give another name"
    ),
    (
      .noSuchFolder(path: "b/a.csv"),
      "cannot write 'b/a.csv', because its folder does not exist; make the folder first"
    ),
    (
      .diskFull(path: "a.csv"),
      "cannot write 'a.csv', because the disk is full; nothing was changed there"
    ),
    (
      .cannotWrite(path: "a.csv", reason: "permission denied"),
      "cannot write 'a.csv': permission denied"
    ),
    (.readerGone, "nobody reads standard output any more"),
    (.badDocument(place: "3:1", reason: "it is empty"), "3:1: it is empty"),
    (.badDocument(place: "", reason: "it is empty"), "it is empty"),
    (.badEvent(sequence: 4), "event 4 holds a value that JSON cannot express"),
    (
      .oneSessionOnly(format: "json"),
      "the format 'json' holds one session; name one, or take jsonl or csv"
    ),
    (.unknownFormat("xls"), "no format is called 'xls'; there are csv, json, jsonl"),
    (
      .foreignDataPackage(path: "datapackage.json"),
      "'datapackage.json' describes other data; write into another folder, "
        + "or give --force to replace it"
    ),
  ]

  @Test("has a sentence for every error", arguments: sentences)
  func describes(_ error: InterchangeError, _ sentence: String) {
    #expect(error.description == sentence)
  }
}
