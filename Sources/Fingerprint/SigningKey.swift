private import CSodium

/// The private half of an annotator's Ed25519 key, by libsodium.
package struct SigningKey: Sendable {
  /// The 32 bytes that the key is made from: whoever has them signs in its name.
  package let seed: [UInt8]
  package let publicKey: PublicKey
  private let secret: [UInt8]

  /// Makes a new key from the system's random numbers; nil where libsodium cannot start.
  package init?() {
    guard sodium_init() >= 0 else { return nil }
    var seed = [UInt8](repeating: 0, count: Int(crypto_sign_SEEDBYTES))
    randombytes_buf(&seed, seed.count)
    self.init(seed: seed)
  }

  /// The key that a seed gives; nil for another number of bytes than 32.
  package init?(seed: [UInt8]) {
    guard seed.count == Int(crypto_sign_SEEDBYTES) else { return nil }
    var open = [UInt8](repeating: 0, count: Int(crypto_sign_PUBLICKEYBYTES))
    var secret = [UInt8](repeating: 0, count: Int(crypto_sign_SECRETKEYBYTES))
    guard crypto_sign_seed_keypair(&open, &secret, seed) == 0 else { return nil }
    self.seed = seed
    self.secret = secret
    publicKey = PublicKey(bytes: open)
  }

  /// The signature over some bytes, 64 bytes long; the same bytes always get the same one.
  package func signature(of message: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: Int(crypto_sign_BYTES))
    crypto_sign_detached(&signature, nil, message, UInt64(message.count), secret)
    return signature
  }
}
