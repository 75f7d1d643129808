import ClaimEngine
import ClaimModel
import Glibc

/// A paragraph whose sentences are known.
struct GoldParagraph {
  /// The document it is of, by number.
  let document: Int
  let text: Document
  /// The sentences in bytes, in reading order.
  let spans: [TextSpan]
  /// Where sentences begin, by token; without the first, and without those that begin inside a token.
  let starts: Set<Int>

  init(document: Int, bytes: [UInt8], spans: [TextSpan], analyser: TextAnalyser) {
    self.document = document
    self.spans = spans
    let text = analyser.document(ofBlock: bytes)
    let wanted = Set(spans.dropFirst().map(\.start))
    self.text = text
    starts = Set(text.tokens.indices.filter { wanted.contains(Int(text.tokens[$0].start)) })
  }

  static func lines(of path: String, _ body: (Substring) -> Void) {
    guard let file = fopen(path, "rb") else {
      perror(path)
      exit(66)
    }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    while getline(&line, &capacity, file) > 0, let line { body(String(cString: line).dropLast()) }
  }
}

// MARK: - Treebanks

extension GoldParagraph {
  /// The paragraphs of a treebank (CoNLL-U): words with the spaces that it notes between them, one space between sentences.
  static func treebank(_ path: String, analyser: TextAnalyser) -> [GoldParagraph] {
    var found: [GoldParagraph] = []
    var bytes: [UInt8] = []
    var spans: [TextSpan] = []
    var start: Int?
    var hasSpace = false
    var document = 0
    var lastOfMultiword = 0
    func finish() {
      if !spans.isEmpty {
        found.append(
          GoldParagraph(document: document, bytes: bytes, spans: spans, analyser: analyser))
      }
      bytes = []
      spans = []
      hasSpace = false
    }
    lines(of: path) { line in
      if line.hasPrefix("# newdoc") || line.hasPrefix("# newpar"), !line.hasPrefix("# newpar_") {
        finish()
        if line.hasPrefix("# newdoc") { document += 1 }
      } else if line.isEmpty {
        if let first = start { spans.append(TextSpan(first, bytes.count)) }
        start = nil
        lastOfMultiword = 0
      } else if !line.hasPrefix("#") {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
        let ends = columns[0].split(separator: "-").compactMap { Int($0) }
        // An empty node ("8.1") has no number here; words of a multiword token are in its form already.
        guard columns.count == 10, let first = ends.first, first > lastOfMultiword else { return }
        if ends.count == 2 { lastOfMultiword = ends[1] }
        if hasSpace { bytes.append(0x20) }
        start = start ?? bytes.count
        bytes += Array(columns[1].utf8)
        hasSpace = !columns[9].split(separator: "|").contains("SpaceAfter=No")
      }
    }
    finish()
    return found
  }
}

// MARK: - Newswire

extension GoldParagraph {
  /// The lines of news articles with the sentences that an automatic parse gave them.
  ///
  /// - Parameters:
  ///   - path: Ten columns a word, its begin and end in code points second and third.
  ///   - folder: Where the articles are, `NAME.txt`.
  static func silver(_ path: String, folder: String, analyser: TextAnalyser) -> [GoldParagraph] {
    var found: [GoldParagraph] = []
    var name = ""
    var starts: [Int] = []
    var isInside = false
    var document = 0
    func finish() {
      if !name.isEmpty, let text = read(folder + "/" + name + ".txt") {
        found += paragraphs(text, starts: starts, document: document, analyser: analyser)
      }
      starts = []
      document += 1
    }
    lines(of: path) { line in
      if line.hasPrefix("# newdoc id = ") {
        finish()
        name = String(line.dropFirst(14))
      } else if line.isEmpty {
        isInside = false
      } else if !isInside, let start = Int(line.split(separator: "\t").dropFirst().first ?? "") {
        starts.append(start)
        isInside = true
      }
    }
    finish()
    return found
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer[..<count]
    }
  }

  private static func paragraphs(
    _ text: String, starts: [Int], document: Int, analyser: TextAnalyser
  ) -> [GoldParagraph] {
    var offsets: [Int] = []
    for scalar in text.unicodeScalars {
      let last = offsets.last ?? 0
      if offsets.isEmpty { offsets.append(0) }
      offsets.append((offsets.count == 1 ? 0 : last) + UTF8.width(scalar))
    }
    let bytes = Array(text.utf8)
    let places = starts.filter { $0 < offsets.count }.map { offsets[$0] }
    var found: [GoldParagraph] = []
    var first = 0
    for line in bytes.split(separator: 0x0A) where line.contains(where: { $0 > 0x20 }) {
      while first < places.count, places[first] < line.startIndex { first += 1 }
      var inside: [Int] = []
      while first < places.count, places[first] < line.endIndex {
        inside.append(places[first] - line.startIndex)
        first += 1
      }
      guard !inside.isEmpty else { continue }
      let spans = zip(inside, inside.dropFirst() + [line.count]).map { TextSpan($0, $1) }
      found.append(
        GoldParagraph(document: document, bytes: Array(line), spans: spans, analyser: analyser))
    }
    return found
  }

  /// Whether an automatic parse can be believed at a gap: not beside quotes and brackets, nor after question and
  /// exclamation marks, ellipses and abbreviations, where it goes by rules of its own.
  func isPlain(_ gap: Int) -> Bool {
    let (before, after) = (text.tokens[gap - 1], text.tokens[gap])
    guard after.mark == .none, after.shape.contains(.spaceBefore) else { return false }
    switch before.mark {
    case .none: return !before.shape.contains(.endsInPeriod)
    case .comma, .dash, .colon: return true
    case .period: return after.shape.contains(.capitalized)
    default: return false
    }
  }
}
