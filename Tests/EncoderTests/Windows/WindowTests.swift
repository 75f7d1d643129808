import TestSupport
import Testing

@testable import Encoder

@Suite("windows over words")
struct WindowTests {
  private func words(paragraphs: [[Int]]) -> [ReadWord] {
    var words: [ReadWord] = []
    for (number, counts) in paragraphs.enumerated() {
      for count in counts {
        let word = EncodedWord(
          start: words.count, end: words.count + 1, paragraph: number, isQuoted: false)
        words.append(ReadWord(word: word, surface: 1, pieces: Array(repeating: 5, count: count)))
      }
    }
    return words
  }

  @Test("no words give no window")
  func none() { #expect(Window.windows(over: []).isEmpty) }

  @Test("short paragraphs stay together, and the next window repeats the end of the one before")
  func whole() {
    let found = Window.windows(
      over: words(paragraphs: [[Int]](repeating: [Int](repeating: 1, count: 50), count: 5)))
    #expect(
      found == [
        Window(first: 0, own: 0, last: 200), Window(first: 161, own: 200, last: 250),
      ])
  }

  @Test(
    "every word is read once as a window's own, in windows that fit",
    arguments: 0..<12 as Range<UInt64>)
  func partition(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = words(
      paragraphs: (0..<Int.random(in: 1...12, using: &generator)).map { _ in
        (0..<Int.random(in: 1...400, using: &generator)).map { _ in
          Int.random(in: 1...12, using: &generator)
        }
      })
    let pieces = try CompiledInModel.reader.get().pieces
    var next = 0
    for window in Window.windows(over: words) {
      #expect(window.own == next)
      #expect(window.first <= window.own && window.own < window.last)
      let row = PieceRow(window, of: words, vocabulary: pieces)
      #expect(row.pieces.count <= EncoderShape.window)
      #expect(row.pieces.count == row.surfaces.count)
      #expect(row.places.count == window.last - window.first)
      let context = words[window.first..<window.own].reduce(0) { $0 + $1.pieces.count }
      #expect(context <= EncoderShape.context)
      next = window.last
    }
    #expect(next == words.count)
  }

  @Test("separators stand between paragraphs and at the end")
  func separators() throws {
    let pieces = try CompiledInModel.reader.get().pieces
    let row = PieceRow(
      Window(first: 0, own: 0, last: 3), of: words(paragraphs: [[2, 1], [1]]), vocabulary: pieces)
    #expect(row.pieces == [pieces.cls, 5, 5, 5, pieces.sep, 5, pieces.sep])
    #expect(row.places == [1, 3, 5])
    #expect(row.surfaces == [0, 1, 1, 1, 0, 1, 0])
  }
}
