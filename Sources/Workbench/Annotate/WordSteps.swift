import ClaimModel

/// Where words and clauses begin and end around a claim, so that arrows can step over them.
///
/// Places are bytes of the article's text. The stretch is the claim's block; where it has none, its sentence.
struct WordSteps {
  enum Step { case word, clause }

  /// Words without the marks around them, in reading order.
  private let words: [TextSpan]
  /// The numbers of the words after which a mark ends a clause, and of those that begin one ("and", "but").
  private let clauseEnds: Set<Int>

  init(_ article: Article, around claim: Claim) {
    let block =
      article.blocks.indices.contains(claim.block) ? article.blocks[claim.block].span : nil
    let hull = (claim.spans + [claim.sentence]).hull ?? claim.sentence
    let stretch = block.map { [$0, hull].hull ?? hull } ?? hull
    let bytes = Array(article.text.utf8)
    var words: [TextSpan] = []
    var ends: Set<Int> = []
    var place = stretch.start
    while place < stretch.end {
      var end = place
      while end < stretch.end, !Self.isBlank(bytes[end]) { end += 1 }
      if end > place {
        let word = Self.withoutMarks(TextSpan(place, end), in: bytes)
        if word.length > 0 {
          if Self.beginsClause(bytes[word.range]), !words.isEmpty { ends.insert(words.count - 1) }
          words.append(word)
        }
        if end > word.end || word.length == 0, !words.isEmpty,
          bytes[max(word.end, place)..<end].contains(where: Self.isClauseMark)
        {
          ends.insert(words.count - 1)
        }
      }
      place = end + 1
    }
    self.words = words
    clauseEnds = ends
  }

  // MARK: - Stepping

  func next(after place: Int, _ edge: AnnotateState.Edge, _ step: Step) -> Int {
    places(edge, step).first { $0 > place } ?? place
  }

  func previous(before place: Int, _ edge: AnnotateState.Edge, _ step: Step) -> Int {
    places(edge, step).last { $0 < place } ?? place
  }

  func first(_ edge: AnnotateState.Edge) -> Int { places(edge, .word).first ?? 0 }
  func last(_ edge: AnnotateState.Edge) -> Int { places(edge, .word).last ?? 0 }

  /// Where a claim can be cut: before each of its words but the first.
  func cuts(in hull: TextSpan) -> [Int] {
    words.filter { hull.start < $0.start && $0.start < hull.end }.map(\.start)
  }

  /// Those of the cuts that begin a clause.
  func clauseCuts(in hull: TextSpan) -> [Int] {
    let starts = Set(places(.start, .clause))
    return cuts(in: hull).filter(starts.contains)
  }

  private func places(_ edge: AnnotateState.Edge, _ step: Step) -> [Int] {
    switch (edge, step) {
    case (.start, .word): words.map(\.start)
    case (.end, .word): words.map(\.end)
    case (.start, .clause):
      words.indices.filter { $0 == 0 || clauseEnds.contains($0 - 1) }.map { words[$0].start }
    case (.end, .clause):
      words.indices.filter { $0 == words.count - 1 || clauseEnds.contains($0) }.map {
        words[$0].end
      }
    }
  }

  // MARK: - Bytes

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09
  }

  private static func isClauseMark(_ byte: UInt8) -> Bool { ",;:.?!()\"".utf8.contains(byte) }

  /// ASCII marks and the curly quote marks go from both ends; a percent sign and the like stay.
  private static func withoutMarks(_ span: TextSpan, in bytes: [UInt8]) -> TextSpan {
    var (start, end) = (span.start, span.end)
    while start < end {
      let width = markWidth(bytes[start..<end], atEnd: false)
      if width == 0 { break }
      start += width
    }
    while start < end {
      let width = markWidth(bytes[start..<end], atEnd: true)
      if width == 0 { break }
      end -= width
    }
    return TextSpan(start, end)
  }

  private static let curlyMarks = ["“", "”", "‘", "’", "…", "–", "—", "«", "»"].map {
    Array($0.utf8)
  }

  private static func markWidth(_ bytes: ArraySlice<UInt8>, atEnd: Bool) -> Int {
    guard let byte = atEnd ? bytes.last : bytes.first else { return 0 }
    if ",;:.?!()[]\"'".utf8.contains(byte) { return 1 }
    let mark = curlyMarks.first {
      atEnd ? bytes.suffix($0.count).elementsEqual($0) : bytes.starts(with: $0)
    }
    return mark?.count ?? 0
  }

  private static let clauseWords: Set<String> = [
    "and", "but", "or", "that", "which", "who", "while", "because", "if", "unless", "although",
  ]

  private static func beginsClause(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 8 && clauseWords.contains(String(decoding: word, as: UTF8.self))
  }
}
