package import ClaimModel
package import Fingerprint

/// The heads of all sessions of a store at one moment, kept outside of it.
///
/// A store that is compared with its seal later cannot hide that events were rewritten, cut off or
/// removed, even where every hash was computed anew.
package struct Seal: Equatable, Sendable {
  /// When it was made, by the clock of whoever made it.
  package let made: Timestamp
  package let annotator: String
  /// In the order of their lines in the store's head.
  package let sessions: [SessionHead]
  /// The hashes of the fetched pages, sorted.
  package let pages: [[UInt8]]
  /// Nil where its maker has no key.
  package var signature: Signature?

  package struct Signature: Equatable, Sendable {
    package let key: PublicKey
    package let bytes: [UInt8]
    /// How the key took over from its maker's earlier ones, the oldest first.
    package let handovers: [Handover]

    package init(key: PublicKey, bytes: [UInt8], handovers: [Handover]) {
      self.key = key
      self.bytes = bytes
      self.handovers = handovers
    }
  }

  package init(
    made: Timestamp, annotator: String, sessions: [SessionHead], pages: [[UInt8]],
    signature: Signature? = nil
  ) {
    self.made = made
    self.annotator = annotator
    self.sessions = sessions.sorted { $0.line < $1.line }
    self.pages = pages.sorted { $0.lexicographicallyPrecedes($1) }
    self.signature = signature
  }

  /// A seal over what a check of a whole store found, not signed yet.
  package init(of verification: Verification, made: Timestamp, annotator: String) {
    self.init(
      made: made, annotator: annotator, sessions: verification.sessions.map(\.head),
      pages: verification.pages)
  }

  package var head: StoreHead { StoreHead(of: sessions) }

  package var events: Int { sessions.reduce(0) { $0 + $1.events } }
}

// MARK: - Signature

extension Seal {
  /// What is signed: the fields as lines, the annotator's name with its length before it, so that no two
  /// seals give the same bytes.
  var message: [UInt8] {
    let lines =
      ["assay.seal/1", "made \(made)", "annotator \(annotator.utf8.count)", annotator]
      + ["sessions \(sessions.count)"] + sessions.map(\.line)
      + ["pages \(pages.count)"] + pages.map { Hexadecimal.text($0) }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  package mutating func sign(with key: SigningKey, handovers: [Handover]) {
    signature = Signature(
      key: key.publicKey, bytes: key.signature(of: message), handovers: handovers)
  }

  /// Whether the signature is its key's over just what the seal says; false without one.
  package var isSignatureSound: Bool {
    guard let signature else { return false }
    return signature.key.isSigned(message, by: signature.bytes)
  }

  /// Whether it was signed with a key, or with one that took over from it by signed handovers.
  package func isSigned(with key: PublicKey) -> Bool {
    guard let signature, isSignatureSound else { return false }
    return Handover.keys(from: key, by: signature.handovers).contains(signature.key)
  }
}
