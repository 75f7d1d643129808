/// Writes the keys of features one after the other: each is a hash of the template's number and what it looks at.
struct FeatureHash {
  private(set) var count = 0

  /// Puts the key of the next template into a buffer.
  @inline(__always)
  mutating func put(
    _ first: UInt32, _ second: UInt32 = 0x9E37, _ third: UInt32 = 0x79B9, _ fourth: UInt32 = 0x51ED,
    into keys: UnsafeMutablePointer<UInt32>
  ) {
    var hash = (first ^ UInt32(truncatingIfNeeded: (count + 1) &* 0x3C6E_F372)) &* 0x85EB_CA6B
    hash = ((hash ^ (hash >> 15)) &+ second) &* 0xC2B2_AE35
    hash = ((hash ^ (hash >> 13)) &+ third) &* 0x27D4_EB2F
    hash = ((hash ^ (hash >> 14)) &+ fourth) &* 0x9E37_79B1
    hash ^= hash >> 16
    keys[count] = hash == 0 ? 1 : hash
    count += 1
  }
}
