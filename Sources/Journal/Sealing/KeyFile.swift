package import ClaimModel
package import Fingerprint

/// An annotator's key as it lies in a file of mode 0600, its private half locked with a passphrase or bare.
package struct KeyFile: Sendable {
  package let publicKey: PublicKey
  package let made: Timestamp
  /// From the annotator's earlier keys to this one, the oldest first.
  package let handovers: [Handover]
  let secret: Secret

  /// The 32 bytes that the key is made from.
  enum Secret: Sendable {
    case bare([UInt8])
    case locked(PassphraseBox)
  }

  /// Whether signing needs a passphrase.
  package var isLocked: Bool {
    if case .locked = secret { true } else { false }
  }

  init(publicKey: PublicKey, made: Timestamp, handovers: [Handover], secret: Secret) {
    self.publicKey = publicKey
    self.made = made
    self.handovers = handovers
    self.secret = secret
  }

  /// Makes a key.
  /// - Parameter passphrase: Nil for none.
  package init(passphrase: String?, made: Timestamp) throws(KeyError) {
    guard let key = SigningKey() else { throw .noMeans }
    try self.init(key, passphrase: passphrase, made: made, handovers: [])
  }

  private init(
    _ key: SigningKey, passphrase: String?, made: Timestamp, handovers: [Handover]
  ) throws(KeyError) {
    let secret: Secret
    if let passphrase {
      guard let box = PassphraseBox(locking: key.seed, passphrase: passphrase) else {
        throw .noMeans
      }
      secret = .locked(box)
    } else {
      secret = .bare(key.seed)
    }
    self.init(publicKey: key.publicKey, made: made, handovers: handovers, secret: secret)
  }

  /// A new key that this one hands over to.
  package func successor(of key: SigningKey, passphrase: String?, made: Timestamp)
    throws(KeyError) -> KeyFile
  {
    guard let next = SigningKey() else { throw .noMeans }
    let handover = Handover(from: key, to: next.publicKey, made: made)
    return try KeyFile(
      next, passphrase: passphrase, made: made, handovers: handovers + [handover])
  }

  /// The key to sign with.
  /// - Parameter passphrase: Ignored where the key has none.
  package func signingKey(passphrase: String) throws(KeyError) -> SigningKey {
    let seed: [UInt8]
    switch secret {
    case .bare(let bytes): seed = bytes
    case .locked(let box):
      guard let bytes = box.opened(with: passphrase) else { throw .wrongPassphrase }
      seed = bytes
    }
    guard let key = SigningKey(seed: seed), key.publicKey == publicKey else {
      throw .wrongPassphrase
    }
    return key
  }
}
