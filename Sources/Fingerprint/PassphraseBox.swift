private import CSodium

/// A secret locked with a passphrase: Argon2id makes the key, XSalsa20 and Poly1305 the box (libsodium's
/// `pwhash` and `secretbox`).
package struct PassphraseBox: Hashable, Sendable {
  /// How often and over how many bytes of memory Argon2id works; kept, so that a later default changes
  /// nothing for boxes that exist.
  package let passes: UInt64
  package let memory: Int
  package let salt: [UInt8]
  package let nonce: [UInt8]
  package let box: [UInt8]

  /// Takes a box as it was written; nil where a part has a wrong length, or opening it would take more
  /// time or memory than a box of ours ever does.
  package init?(passes: UInt64, memory: Int, salt: [UInt8], nonce: [UInt8], box: [UInt8]) {
    guard salt.count == Int(crypto_pwhash_SALTBYTES),
      nonce.count == Int(crypto_secretbox_NONCEBYTES),
      box.count > Int(crypto_secretbox_MACBYTES), 1...8 ~= passes, 8192...Self.mostMemory ~= memory
    else { return nil }
    self.passes = passes
    self.memory = memory
    self.salt = salt
    self.nonce = nonce
    self.box = box
  }

  /// Locks a secret; nil where the memory for it cannot be had.
  package init?(locking secret: [UInt8], passphrase: String) {
    guard sodium_init() >= 0 else { return nil }
    var salt = [UInt8](repeating: 0, count: Int(crypto_pwhash_SALTBYTES))
    var nonce = [UInt8](repeating: 0, count: Int(crypto_secretbox_NONCEBYTES))
    randombytes_buf(&salt, salt.count)
    randombytes_buf(&nonce, nonce.count)
    passes = UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE)
    memory = Int(crypto_pwhash_MEMLIMIT_INTERACTIVE)
    self.salt = salt
    self.nonce = nonce
    guard let key = Self.key(passphrase, salt: salt, passes: passes, memory: memory) else {
      return nil
    }
    var box = [UInt8](
      repeating: 0, count: secret.count + Int(crypto_secretbox_MACBYTES))
    crypto_secretbox_easy(&box, secret, UInt64(secret.count), nonce, key)
    self.box = box
  }

  /// The secret; nil where the passphrase is another one, or the box was changed.
  package func opened(with passphrase: String) -> [UInt8]? {
    guard sodium_init() >= 0,
      let key = Self.key(passphrase, salt: salt, passes: passes, memory: memory)
    else { return nil }
    var secret = [UInt8](repeating: 0, count: box.count - Int(crypto_secretbox_MACBYTES))
    guard crypto_secretbox_open_easy(&secret, box, UInt64(box.count), nonce, key) == 0 else {
      return nil
    }
    return secret
  }

  private static let mostMemory = 1 << 30

  private static func key(_ passphrase: String, salt: [UInt8], passes: UInt64, memory: Int)
    -> [UInt8]?
  {
    var key = [UInt8](repeating: 0, count: Int(crypto_secretbox_KEYBYTES))
    let words = passphrase.utf8.map { CChar(bitPattern: $0) }
    let code = crypto_pwhash(
      &key, UInt64(key.count), words, UInt64(words.count), salt, passes, memory,
      crypto_pwhash_ALG_ARGON2ID13)
    return code == 0 ? key : nil
  }
}
