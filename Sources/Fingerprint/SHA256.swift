private import CSodium
package import ClaimModel

/// SHA-256 by libsodium, the one hash of this program: of texts, codebooks, events and snapshots.
package enum SHA256 {
  /// The 32 bytes of the digest.
  package static func digest(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
    return digest
  }

  /// The digest as 64 lower-case hexadecimal digits.
  package static func hex(_ bytes: some Sequence<UInt8>) -> String {
    Hexadecimal.text(digest(bytes))
  }

  /// The form in which files and the journal name a hash: `sha256:` and the hexadecimal digits.
  package static func name(_ bytes: some Sequence<UInt8>) -> String {
    "sha256:" + hex(bytes)
  }
}

extension ArticleID {
  /// The identity of a canonical text.
  package init(of text: String) {
    self.init(rawValue: SHA256.name(text.utf8))
  }
}
