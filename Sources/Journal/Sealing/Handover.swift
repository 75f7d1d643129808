package import ClaimModel
package import Fingerprint

/// The statement of an annotator's key that another one takes its place, signed by the former.
package struct Handover: Equatable, Sendable {
  package let from: PublicKey
  package let to: PublicKey
  package let made: Timestamp
  package let signature: [UInt8]

  package init(from: PublicKey, to: PublicKey, made: Timestamp, signature: [UInt8]) {
    self.from = from
    self.to = to
    self.made = made
    self.signature = signature
  }

  /// Hands over to another key.
  package init(from key: SigningKey, to next: PublicKey, made: Timestamp) {
    self.init(
      from: key.publicKey, to: next, made: made,
      signature: key.signature(of: Self.message(from: key.publicKey, to: next, made: made)))
  }

  package var isSound: Bool {
    from.isSigned(Self.message(from: from, to: to, made: made), by: signature)
  }

  private static func message(from: PublicKey, to: PublicKey, made: Timestamp) -> [UInt8] {
    Array("assay.handover/1\nfrom \(from)\nto \(to)\nmade \(made)\n".utf8)
  }

  /// A key, and those that took over from it in the order of some handovers; one that is not sound ends
  /// nothing and adds nothing.
  static func keys(from key: PublicKey, by handovers: [Handover]) -> [PublicKey] {
    var keys = [key]
    for handover in handovers where handover.from == keys.last && handover.isSound {
      keys.append(handover.to)
    }
    return keys
  }
}
