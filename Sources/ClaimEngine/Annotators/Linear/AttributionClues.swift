/// What the attribution tagger sees of a text: for each token numbers about the word, its quotation, the cues beside it
/// and its place in the tree.
package struct AttributionClues {
  let text: Document
  let tree: ParseTree
  /// The hash of each word and of its last three letters, and its tag as a number.
  var words: [UInt32] = []
  var suffixes: [UInt32] = []
  var shapes: [UInt32] = []
  var tags: [UInt32] = []
  /// How often the word is part of a cue.
  var levels: [UInt8] = []
  /// The sentence of each token.
  package private(set) var sentences: [Int32]
  /// The quotation that each token stands in, -1 outside.
  var quotations: [Int32]
  let quotes: [Quotation]
  /// The nearest likely cue before and after each token within its paragraph, -1 where there is none.
  var cueBefore: [Int32]
  var cueAfter: [Int32]
  /// The likely cue that each token hangs under, itself included, and the word on the way to it that hangs on that cue.
  var cueAbove: [Int32]
  var branch: [Int32]
  /// A likely cue that hangs on the token or on a word above it, and not the token on it: "said" of "it is shut, he said".
  var cueBeside: [Int32]
  /// The highest word whose subtree begins, and ends, at each token.
  var opened: [Int32]
  var closed: [Int32]
  /// The word that introduces what hangs on each token, "that" or "to", as its hash; 0 where there is none.
  var marker: [UInt32]
  /// Whether a subject hangs on the token.
  var hasSubject: [Bool]
  /// The highest level within each sentence.
  var sentenceLevel: [UInt8]

  package init(
    _ text: Document, _ tree: ParseTree, quotations quotes: [Quotation], levels cues: CueLevels
  ) {
    self.text = text
    self.tree = tree
    self.quotes = quotes
    let count = text.tokens.count
    let none = [Int32](repeating: -1, count: count)
    (sentences, quotations, cueBefore, cueAfter) = (none, none, none, none)
    (cueAbove, branch, cueBeside, opened, closed) = (none, none, none, none, none)
    marker = [UInt32](repeating: 0, count: count)
    hasSubject = [Bool](repeating: false, count: count)
    sentenceLevel = [UInt8](repeating: 0, count: text.sentences.count)
    for token in text.tokens {
      let facts = WordFacts(token, in: text.bytes)
      words.append(facts.word)
      suffixes.append(facts.suffix3)
      shapes.append(facts.shape)
      tags.append(Tagger.context(of: token.tag, token))
      levels.append(token.isPunctuation ? 0 : cues[CueLevels.key(facts.word, token.tag)])
    }
    for (number, sentence) in text.sentences.enumerated() {
      for token in sentence.tokens {
        sentences[token] = Int32(number)
        sentenceLevel[number] = max(sentenceLevel[number], levels[token])
      }
    }
    for (number, quotation) in quotes.enumerated() {
      for token in quotation.tokens { quotations[token] = Int32(number) }
    }
    findCuesAround()
    for sentence in text.sentences { readTree(of: sentence.tokens) }
  }

  private func paragraph(_ token: Int) -> Int { text.sentences[Int(sentences[token])].paragraph }

  private mutating func findCuesAround() {
    var last: Int32 = -1
    for token in words.indices {
      if last >= 0, paragraph(Int(last)) != paragraph(token) { last = -1 }
      cueBefore[token] = last
      if levels[token] >= CueLevels.likely { last = Int32(token) }
    }
    last = -1
    for token in words.indices.reversed() {
      if last >= 0, paragraph(Int(last)) != paragraph(token) { last = -1 }
      cueAfter[token] = last
      if levels[token] >= CueLevels.likely { last = Int32(token) }
    }
  }

  /// Reads a sentence's tree from its root down, every token once.
  private mutating func readTree(of sentence: Range<Int>) {
    var left = sentence.map { Int32($0) }
    var right = left
    let base = sentence.lowerBound
    let order = topDown(sentence)
    for token in order.reversed() {
      guard let head = tree.heads[token], sentence.contains(head) else { continue }
      if !text.tokens[token].isPunctuation {
        left[head - base] = min(left[head - base], left[token - base])
        right[head - base] = max(right[head - base], right[token - base])
      }
      switch tree.relations[token] {
      case .subject: hasSubject[head] = true
      case .marker: if marker[head] == 0 || token < head { marker[head] = words[token] }
      default: break
      }
      if levels[token] >= CueLevels.likely, cueBeside[head] < 0 { cueBeside[head] = Int32(token) }
    }
    for token in order {
      if opened[Int(left[token - base])] < 0 { opened[Int(left[token - base])] = Int32(token) }
      if closed[Int(right[token - base])] < 0 { closed[Int(right[token - base])] = Int32(token) }
      let head = tree.heads[token].flatMap { sentence.contains($0) ? $0 : nil }
      if levels[token] >= CueLevels.likely {
        cueAbove[token] = Int32(token)
        branch[token] = Int32(token)
      } else if let head {
        cueAbove[token] = cueAbove[head]
        branch[token] = cueAbove[head] == Int32(head) ? Int32(token) : branch[head]
      }
      if cueBeside[token] < 0, cueAbove[token] < 0, let head { cueBeside[token] = cueBeside[head] }
    }
  }

  /// The tokens of a sentence so that each comes after its head.
  private func topDown(_ sentence: Range<Int>) -> [Int] {
    let base = sentence.lowerBound
    var first = [Int32](repeating: -1, count: sentence.count)
    var next = first
    var order: [Int] = []
    for token in sentence.reversed() {
      if let head = tree.heads[token], sentence.contains(head) {
        next[token - base] = first[head - base]
        first[head - base] = Int32(token)
      } else {
        order.append(token)
      }
    }
    order.reverse()
    var place = 0
    while place < order.count {
      var child = first[order[place] - base]
      while child >= 0 {
        order.append(Int(child))
        child = next[Int(child) - base]
      }
      place += 1
    }
    return order
  }
}
