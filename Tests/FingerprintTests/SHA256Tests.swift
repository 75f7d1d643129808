import ClaimModel
import Fingerprint
import Testing

@Suite("SHA256")
struct SHA256Tests {
  @Test(
    "gives the digests of FIPS 180-4's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
  func examples(_ text: String, _ expected: String) {
    #expect(SHA256.hex(text.utf8) == expected)
  }

  @Test("names an article by the bytes of its text")
  func articleID() {
    #expect(ArticleID(of: "abc").rawValue == SHA256.name("abc".utf8))
    #expect(ArticleID(of: "é") != ArticleID(of: "e\u{301}"))
  }
}
