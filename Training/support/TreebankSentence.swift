package import ClaimEngine
import ClaimModel
import Glibc

/// A sentence of a treebank, cut by our tokenizer, with its tags and its tree.
package struct TreebankSentence {
  package var text: Document
  package var tags: [Tag]
  /// The head of each token, -1 for a root.
  package var heads: [Int32]
  package var relations: [Relation]

  /// Reads a plain CoNLL-U file, or the ten columns of the silver newswire, whose relations are modernised.
  ///
  /// Ends the program where the file cannot be read. Sentences whose words are not those of their text are passed over.
  package static func read(_ path: String) -> [TreebankSentence] {
    guard let file = fopen(path, "rb") else {
      perror(path)
      exit(66)
    }
    defer { fclose(file) }
    var found: [TreebankSentence] = []
    var words: [TreebankWord] = []
    var text = ""
    var isSilver = false
    let tokenizer = Tokenizer(lexicon: .english)
    func finish() {
      if isSilver { words.modernise() }
      if !words.isEmpty, let sentence = TreebankSentence(words, text, tokenizer) {
        found.append(sentence)
      }
      words = []
      text = ""
    }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    var lastEnd = 0
    while getline(&line, &capacity, file) > 0, let line {
      let row = String(cString: line).dropLast()
      if row.isEmpty {
        finish()
        continue
      }
      if row.hasPrefix("# text = ") { text = String(row.dropFirst(9)) }
      if row.hasPrefix("#") { continue }
      let columns = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if columns.count == 10 {
        if columns[0].allSatisfy(\.isNumber) {
          words.append(
            TreebankWord(
              form: columns[1], tag: columns[4], entity: "", head: (Int(columns[6]) ?? 0) - 1,
              relation: columns[7]))
        }
      } else if columns.count >= 9, let begin = Int(columns[1]), let end = Int(columns[2]) {
        isSilver = true
        if !words.isEmpty, begin > lastEnd { text += " " }
        lastEnd = end
        let form = unescape(columns[3])
        text += form
        words.append(
          TreebankWord(
            form: form, tag: columns[5], entity: columns[6], head: (Int(columns[7]) ?? 0) - 1,
            relation: columns[8]))
      }
    }
    finish()
    return found
  }

  private static func unescape(_ form: String) -> String {
    switch form {
    case "-LRB-": "("
    case "-RRB-": ")"
    case "-LSB-": "["
    case "-RSB-": "]"
    case "``", "''": "\""
    default: form
    }
  }

  /// Our tokens of the text, each with the tag of the treebank's word or words under it and the first of their heads that
  /// lies outside it.
  private init?(_ words: [TreebankWord], _ source: String, _ tokenizer: Tokenizer) {
    let bytes = Array(source.utf8)
    var places: [Range<Int>] = []
    var cursor = 0
    for word in words {
      while cursor < bytes.count, bytes[cursor] == 0x20 { cursor += 1 }
      let form = Array(word.form.utf8)
      guard cursor + form.count <= bytes.count,
        bytes[cursor..<cursor + form.count].elementsEqual(form)
      else { return nil }
      places.append(cursor..<cursor + form.count)
      cursor += form.count
    }
    text = Document(bytes: bytes)
    text.tokenizeWhole(with: tokenizer)
    tags = []
    /// The words under each token, and the first token over each word.
    var under: [Range<Int>] = []
    var tokenOfWord = [Int](repeating: -1, count: words.count)
    var first = 0
    for (index, token) in text.tokens.enumerated() {
      while first < places.count, places[first].upperBound <= Int(token.start) { first += 1 }
      var last = first
      while last + 1 < places.count, places[last + 1].lowerBound < Int(token.end) { last += 1 }
      guard first < places.count else { return nil }
      under.append(first..<last + 1)
      for word in first...last where tokenOfWord[word] < 0 { tokenOfWord[word] = index }
      tags.append(
        Self.tag(
          of: token, under: words[first...last].map(\.tag),
          next: last + 1 < words.count ? words[last + 1].tag : ""))
    }
    heads = []
    relations = []
    for (token, range) in under.enumerated() {
      let outer = range.first { word in
        let head = words[word].head
        return tokenOfWord[word] == token && (head < 0 || tokenOfWord[head] != token)
      }
      if let outer {
        let head = words[outer].head
        heads.append(head < 0 ? -1 : Int32(tokenOfWord[head]))
        relations.append(Relation(words[outer].relation))
      } else {
        // A further token of one word: "n't" of "don't".
        heads.append(Int32(token) - 1)
        relations.append(.other)
      }
    }
  }

  /// Whether there is one root and every token is under it.
  package var isTree: Bool {
    guard heads.count(where: { $0 < 0 }) == 1 else { return false }
    return heads.indices.allSatisfy { token in
      var place = token
      for _ in 0...heads.count {
        if heads[place] < 0 { return true }
        place = Int(heads[place])
      }
      return false
    }
  }

  private static func tag(of token: Token, under tags: [String], next: String) -> Tag {
    if token.isPunctuation { return .punctuation }
    if token.word == .to { return .to }
    guard tags.count > 1 else { return Tag(penn: tags[0]) }
    let last = Tag(penn: tags[tags.count - 1])
    switch last {
    case .vbn, .vbg, .jj: return .jj
    case .nn where next.hasPrefix("NN"): return .jj
    case .pos: return Tag(penn: tags[0])
    default: return last
    }
  }

  /// The share of words, marks apart, that get the right tag.
  package static func accuracy(of tagger: Tagger, on sentences: [TreebankSentence]) -> Double {
    var right = 0
    var all = 0
    for sentence in sentences {
      var text = sentence.text
      tagger.tag(&text)
      for (token, tag) in zip(text.tokens, sentence.tags) where !token.isPunctuation {
        all += 1
        if token.tag == tag { right += 1 }
      }
    }
    return Double(right) / Double(max(all, 1))
  }
}
