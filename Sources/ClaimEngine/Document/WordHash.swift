/// FNV-1a, 64 bits: the key under which the lexicon and the tagger know a word.
package struct WordHash: Sendable {
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package init(_ lowercased: some StringProtocol) {
    for byte in lowercased.utf8 { add(byte) }
  }

  /// The hashes of lower-cased words that single spaces part.
  static func set(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { WordHash($0).value })
  }

  package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
