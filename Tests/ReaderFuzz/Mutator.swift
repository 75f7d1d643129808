import ArticleReader
import TestSupport

/// Damages files of the corpus; the same seed gives the same input on every machine.
package struct Mutator: Sendable {
  private let files: [CorpusFile]
  /// The most bytes of an input, so that it can grow by doubling and stay quick to read.
  private static let longest = 32 << 10

  package init(_ files: [CorpusFile]) { self.files = files }

  /// A damaged file, and how the reader is asked to take it.
  package struct Input: Sendable {
    package var bytes: [UInt8]
    package var kind: CorpusFile.Kind
    /// What a server would have said of the encoding.
    package var charset: String?

    package init(bytes: [UInt8], kind: CorpusFile.Kind, charset: String? = nil) {
      (self.bytes, self.kind, self.charset) = (bytes, kind, charset)
    }
  }

  package func input(seed: UInt64) -> Input {
    var random = SeededGenerator(seed: seed)
    let file = files[random.next(below: files.count)]
    var bytes = file.bytes
    for _ in 0..<(1 + random.next(below: 12)) { damage(&bytes, &random) }
    if bytes.count > Self.longest { bytes.removeSubrange(Self.longest...) }
    var kind = file.kind
    // Some come under a false name.
    if random.next(below: 16) == 0 { kind = files[random.next(below: files.count)].kind }
    let charset =
      random.next(below: 8) == 0 ? Self.charsets[random.next(below: Self.charsets.count)] : nil
    return Input(bytes: bytes, kind: kind, charset: charset)
  }

  private static let charsets = [
    "utf-8", "utf-16", "utf-16be", "windows-1252", "iso-8859-2", "shift_jis", "gb18030", "euc-kr",
    "utf-7", "none-such", "",
  ]

  private func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = random.next(below: bytes.count + 1)
    switch random.next(below: 9) {
    case 0: if place < bytes.count { bytes[place] ^= 1 << UInt8(random.next(below: 8)) }
    case 1: if place < bytes.count { bytes[place] = UInt8(random.next(below: 256)) }
    case 2, 3: bytes.insert(contentsOf: Marks.all[random.next(below: Marks.all.count)], at: place)
    case 4: bytes.removeSubrange(place..<min(bytes.count, place + random.next(below: 200)))
    case 5:
      let other = files[random.next(below: files.count)].bytes
      let start = random.next(below: other.count + 1)
      bytes.insert(contentsOf: other[start..<min(other.count, start + 400)], at: place)
    case 6:
      let part = bytes[place..<min(bytes.count, place + 1 + random.next(below: 300))]
      for _ in 0..<(1 << random.next(below: 7)) where bytes.count < Self.longest {
        bytes.insert(contentsOf: part, at: place)
      }
    case 7:
      let mark = Marks.all[random.next(below: Marks.all.count)]
      let many = Array(repeatElement(mark, count: 1 << random.next(below: 9)).joined())
      bytes.insert(contentsOf: many, at: place)
    default: if random.next(below: 4) == 0 { bytes.removeSubrange(place...) }
    }
  }
}
