import Foundation
import Testing

@testable import Files

/// A folder that goes with the test.
private final class Folder {
  let path = NSTemporaryDirectory() + "files-tests-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { path + "/" + name }
  func put(_ text: String, _ name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: file(name)))
  }
  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: file(name))), as: UTF8.self)
  }
}

@Suite("SafeFile")
struct SafeFileTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.put("mine", "victim")
  }

  private static let purposes: [SafeFile.Purpose] = [.appending, .updating]

  private func open(_ name: String, _ purpose: SafeFile.Purpose) throws(FileRefusal) {
    close(try SafeFile.open(folder.file(name), for: purpose, mode: 0o600))
  }

  @Test("makes a file with the rights that are asked for", arguments: purposes + [.creating])
  func makes(_ purpose: SafeFile.Purpose) throws {
    try open("new", purpose)
    let rights = try FileManager.default.attributesOfItem(atPath: folder.file("new"))
    #expect(rights[.posixPermissions] as? UInt == 0o600)
  }

  @Test("opens a file that is there, and leaves what it holds", arguments: purposes)
  func opens(_ purpose: SafeFile.Purpose) throws {
    try open("victim", purpose)
    #expect(try folder.text("victim") == "mine")
  }

  @Test("follows no symbolic link, to a file or to nothing", arguments: purposes)
  func links(_ purpose: SafeFile.Purpose) throws {
    for target in ["victim", "nothing"] {
      let link = folder.file("link-to-" + target)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
      #expect(throws: FileRefusal.symbolicLink) { try open("link-to-" + target, purpose) }
      #expect(throws: FileRefusal.symbolicLink) { try SafeFile.checkKind(link) }
    }
    #expect(!FileManager.default.fileExists(atPath: folder.file("nothing")))
  }

  @Test("opens no file that has a second name", arguments: purposes)
  func hardLinks(_ purpose: SafeFile.Purpose) throws {
    try FileManager.default.linkItem(
      atPath: folder.file("victim"), toPath: folder.file("planted"))
    #expect(throws: FileRefusal.severalNames) { try open("planted", purpose) }
    #expect(throws: FileRefusal.severalNames) { try SafeFile.checkKind(folder.file("planted")) }
  }

  @Test("waits at no pipe", arguments: purposes)
  func pipes(_ purpose: SafeFile.Purpose) throws {
    #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
    #expect(throws: FileRefusal.notRegular) { try open("pipe", purpose) }
    #expect(throws: FileRefusal.notRegular) { try SafeFile.checkKind(folder.file("pipe")) }
  }

  @Test("opens no file of another user, unless a group shares it", .enabled(if: geteuid() == 0))
  func owners() throws {
    #expect(chown(folder.file("victim"), 65_534, 4242) == 0)
    #expect(throws: FileRefusal.foreign) { try open("victim", .updating) }
    close(
      try SafeFile.open(folder.file("victim"), for: .updating, mode: 0o660, sharedWith: 4242))
    #expect(throws: FileRefusal.foreign) {
      try SafeFile.open(folder.file("victim"), for: .updating, mode: 0o660, sharedWith: 4243)
    }
  }

  @Test("makes nothing where something is")
  func creating() throws {
    #expect(throws: FileRefusal.system(EEXIST)) { try open("victim", .creating) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link"), withDestinationPath: "nothing")
    #expect(throws: FileRefusal.system(EEXIST)) { try open("link", .creating) }
  }

  @Test("finds nothing wrong where nothing is")
  func absent() throws { try SafeFile.checkKind(folder.file("nothing")) }

  @Test("knows a file under all its names")
  func identity() throws {
    let victim = try #require(FileIdentity(at: folder.file("victim")))
    #expect(victim.links == 1)
    try FileManager.default.linkItem(atPath: folder.file("victim"), toPath: folder.file("second"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link"), withDestinationPath: "second")
    #expect(FileIdentity(at: folder.file("second")) == victim)
    #expect(FileIdentity(at: folder.file("link")) == victim)
    #expect(FileIdentity(at: folder.file("second"))?.links == 2)
    try folder.put("mine", "other")
    #expect(FileIdentity(at: folder.file("other")) != victim)
    #expect(FileIdentity(at: folder.file("nothing")) == nil)
  }

  @Test("says why a file is not opened")
  func sentences() {
    #expect(FileRefusal.system(EACCES).description == "permission denied")
    #expect(
      FileRefusal.symbolicLink.description
        == "it is a symbolic link, and the program writes to none")
    #expect(FileRefusal.notRegular.description == "it is no regular file")
    #expect(
      FileRefusal.severalNames.description == "the file has another name too (a hard link)")
    #expect(FileRefusal.foreign.description == "it belongs to another user")
  }
}
