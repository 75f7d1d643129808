/// FNV-1a, 64 bits: the key under which the lexicon and the tagger know a word.
package struct WordHash: Sendable {
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package init(_ lowercased: some StringProtocol) {
    for byte in lowercased.utf8 { add(byte) }
  }

  package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
  }
}
