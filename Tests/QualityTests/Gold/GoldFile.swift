import ClaimModel

/// The annotations of one article as written: sentences, and under each what it holds, in quoted words.
///
/// The form is described in `Tests/Quality/Gold/README.md`.
struct GoldFile: Sendable {
  /// The article's file name.
  private(set) var article = ""
  private(set) var style = ""
  private(set) var published: CalendarDay?
  private(set) var sentences: [GoldSentence] = []

  /// A line that cannot be read, counted from 1.
  struct Failure: Error, Equatable, CustomStringConvertible {
    let line: Int
    let reason: String
    var description: String { "line \(line): \(reason)" }
  }

  init(_ text: String) throws(Failure) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      do throws(GoldLine.Failure) {
        try read(GoldLine(String(line)), number: index + 1)
      } catch {
        throw Failure(line: index + 1, reason: error.reason)
      }
    }
    guard !article.isEmpty, !style.isEmpty, published != nil else {
      throw Failure(line: 1, reason: "the head needs article, style and published")
    }
  }

  private mutating func read(_ line: GoldLine, number: Int) throws(GoldLine.Failure) {
    switch line {
    case .head("article", let value): article = value
    case .head("style", let value): style = value
    case .head("published", let value):
      guard let day = CalendarDay(iso: value) else {
        throw GoldLine.Failure(reason: "'\(value)' is no day; write 2026-03-04")
      }
      published = day
    case .head(let name, _): throw GoldLine.Failure(reason: "no head is called '\(name)'")
    case .sentence(let words): sentences.append(GoldSentence(line: number, words: words))
    default:
      guard !sentences.isEmpty else {
        throw GoldLine.Failure(reason: "a sentence, '= …', must come first")
      }
      sentences[sentences.count - 1].parts.append((number, line))
    }
  }
}

/// A sentence and the lines under it, each with its number.
struct GoldSentence: Sendable {
  let line: Int
  let words: String
  var parts: [(line: Int, part: GoldLine)] = []
}
