import ClaimModel
private import Fingerprint
private import FoundationEssentials

/// A seal as a file: one JSON object, `assay.seal/1`.
extension Seal {
  /// The bytes of the file.
  package func encoded() throws(JournalError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(SealFile(self))) + [UInt8(ascii: "\n")]
    } catch {
      throw .unstorable(reason: "the seal cannot be written: \(error)")
    }
  }

  /// Reads a file; whether its signature is sound is another question.
  package init(decoding bytes: [UInt8]) throws(SealError) {
    if let key = DuplicateKeys.first(in: bytes) {
      throw SealError(reason: "it has '\(key)' twice")
    }
    let file: SealFile
    do {
      file = try JSONDecoder().decode(SealFile.self, from: Data(bytes))
    } catch {
      throw SealError(reason: "it is no seal of this program, or was damaged")
    }
    guard file.schema == SealFile.schema else {
      throw SealError(
        reason: "its schema is '\(file.schema)', and this program reads \(SealFile.schema)")
    }
    guard let seal = file.seal else {
      throw SealError(reason: "a hash, a key or a moment in it is none")
    }
    guard seal.head.description == file.store.head, seal.sessions.count == file.store.sessions,
      seal.events == file.store.events
    else { throw SealError(reason: "its head is not that of its sessions") }
    self = seal
  }
}

/// Why a file is no seal.
package struct SealError: Error, Equatable, CustomStringConvertible {
  package let reason: String

  package var description: String { "the seal cannot be read: \(reason)" }
}

/// The fields of the file.
private struct SealFile: Codable {
  static let schema = "assay.seal/1"

  let schema: String
  let made: Timestamp
  let annotator: String
  let store: Store
  let sessions: [Session]
  let pages: [String]
  let signature: Signature?

  struct Store: Codable {
    let sessions: Int
    let events: Int
    let head: String
  }

  struct Session: Codable {
    let id: String
    let events: Int
    let head: String
  }

  struct Signature: Codable {
    let key: String
    let bytes: String
    let handovers: [HandoverFields]
  }

  init(_ seal: Seal) {
    schema = Self.schema
    made = seal.made
    annotator = seal.annotator
    store = Store(
      sessions: seal.sessions.count, events: seal.events, head: seal.head.description)
    sessions = seal.sessions.map {
      Session(id: $0.name.description, events: $0.events, head: $0.head.description)
    }
    pages = seal.pages.map { Hexadecimal.text($0) }
    signature = seal.signature.map {
      Signature(
        key: $0.key.description, bytes: Hexadecimal.text($0.bytes),
        handovers: $0.handovers.map { HandoverFields($0) })
    }
  }

  /// The seal; nil where a field is not what its name says.
  var seal: Seal? {
    var heads: [SessionHead] = []
    for session in sessions {
      guard let name = EventHash(session.id), let head = EventHash(session.head),
        1...(1 << 40) ~= session.events
      else { return nil }
      heads.append(SessionHead(name: name, events: session.events, head: head))
    }
    let pages = pages.compactMap { Hexadecimal.bytes($0) }
    guard pages.count == self.pages.count, pages.allSatisfy({ $0.count == 32 }) else {
      return nil
    }
    var seal = Seal(made: made, annotator: annotator, sessions: heads, pages: pages)
    if let signature {
      let handovers = signature.handovers.compactMap(\.handover)
      guard let key = PublicKey(signature.key), let bytes = Hexadecimal.bytes(signature.bytes),
        handovers.count == signature.handovers.count
      else { return nil }
      seal.signature = Seal.Signature(key: key, bytes: bytes, handovers: handovers)
    }
    return seal
  }
}

/// A handover as files hold it.
struct HandoverFields: Codable {
  let from: String
  let to: String
  let made: Timestamp
  let signature: String

  init(_ handover: Handover) {
    from = handover.from.description
    to = handover.to.description
    made = handover.made
    signature = Hexadecimal.text(handover.signature)
  }

  /// Nil where a field is not what its name says.
  var handover: Handover? {
    guard let from = PublicKey(from), let to = PublicKey(to),
      let signature = Hexadecimal.bytes(signature)
    else { return nil }
    return Handover(from: from, to: to, made: made, signature: signature)
  }
}
