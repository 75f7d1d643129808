/// Words that the encoder reads together.
struct Window: Equatable {
  /// Words before `own` are read again only as context.
  let first: Int
  let own: Int
  let last: Int

  /// Cuts words into windows: each adds whole paragraphs to up to `EncoderShape.context` pieces of what precedes,
  /// and a paragraph that is too long is cut.
  static func windows(over words: [ReadWord]) -> [Window] {
    let room = EncoderShape.window - 2 - EncoderShape.context
    var windows: [Window] = []
    var own = 0
    var used = 0
    for stretch in stretches(of: words, room: room) {
      let size = words[stretch].reduce(1) { $0 + $1.pieces.count }
      if stretch.lowerBound > own, used + size > room {
        windows.append(window(own..<stretch.lowerBound, of: words))
        (own, used) = (stretch.lowerBound, 0)
      }
      used += size
    }
    if own < words.count { windows.append(window(own..<words.count, of: words)) }
    return windows
  }

  private static func window(_ range: Range<Int>, of words: [ReadWord]) -> Window {
    var first = range.lowerBound
    var left = EncoderShape.context
    while first > 0 {
      let crosses = words[first - 1].word.paragraph != words[first].word.paragraph
      left -= words[first - 1].pieces.count + (crosses ? 1 : 0)
      guard left >= 0 else { break }
      first -= 1
    }
    return Window(first: first, own: range.lowerBound, last: range.upperBound)
  }

  /// Whole paragraphs, longer ones in parts of at most `room` pieces.
  private static func stretches(of words: [ReadWord], room: Int) -> [Range<Int>] {
    var stretches: [Range<Int>] = []
    var start = 0
    var count = 0
    for (index, word) in words.enumerated() {
      let isFresh = index == 0 || word.word.paragraph != words[index - 1].word.paragraph
      if isFresh || count + word.pieces.count > room {
        if index > start { stretches.append(start..<index) }
        (start, count) = (index, 0)
      }
      count += word.pieces.count
    }
    if start < words.count { stretches.append(start..<words.count) }
    return stretches
  }
}
