private import CSodium

/// The public half of an annotator's Ed25519 key: what others check signatures with.
package struct PublicKey: Hashable, Sendable {
  /// 32 bytes.
  package let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether a signature of 64 bytes is this key's over just these bytes (RFC 8032).
  package func isSigned(_ message: [UInt8], by signature: [UInt8]) -> Bool {
    guard signature.count == Int(crypto_sign_BYTES), bytes.count == Int(crypto_sign_PUBLICKEYBYTES)
    else { return false }
    return crypto_sign_verify_detached(signature, message, UInt64(message.count), bytes) == 0
  }
}

extension PublicKey: LosslessStringConvertible {
  /// The form in which files and people name a key: `ed25519:` and 64 hexadecimal digits.
  package var description: String { Self.prefix + Hexadecimal.text(bytes) }

  package init?(_ description: String) {
    guard description.hasPrefix(Self.prefix),
      let bytes = Hexadecimal.bytes(description.dropFirst(Self.prefix.count)),
      bytes.count == Int(crypto_sign_PUBLICKEYBYTES)
    else { return nil }
    self.bytes = bytes
  }

  private static let prefix = "ed25519:"
}
