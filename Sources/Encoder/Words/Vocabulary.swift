/// The pieces that the encoder knows, found through the hash table that the exporter wrote.
///
/// A piece that continues a word is written with `##` before it.
struct Vocabulary: Sendable {
  private static let empty = UInt32.max

  let count: Int
  private let bytes: [UInt8]
  private let offsets: [UInt32]
  private let slots: [UInt32]

  init(in file: WeightsFile) throws(EncoderError) {
    bytes = try file.bytes("vocabulary")
    offsets = try file.integers("vocabulary.offsets")
    slots = try file.integers("vocabulary.slots")
    count = offsets.count - 1
    guard offsets.last == UInt32(bytes.count), zip(offsets, offsets.dropFirst()).allSatisfy(<=)
    else { throw .cutShort(section: "vocabulary.offsets") }
    // A power of two, with room to end every search.
    guard slots.count & (slots.count - 1) == 0, slots.count > count else {
      throw .cutShort(section: "vocabulary.slots")
    }
  }

  /// The number of a piece that is given as it is written.
  func piece(_ written: String) throws(EncoderError) -> Int {
    let bytes = Array(written.utf8)
    var hash = Hash(isContinuing: false)
    for byte in bytes { hash.mix(byte) }
    guard let piece = piece(bytes[...], isContinuing: false, hash: hash) else {
      throw .missing(section: "vocabulary")
    }
    return piece
  }

  /// The number of a piece, given its bytes without `##` and their hash.
  func piece(_ part: ArraySlice<UInt8>, isContinuing: Bool, hash: Hash) -> Int? {
    let mask = slots.count - 1
    var slot = hash.value & mask
    while slots[slot] != Self.empty {
      let piece = Int(slots[slot])
      if piece < count {
        let written = bytes[Int(offsets[piece])..<Int(offsets[piece + 1])]
        let mark = isContinuing ? 2 : 0
        if written.count == part.count + mark, written.prefix(mark).allSatisfy({ $0 == 0x23 }),
          written.dropFirst(mark).elementsEqual(part)
        {
          return piece
        }
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// FNV-1a of 32 bits over a piece as it is written.
  struct Hash {
    private var state: UInt32 = 0x811C_9DC5

    init(isContinuing: Bool) {
      if isContinuing { for _ in 0..<2 { mix(UInt8(ascii: "#")) } }
    }

    mutating func mix(_ byte: UInt8) { state = (state ^ UInt32(byte)) &* 0x0100_0193 }

    var value: Int { Int(state ^ state >> 16) }
  }
}
