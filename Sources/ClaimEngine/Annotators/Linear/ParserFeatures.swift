/// What the parser sees of the words of a sentence: numbers, so that nothing is spelled out after this.
package struct ParserWords {
  /// The hash of each word, lower-cased with every digit as 0.
  var words: [UInt32] = []
  /// The tag of each word; marks count by their kind.
  var tags: [UInt32] = []
  /// The hash of the last three letters.
  var suffixes: [UInt32] = []

  package init() {}

  /// Reads a sentence in place of the one before.
  package mutating func read(_ range: Range<Int>, of text: Document) {
    words.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    suffixes.removeAll(keepingCapacity: true)
    for index in range {
      let token = text.tokens[index]
      let facts = WordFacts(token, in: text.bytes)
      words.append(facts.word)
      suffixes.append(facts.suffix3)
      tags.append(Tagger.context(of: token.tag, token))
    }
  }

  var count: Int { words.count }

  /// What stands in place of a word that is not there.
  static let noWord: UInt32 = 0x51F1
  static let noTag: UInt32 = 250

  func word(_ index: Int32) -> UInt32 { index < 0 ? Self.noWord : words[Int(index)] }
  /// Whether a word is a mark.
  package func isMark(_ index: Int) -> Bool { tags[index] >= 100 }

  func tag(_ index: Int32) -> UInt32 { index < 0 ? Self.noTag : tags[Int(index)] }
}

/// The templates by which the parser chooses its next move.
package enum MoveFeatures {
  package static let count = 86

  /// Writes the keys of all templates for one state (after Zhang and Nivre, "Transition-based Dependency Parsing with Rich
  /// Non-local Features", ACL 2011, without relations).
  package static func write(
    _ state: ParserState, _ words: ParserWords, into keys: UnsafeMutablePointer<UInt32>
  ) {
    var hash = FeatureHash()
    func put(
      _ first: UInt32, _ second: UInt32 = 0x9E37, _ third: UInt32 = 0x79B9,
      _ fourth: UInt32 = 0x51ED
    ) { hash.put(first, second, third, fourth, into: keys) }

    let stack = state.stack
    let depth = stack.count
    let s0: Int32 = depth > 0 ? stack[depth - 1] : -1
    let s1: Int32 = depth > 1 ? stack[depth - 2] : -1
    let s2: Int32 = depth > 2 ? stack[depth - 3] : -1
    let end = Int32(words.count)
    let b0: Int32 = state.next < end ? state.next : -1
    let b1: Int32 = state.next + 1 < end ? state.next + 1 : -1
    let b2: Int32 = state.next + 2 < end ? state.next + 2 : -1
    let (s0w, s1w, b0w, b1w) = (words.word(s0), words.word(s1), words.word(b0), words.word(b1))
    let (s0t, s1t, s2t) = (words.tag(s0), words.tag(s1), words.tag(s2))
    let (b0t, b1t, b2t) = (words.tag(b0), words.tag(b1), words.tag(b2))
    func first(_ word: Int32) -> Int32 { word < 0 ? -1 : state.leftmost[Int(word)] }
    func last(_ word: Int32) -> Int32 { word < 0 ? -1 : state.rightmost[Int(word)] }
    let (s0l, s0r, s1l, s1r, b0l) = (first(s0), last(s0), first(s1), last(s1), first(b0))
    let (s0lt, s0rt, s1lt) = (words.tag(s0l), words.tag(s0r), words.tag(s1l))
    let (s1rt, b0lt) = (words.tag(s1r), words.tag(b0l))
    let (s0lw, s0rw, s1rw, b0lw) = (
      words.word(s0l), words.word(s0r), words.word(s1r), words.word(b0l)
    )
    let (s0ll, s0rr) = (words.tag(first(s0l)), words.tag(last(s0r)))
    func lefts(_ word: Int32) -> UInt32 { word < 0 ? 9 : UInt32(state.leftCount[Int(word)]) }
    func rights(_ word: Int32) -> UInt32 { word < 0 ? 9 : UInt32(state.rightCount[Int(word)]) }
    let gap = distance(s0, b0)
    let under = distance(s1, s0)

    put(s0w)
    put(s0t)
    put(s0w, s0t)
    put(s1w)
    put(s1t)
    put(s1w, s1t)
    put(s2t)
    put(words.word(s2), s2t)
    put(b0w)
    put(b0t)
    put(b0w, b0t)
    put(b1w)
    put(b1t)
    put(b1w, b1t)
    put(b2t)
    put(words.word(b2), b2t)
    put(s0w, s0t, b0w, b0t)
    put(s0w, s0t, b0w)
    put(s0w, b0w, b0t)
    put(s0w, s0t, b0t)
    put(s0t, b0w, b0t)
    put(s0w, b0w)
    put(s0t, b0t)
    put(b0t, b1t)
    put(s0w, s1w)
    put(s0w, s1t)
    put(s0t, s1w)
    put(s0t, s1t)
    put(s0w, s0t, s1w, s1t)
    put(s1t, b0t)
    put(s1w, b0t)
    put(s1t, b0w)
    put(s1w, b0w)
    put(b0t, b1t, b2t)
    put(s0t, b0t, b1t)
    put(s1t, s0t, b0t)
    put(s2t, s1t, s0t)
    put(s1t, s0t, b0t, b1t)
    put(s2t, s1t, s0t, b0t)
    put(s0t, b0t, b1t, b2t)
    put(s0t, s0lt, b0t)
    put(s0t, s0rt, b0t)
    put(s0t, b0t, b0lt)
    put(s1t, s1lt, s0t)
    put(s1t, s1rt, s0t)
    put(s1t, s0t, s0lt)
    put(s1t, s0t, s0rt)
    put(s1t, s1rt, s0t, b0t)
    put(s0t, s0lt, s0rt, b0t)
    put(s1t, s0t, s0lt, b0t)
    put(s1t, s0t, s0rt, b0t)
    put(s0w, b0t, b1t)
    put(s0t, b0w, b1t)
    put(s0t, b0t, b1w)
    put(s1w, s0t, b0t)
    put(s1t, s0w, b0t)
    put(s1t, s0t, b0w)
    put(s1w, s0w, b0t)
    put(s1w, s0lw)
    put(s1w, s0w, s0lw)
    put(s1t, s0t, s0lw)
    put(s1w, s0t, s0lw)
    put(s1t, s0w, s0lw)
    put(s0t, s0lw, b0t)
    put(s0t, s0rw, b0t)
    put(s1t, s1rw, s0t)
    put(s0t, b0t, b0lw)
    put(s0w, s0lw, b0t)
    put(s0w, s0rw, b0t)
    put(s0t, s0ll, b0t)
    put(s0t, s0rr, b0t)
    put(s0t, b0t, gap)
    put(s0w, gap)
    put(b0w, gap)
    put(s0t, s1t, under)
    put(s1w, s0t, under)
    put(s0t, lefts(s0), rights(s0), b0t)
    put(s0w, lefts(s0))
    put(s0w, rights(s0))
    put(s0t, b0t, lefts(b0))
    put(b0w, lefts(b0))
    put(s1w, rights(s1), s0t)
    put(s1t, rights(s1), s0t)
    put(s0t, b0t, between(s0, b0, words))
    put(words.suffixes.isEmpty || s0 < 0 ? 0 : words.suffixes[Int(s0)], b0t)
    put(words.suffixes.isEmpty || b0 < 0 ? 0 : words.suffixes[Int(b0)], s0t)
    assert(hash.count == count)
  }

  /// The words from one place to another, in steps: 1, 2, 3, 4, 5 to 6, 7 to 10, more.
  static func distance(_ from: Int32, _ to: Int32) -> UInt32 {
    guard from >= 0, to >= 0 else { return 0 }
    let words = abs(to - from)
    return words <= 4 ? UInt32(words) : words <= 6 ? 5 : words <= 10 ? 6 : 7
  }

  /// What lies between two places, looking at twelve words at most: a verb, a comma, a conjunction, a quote mark.
  private static func between(_ from: Int32, _ to: Int32, _ words: ParserWords) -> UInt32 {
    guard from >= 0, to > from + 1 else { return 0 }
    var found: UInt32 = 1
    for place in Int(max(from + 1, to - 12))..<Int(to) {
      switch words.tags[place] {
      case UInt32(Tag.md.rawValue), UInt32(Tag.vb.rawValue)...UInt32(Tag.vbz.rawValue): found |= 2
      case 100 + UInt32(Token.Mark.comma.rawValue): found |= 4
      case UInt32(Tag.cc.rawValue): found |= 8
      case 100 + UInt32(Token.Mark.straightDouble.rawValue)...100
        + UInt32(Token.Mark.closeSingle.rawValue):
        found |= 16
      default: break
      }
    }
    return found
  }
}
