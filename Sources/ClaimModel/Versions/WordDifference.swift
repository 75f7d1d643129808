/// Two wordings in pieces, those that both have and those that only one has.
package struct WordDifference: Hashable, Sendable {
  package let old: [Piece]
  package let new: [Piece]

  /// A stretch of a wording; the pieces of a wording in a row are the wording.
  package struct Piece: Hashable, Sendable {
    package let text: String
    /// Whether the other wording has it too.
    package let isKept: Bool
  }

  package init(_ oldText: String, _ newText: String) {
    let old = WordSequence(oldText)
    let new = WordSequence(newText)
    var numbers = WordNumbers()
    let partners = TextAlignment(numbers.numbers(of: old), numbers.numbers(of: new)).partners
    let kept = Set(partners.compactMap { $0 })
    self.old = Self.pieces(of: old) { partners[$0] != nil }
    self.new = Self.pieces(of: new) { kept.contains($0) }
  }

  /// Blanks belong to what is kept, but for those between two words of which neither is.
  private static func pieces(of words: WordSequence, isKept: (Int) -> Bool) -> [Piece] {
    var pieces: [Piece] = []
    var start = 0
    var isRunKept = true
    func end(_ position: Int) {
      guard position > start else { return }
      let text = String(decoding: words.bytes[start..<position], as: UTF8.self)
      pieces.append(Piece(text: text, isKept: isRunKept))
      start = position
    }
    for (index, span) in words.spans.enumerated() where isKept(index) != isRunKept {
      end(isRunKept ? span.start : words.spans[index - 1].end)
      isRunKept.toggle()
    }
    if !isRunKept, let last = words.spans.last {
      end(last.end)
      isRunKept = true
    }
    end(words.bytes.count)
    return pieces
  }
}
