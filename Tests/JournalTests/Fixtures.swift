package import ClaimModel
import Fingerprint
import Foundation

@testable import Journal

/// A clock that goes one second at each look.
final class SteppingClock {
  private var milliseconds: Int64 = 1_700_000_000_000
  func now() -> Timestamp {
    milliseconds += 1000
    return Timestamp(milliseconds: milliseconds)
  }
}

/// A folder that goes with the test.
final class TemporaryFolder {
  let path: String
  init() throws {
    path = NSTemporaryDirectory() + "journal-tests-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }
  func file(_ name: String) -> String { path + "/" + name }
}

/// An article of which every sentence is a claim, with what a session needs.
struct Sample {
  let article: Article
  let analysis: Analysis

  static let sentences = [
    "The harbour of Lindau was closed on Monday.",
    "Mayor Ines Falk said the repairs would cost two million euros.",
    "\"Nobody was hurt\", she added – not even the swans 🦢.",
    "Fishermen denied that they had been warned.",
    "Tariffs on timber rose by 12% in March.",
  ]

  init(_ number: Int = 0, sentences: [String] = Sample.sentences) {
    var text = "Report \(number)\n"
    let title = TextSpan(0, text.utf8.count - 1)
    var claims: [Claim] = []
    for sentence in sentences {
      let start = text.utf8.count
      text += sentence + "\n"
      let span = TextSpan(start, text.utf8.count - 1)
      claims.append(
        Claim(
          id: ClaimID(rawValue: claims.count + 1), spans: [span],
          statement: claims.count == 3 ? "[Local] fishermen denied a warning." : nil,
          sentence: span, block: 1,
          attributions: claims.count == 1 ? [AttributionID(rawValue: 1)] : [],
          checkworthiness: 0.5, type: .event))
    }
    let body = TextSpan(title.end + 1, text.utf8.count)
    article = Article(
      id: ArticleID(of: text), text: text,
      blocks: [Block(role: .title, span: title), Block(role: .body, span: body)],
      metadata: Article.Metadata(path: "reports/\(number).txt", title: "Report \(number)"))
    analysis = Analysis(
      engine: "test/1", sentences: claims.map(\.sentence),
      attributions: [
        Attribution(
          id: AttributionID(rawValue: 1), mode: .indirect,
          source: Attribution.Source(spans: [], name: "Ines Falk", type: .officialRole),
          cue: [], content: [])
      ],
      claims: claims)
  }

  static let leapDay: CalendarDay = {
    guard let day = CalendarDay(iso: "2024-02-29") else { preconditionFailure("it is a day") }
    return day
  }()

  static func codebook() throws -> Codebook {
    try Codebook(
      name: "test", version: "1",
      attributes: [
        Codebook.Attribute(
          name: "status", kind: .choice, definition: "",
          labels: [.init(name: "supported"), .init(name: "refuted"), .init(name: "open")]),
        Codebook.Attribute(
          name: "topics", kind: .choices, definition: "",
          labels: [.init(name: "trade"), .init(name: "harbour")]),
        Codebook.Attribute(name: "comment", kind: .text, definition: ""),
      ], rules: [])
  }
}

extension Store {
  /// A session on a sample.
  func createSession(_ sample: Sample = Sample(), annotator: String = "ada") throws
    -> StoredSession
  {
    try createSession(
      article: sample.article, codebook: Sample.codebook(), annotator: annotator,
      events: [.claimsProposed(sample.analysis)])
  }
}

extension ClaimID: ExpressibleByIntegerLiteral {
  package init(integerLiteral value: Int) { self.init(rawValue: value) }
}

extension Event {
  static func status(_ claim: ClaimID, _ label: String) -> Event {
    .labelled(claim, attribute: "status", .text(label))
  }
}
