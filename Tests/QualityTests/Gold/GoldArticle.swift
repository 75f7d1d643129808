import ArticleReader
import ClaimModel
import FoundationEssentials

/// An annotated article: what was read from its file, and what its annotations say stands where.
struct GoldArticle: Sendable {
  let name: String
  let style: String
  let published: CalendarDay
  let article: Article
  let words: WordIndex
  let gold: Findings
  /// How many claims must be found.
  var claimCount: Int { gold.claims.filter { !$0.isOptional }.count }

  static let folder =
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Quality/Gold")

  /// Every article of the gold set, by name.
  static func all() throws -> [GoldArticle] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    return try names.filter { $0.hasSuffix(".gold") }.sorted().map { name in
      do {
        let data = try Data(contentsOf: folder.appending(path: name))
        let file = try GoldFile(String(decoding: data, as: UTF8.self))
        let path = folder.appending(path: file.article).path()
        let bytes = Array(try Data(contentsOf: URL(filePath: path)))
        let read = try ArticleReader().read(bytes, path: file.article)
        return try GoldArticle(file, read.article)
      } catch let failure as GoldFile.Failure {
        throw Unreadable(description: "\(name): \(failure)")
      }
    }
  }

  struct Unreadable: Error, CustomStringConvertible { let description: String }

  init(_ file: GoldFile, _ article: Article) throws(GoldFile.Failure) {
    guard let published = file.published else {
      throw GoldFile.Failure(line: 1, reason: "the head needs published")
    }
    name = String(file.article.prefix { $0 != "." })
    style = file.style
    self.published = published
    self.article = article
    words = WordIndex(article.text)
    var locator = GoldLocator(text: words)
    for sentence in file.sentences { try locator.locate(sentence) }
    gold = locator.findings
  }
}

/// Finds the quoted words of annotations in the text, sentence after sentence.
private struct GoldLocator {
  let text: WordIndex
  var findings = Findings()
  private var place = 0
  /// Number and parent of the attributions so far, by their names in the file.
  private var attributions: [String: (index: Int, parent: String?)] = [:]
  private var seen: Set<String> = []

  init(text: WordIndex) { self.text = text }

  mutating func locate(_ sentence: GoldSentence) throws(GoldFile.Failure) {
    let places = text.places(of: sentence.words, within: TextSpan(place, text.end))
    guard let span = places.first else {
      throw GoldFile.Failure(
        line: sentence.line, reason: "the article does not go on with this sentence")
    }
    place = span.end
    findings.sentences.append(span)
    for (line, part) in sentence.parts {
      do throws(GoldLine.Failure) {
        try add(part, of: sentence, at: span)
      } catch {
        throw GoldFile.Failure(line: line, reason: error.reason)
      }
    }
    seen.insert(sentence.words)
  }

  private mutating func add(
    _ part: GoldLine, of sentence: GoldSentence, at span: TextSpan
  ) throws(GoldLine.Failure) {
    switch part {
    case .attribution(let line):
      if let parent = line.parent { _ = try known(parent) }
      attributions[line.id] = (findings.attributions.count, line.parent)
      findings.attributions.append(
        Findings.Attribution(
          source: try words(line.source, span), cue: try words(line.cue, span),
          content: try words(line.content, span), names: line.names, kinds: line.kinds,
          isOptional: line.isOptional))
    case .more(let attribution, let quoted):
      let index = try known(attribution)
      findings.attributions[index].content.formUnion(try words(quoted, span))
    case .claim(let line):
      var reporting: Set<Int> = []
      var next = line.attribution
      while let name = next {
        let attribution = findings.attributions[try known(name)]
        reporting.formUnion(attribution.source.union(attribution.cue))
        next = attributions[name]?.parent
      }
      findings.claims.append(
        Findings.Claim(
          words: try words(line.words, span), reporting: reporting,
          attribution: try line.attribution.map { name throws(GoldLine.Failure) in
            try known(name)
          },
          sentence: text.words(in: [span]), types: line.types, worth: line.worth.value,
          isOptional: line.isOptional))
    case .time(let line):
      guard let place = try spans(line.words, span).hull else { return }
      findings.times.append(
        Findings.Time(span: place, values: line.values, isOptional: line.isOptional))
    case .again:
      guard seen.contains(sentence.words) else {
        throw GoldLine.Failure(reason: "the sentence does not stand earlier")
      }
    case .head, .sentence: break
    }
  }

  private func known(_ attribution: String) throws(GoldLine.Failure) -> Int {
    guard let known = attributions[attribution] else {
      throw GoldLine.Failure(reason: "no attribution before is called '\(attribution)'")
    }
    return known.index
  }

  private func words(
    _ quoted: QuotedWords?, _ sentence: TextSpan
  ) throws(GoldLine.Failure) -> Set<Int> {
    guard let quoted else { return [] }
    return text.words(in: try spans(quoted, sentence))
  }

  private func spans(
    _ quoted: QuotedWords, _ sentence: TextSpan
  ) throws(GoldLine.Failure) -> [TextSpan] {
    do throws(QuotedWords.Failure) {
      return try quoted.spans(in: sentence, of: text)
    } catch {
      throw GoldLine.Failure(reason: error.description)
    }
  }
}

extension GoldLine.Worth {
  fileprivate var value: Double {
    switch self {
    case .low: 0
    case .medium: 0.5
    case .high: 1
    }
  }
}
