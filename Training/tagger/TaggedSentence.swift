import ClaimEngine
import ClaimModel
import Glibc

/// A sentence of a treebank, cut by our tokenizer, with its tags.
struct TaggedSentence {
  var text: Document
  var tags: [Tag]

  static func read(_ path: String) -> [TaggedSentence] {
    guard let file = fopen(path, "rb") else {
      perror(path)
      exit(66)
    }
    defer { fclose(file) }
    var found: [TaggedSentence] = []
    var words: [(form: String, tag: String)] = []
    var text = ""
    let tokenizer = Tokenizer(lexicon: .english)
    func finish() {
      if !words.isEmpty, let sentence = align(words, text, tokenizer) { found.append(sentence) }
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
      let columns = row.split(separator: "\t", omittingEmptySubsequences: false)
      if columns.count == 10 {
        if columns[0].allSatisfy(\.isNumber) {
          words.append((String(columns[1]), String(columns[4])))
        }
      } else if columns.count >= 8, let begin = Int(columns[1]), let end = Int(columns[2]) {
        if !words.isEmpty, begin > lastEnd { text += " " }
        lastEnd = end
        let form = Self.unescape(String(columns[3]))
        text += form
        words.append((form, String(columns[5])))
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

  /// Our tokens of the text, each with the tag of the treebank's word or words under it.
  private static func align(
    _ words: [(form: String, tag: String)], _ source: String, _ tokenizer: Tokenizer
  ) -> TaggedSentence? {
    let bytes = Array(source.utf8)
    var places: [(start: Int, end: Int, tag: String)] = []
    var cursor = 0
    for word in words {
      while cursor < bytes.count, bytes[cursor] == 0x20 { cursor += 1 }
      let form = Array(word.form.utf8)
      guard cursor + form.count <= bytes.count,
        bytes[cursor..<cursor + form.count].elementsEqual(form)
      else { return nil }
      places.append((cursor, cursor + form.count, word.tag))
      cursor += form.count
    }
    var text = Document(bytes: bytes)
    text.tokenizeWhole(with: tokenizer)
    var tags: [Tag] = []
    var first = 0
    for token in text.tokens {
      while first < places.count, places[first].end <= Int(token.start) { first += 1 }
      var last = first
      while last + 1 < places.count, places[last + 1].start < Int(token.end) { last += 1 }
      guard first < places.count else { return nil }
      tags.append(
        tag(
          of: token, under: places[first...last].map(\.tag),
          next: last + 1 < places.count
            ? places[last + 1].tag : ""))
    }
    return TaggedSentence(text: text, tags: tags)
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
  static func accuracy(of tagger: Tagger, on sentences: [TaggedSentence]) -> Double {
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
