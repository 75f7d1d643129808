import ArticleReader
import ClaimEngine
import ClaimModel
import Foundation

/// An article of PolNeAR: its parsed text, and the label of each token.
struct LabelledArticle {
  let name: String
  let source: String
  let text: Document
  let tree: ParseTree
  let quotations: [Quotation]
  let labels: [AttributionLabel]
  /// The paragraphs of which a part is marked to be ignored.
  let ignored: Set<Int>

  /// - Parameter folder: Holds `text` and `attributions` in brat standoff.
  static func read(_ folder: String) throws -> [LabelledArticle] {
    let tagger = Tagger()
    let parser = DependencyParser()
    let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/attributions")
      .filter { $0.hasSuffix(".ann") }.sorted()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/text")
      .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    return try names.compactMap { name in
      // Of several annotators the first.
      guard let file = files.first(where: { $0.hasPrefix(name + "_") }) else { return nil }
      return try LabelledArticle(name, folder, file, tagger: tagger, parser: parser)
    }
  }

  private init(
    _ name: String, _ folder: String, _ file: String, tagger: Tagger, parser: DependencyParser
  ) throws {
    self.name = name
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/text/\(name).txt"))
    source = String(decoding: data, as: UTF8.self)
    let article = try ArticleReader().read(Array(data), path: nil, format: .plainText).article
    var text = TextAnalyser().document(of: article)
    tagger.tag(&text)
    self.text = text
    tree = parser.parse(text)
    quotations = QuoteFinder().quotations(in: text)
    let standoff = try Standoff(
      String(contentsOfFile: "\(folder)/attributions/\(file)", encoding: .utf8), of: source)
    var labels = [AttributionLabel](repeating: .outside, count: text.tokens.count)
    var ignored: Set<Int> = []
    let paragraphs = text.paragraphRanges
    for (first, more, spans) in standoff.roles {
      for span in spans {
        var isOpen = false
        for token in text.tokens.indices
        where Int(text.tokens[token].start) < span.upperBound
          && Int(text.tokens[token].end) > span.lowerBound
        {
          if paragraphs.contains(where: { $0.lowerBound == token }) { isOpen = false }
          guard labels[token] == .outside else {
            isOpen = false
            continue
          }
          labels[token] = isOpen ? more : first
          isOpen = true
        }
      }
    }
    for span in standoff.discarded {
      for (number, paragraph) in paragraphs.enumerated()
      where text.span(of: paragraph).range.overlaps(span) {
        ignored.insert(number)
      }
    }
    self.labels = labels
    self.ignored = ignored
  }
}

/// The spans of a brat standoff file, in UTF-8 bytes.
struct Standoff {
  /// By attribution and role, in the order of the file: the labels of its first and further tokens, and its spans.
  var roles: [(AttributionLabel, AttributionLabel, [Range<Int>])] = []
  var discarded: [Range<Int>] = []

  /// - Parameter text: What the file counts code points of.
  init(_ file: String, of text: String) {
    var bytes = [0]
    for scalar in text.unicodeScalars {
      bytes.append(bytes[bytes.count - 1] + UTF8.width(scalar))
    }
    var spans: [Substring: [Range<Int>]] = [:]
    var events: [Substring] = []
    for line in file.split(separator: "\n") {
      let columns = line.split(separator: "\t")
      guard columns.count >= 2, let kind = columns[0].first else { continue }
      if kind == "E" { events.append(columns[1]) }
      guard kind == "T", let gap = columns[1].firstIndex(of: " ") else { continue }
      let found = columns[1][gap...].split(separator: ";").compactMap { part -> Range<Int>? in
        let ends = part.split(separator: " ").compactMap { Int($0) }
        guard ends.count == 2, ends[0] < ends[1], ends[1] < bytes.count else { return nil }
        return bytes[ends[0]]..<bytes[ends[1]]
      }
      spans[columns[0]] = found
      if columns[1].hasPrefix("Discard ") { discarded += found }
    }
    for event in events {
      for role in event.split(separator: " ") {
        let halves = role.split(separator: ":")
        guard halves.count == 2, let found = spans[halves[1]] else { continue }
        if halves[0].hasPrefix("Source") { roles.append((.source, .moreSource, found)) }
        if halves[0].hasPrefix("Cue") { roles.append((.cue, .moreCue, found)) }
        if halves[0].hasPrefix("Content") { roles.append((.content, .moreContent, found)) }
      }
    }
  }
}
