import Fingerprint
import Testing

@Suite("Signing")
struct SigningTests {
  /// RFC 8032, section 7.1, tests 2 and 3.
  @Test(
    "gives the signatures of RFC 8032's examples",
    arguments: [
      (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
          + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
      ),
      (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
          + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
      ),
    ])
  func examples(seed: String, publicKey: String, message: String, signature: String) throws {
    let bytesOfSeed = try #require(Hexadecimal.bytes(seed))
    let key = try #require(SigningKey(seed: bytesOfSeed))
    let bytes = try #require(Hexadecimal.bytes(message))
    #expect(key.publicKey.description == "ed25519:" + publicKey)
    #expect(Hexadecimal.text(key.signature(of: bytes)) == signature)
    #expect(key.publicKey.isSigned(bytes, by: key.signature(of: bytes)))
  }

  @Test("accepts no other message, signature or key")
  func refuses() throws {
    let key = try #require(SigningKey())
    let other = try #require(SigningKey())
    var signature = key.signature(of: [1, 2, 3])
    #expect(key.publicKey != other.publicKey)
    #expect(!key.publicKey.isSigned([1, 2], by: signature))
    #expect(!other.publicKey.isSigned([1, 2, 3], by: signature))
    #expect(!key.publicKey.isSigned([1, 2, 3], by: []))
    signature[7] ^= 1
    #expect(!key.publicKey.isSigned([1, 2, 3], by: signature))
  }

  @Test("reads a public key as it is written, and nothing else")
  func text() throws {
    let key = try #require(SigningKey()).publicKey
    #expect(PublicKey(key.description) == key)
    for text in [
      "", "ed25519:", key.description + "0", String(key.description.dropFirst(8)), "ed25519:zz",
    ] {
      #expect(PublicKey(text) == nil)
    }
    #expect(SigningKey(seed: [1]) == nil)
  }
}

@Suite("A passphrase box")
struct PassphraseBoxTests {
  @Test("opens with its passphrase alone, also after it was written and read")
  func opens() throws {
    let secret = Array("a secret of 32 bytes, or so, yes".utf8)
    let box = try #require(PassphraseBox(locking: secret, passphrase: "naïve ferry"))
    #expect(box.opened(with: "naïve ferry") == secret)
    #expect(box.opened(with: "naive ferry") == nil)
    let read = PassphraseBox(
      passes: box.passes, memory: box.memory, salt: box.salt, nonce: box.nonce, box: box.box)
    #expect(read == box)
    var damaged = box.box
    damaged[0] ^= 1
    let broken = try #require(
      PassphraseBox(
        passes: box.passes, memory: box.memory, salt: box.salt, nonce: box.nonce, box: damaged))
    #expect(broken.opened(with: "naïve ferry") == nil)
  }

  @Test("refuses a box that would take all the memory there is")
  func limits() throws {
    let box = try #require(PassphraseBox(locking: [1], passphrase: "x"))
    #expect(
      PassphraseBox(
        passes: box.passes, memory: 1 << 40, salt: box.salt, nonce: box.nonce, box: box.box) == nil)
    #expect(
      PassphraseBox(
        passes: 1 << 40, memory: box.memory, salt: box.salt, nonce: box.nonce, box: box.box) == nil)
    #expect(
      PassphraseBox(passes: 1, memory: 8192, salt: [], nonce: box.nonce, box: box.box) == nil)
  }
}

@Suite("Hexadecimal digits")
struct HexadecimalTests {
  @Test("give back the bytes", arguments: [[], [0], [255, 16, 1]] as [[UInt8]])
  func roundTrip(bytes: [UInt8]) { #expect(Hexadecimal.bytes(Hexadecimal.text(bytes)) == bytes) }

  @Test("are lower-case and come in pairs", arguments: ["0", "AB", "0g", "é"])
  func refuses(text: String) { #expect(Hexadecimal.bytes(text) == nil) }
}
