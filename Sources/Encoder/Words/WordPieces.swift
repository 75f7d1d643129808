/// Cuts folded words into the pieces of the vocabulary, the longest first.
struct WordPieces: Sendable {
  /// A word of more folded scalars is unknown.
  private static let longestWord = 64
  /// Of a word that takes more pieces only the first are read.
  private static let mostPieces = 12

  let cls: Int
  let sep: Int
  let unknown: Int
  let count: Int
  private let vocabulary: Vocabulary

  init(in file: WeightsFile) throws(EncoderError) {
    vocabulary = try Vocabulary(in: file)
    count = vocabulary.count
    cls = try vocabulary.piece("[CLS]")
    sep = try vocabulary.piece("[SEP]")
    unknown = try vocabulary.piece("[UNK]")
  }

  /// The pieces of a word in folded UTF-8 of so many scalars; never none.
  func pieces(of folded: [UInt8], scalars: Int) -> [Int] {
    guard !folded.isEmpty, scalars <= Self.longestWord else { return [unknown] }
    var pieces: [Int] = []
    var at = 0
    while at < folded.count {
      guard let (piece, end) = longest(folded, from: at) else { return [unknown] }
      pieces.append(piece)
      at = end
    }
    return Array(pieces.prefix(Self.mostPieces))
  }

  private func longest(_ folded: [UInt8], from start: Int) -> (piece: Int, end: Int)? {
    var hash = Vocabulary.Hash(isContinuing: start > 0)
    var best: (Int, Int)?
    for end in (start + 1)...folded.count {
      hash.mix(folded[end - 1])
      let isWhole = end == folded.count || folded[end] & 0xC0 != 0x80
      guard isWhole else { continue }
      if let piece = vocabulary.piece(folded[start..<end], isContinuing: start > 0, hash: hash) {
        best = (piece, end)
      }
    }
    return best
  }
}
