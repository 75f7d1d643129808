/// The pieces of a window in the order that the layers see them.
struct PieceRow {
  private(set) var pieces: [Int]
  private(set) var surfaces: [Int] = [0]
  /// Where each word's first piece stands.
  private(set) var places: [Int] = []

  /// [CLS], the words with [SEP] between paragraphs, [SEP].
  init(_ window: Window, of words: [ReadWord], vocabulary: WordPieces) {
    pieces = [vocabulary.cls]
    for index in window.first..<window.last {
      let word = words[index]
      if index > window.first, word.word.paragraph != words[index - 1].word.paragraph {
        pieces.append(vocabulary.sep)
        surfaces.append(0)
      }
      places.append(pieces.count)
      pieces += word.pieces
      surfaces += Array(repeating: word.surface, count: word.pieces.count)
    }
    pieces.append(vocabulary.sep)
    surfaces.append(0)
  }
}
