import ClaimModel
import Fingerprint
import Foundation
import Testing

@testable import Journal

@Suite("A seal")
struct SealTests {
  let clock = SteppingClock()
  let store: Store
  var sessions: [StoredSession]

  init() throws {
    store = try Store.inMemory(now: clock.now)
    sessions = []
    for number in 0..<3 {
      var stored = try store.createSession(Sample(number))
      try store.append([.status(1, "open")], to: &stored)
      sessions.append(stored)
    }
  }

  func seal() throws -> Seal {
    Seal(
      of: try store.verification(), made: Timestamp(milliseconds: 1_000), annotator: "mara\nola")
  }

  @Test("is read as it was written, signed or not")
  func coding() throws {
    var seal = try seal()
    #expect(try Seal(decoding: seal.encoded()) == seal)
    #expect(!seal.isSignatureSound)
    let key = try #require(SigningKey())
    let next = try #require(SigningKey())
    seal.sign(
      with: next, handovers: [Handover(from: key, to: next.publicKey, made: seal.made)])
    let read = try Seal(decoding: seal.encoded())
    #expect(read == seal && read.isSignatureSound)
    #expect(read.isSigned(with: next.publicKey) && read.isSigned(with: key.publicKey))
    let stranger = try #require(SigningKey()).publicKey
    #expect(!read.isSigned(with: stranger))
  }

  @Test("takes no handover that the former key did not sign")
  func handovers() throws {
    let key = try #require(SigningKey())
    let thief = try #require(SigningKey())
    var seal = try seal()
    let forged = Handover(
      from: key.publicKey, to: thief.publicKey, made: seal.made,
      signature: thief.signature(of: [1]))
    seal.sign(with: thief, handovers: [forged])
    #expect(seal.isSignatureSound && !seal.isSigned(with: key.publicKey))
  }

  @Test(
    "is refused where it is none",
    arguments: [
      ("{", "it is no seal of this program, or was damaged"),
      (#""events" : 3"#, "its head is not that of its sessions"),
      (#""assay.seal/9""#, "its schema is 'assay.seal/9', and this program reads assay.seal/1"),
      (#""made" : "x", "made""#, "it has 'made' twice"),
    ])
  func refused(_ change: String, _ reason: String) throws {
    var text = String(decoding: try seal().encoded(), as: UTF8.self)
    switch change {
    case "{": text = "{"
    case let change where change.contains("events"):
      text = text.replacing(#""events" : 4"#, with: "\"events\" : 5").replacing(
        #""events" : 3"#, with: "\"events\" : 4")
    case let change where change.contains("seal/9"):
      text = text.replacing(#""assay.seal/1""#, with: change)
    default: text = text.replacing(#""made""#, with: change)
    }
    #expect(throws: SealError(reason: reason)) { try Seal(decoding: Array(text.utf8)) }
  }

  @Test("confirms what went on, and names what was cut, rewritten and removed")
  func comparison() throws {
    let seal = try seal()
    var first = sessions[0]
    try store.append([.noted(1, "later"), .noted(1, "and later")], to: &first)
    _ = try store.createSession(Sample(9))
    let comparison = SealComparison(seal, with: try store.verification(hashesAt: seal.places))
    #expect(comparison.unchanged == 2 && comparison.findings == [])
    #expect(comparison.wentOn == [.init(session: first.id, events: 2)])
    #expect(comparison.unsealed == [SessionID(rawValue: 4)])

    let none = SealComparison(seal, with: Verification())
    #expect(none.findings.count == 3)
    #expect(
      none.findings[0].description.hasSuffix(", sealed with 3 events, is missing"))
  }

  @Test("has a head that goes neither by numbers nor by order")
  func head() throws {
    let other = try Store.inMemory(now: clock.now)
    for stored in sessions.reversed() {
      _ = try other.receive(
        IncomingSession(
          article: stored.article, codebook: stored.codebook, events: Array(stored.session.events)))
    }
    #expect(try other.verification().head == store.verification().head)
    let head = try seal().head
    #expect(StoreHead("sha256:\(head)") == head)
    #expect(StoreHead("sha256:12") == nil)
  }
}

@Suite("A key file")
struct KeyFileTests {
  let folder: TemporaryFolder
  var place: String { folder.file("state/assay") }
  let moment = Timestamp(milliseconds: 1_000)

  init() throws { folder = try TemporaryFolder() }

  func mode() throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: KeyFile.path(in: place))
    return (attributes[.posixPermissions] as? Int) ?? 0
  }

  @Test("is readable by its owner alone, and never written over")
  func stores() throws {
    #expect(try KeyFile.load(from: place) == nil)
    let key = try KeyFile(passphrase: nil, made: moment)
    try key.store(in: place, isReplacing: false)
    #expect(try mode() == 0o600)
    let read = try #require(try KeyFile.load(from: place))
    #expect(read.publicKey == key.publicKey && !read.isLocked)
    #expect(try read.signingKey(passphrase: "").publicKey == key.publicKey)
    #expect(throws: KeyError.exists(path: KeyFile.path(in: place))) {
      try KeyFile(passphrase: nil, made: moment).store(in: place, isReplacing: false)
    }
  }

  @Test("opens with its passphrase, and hands over to the next key")
  func locked() throws {
    let key = try KeyFile(passphrase: "ferry", made: moment)
    try key.store(in: place, isReplacing: false)
    let read = try #require(try KeyFile.load(from: place))
    #expect(read.isLocked)
    #expect(throws: KeyError.wrongPassphrase) { try read.signingKey(passphrase: "tram") }
    let next = try read.successor(
      of: read.signingKey(passphrase: "ferry"), passphrase: "tram", made: moment)
    try next.store(in: place, isReplacing: true)
    let now = try #require(try KeyFile.load(from: place))
    #expect(now.publicKey != key.publicKey && now.handovers.map(\.from) == [key.publicKey])
    #expect(now.handovers.allSatisfy { $0.isSound })
    #expect(try now.signingKey(passphrase: "tram").publicKey == now.publicKey)
  }

  @Test("is not used where others can read it, and not where it is a link")
  func unsafe() throws {
    let path = KeyFile.path(in: place)
    try KeyFile(passphrase: nil, made: moment).store(in: place, isReplacing: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(throws: KeyError.openToOthers(path: path)) { try KeyFile.load(from: place) }
    try FileManager.default.moveItem(atPath: path, toPath: path + ".real")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: path + ".real")
    #expect(throws: KeyError.self) { try KeyFile.load(from: place) }
    try FileManager.default.removeItem(atPath: path)
    try Data("{}".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(throws: KeyError.self) { try KeyFile.load(from: place) }
  }
}
