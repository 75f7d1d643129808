import ClaimModel
import Fingerprint
import Glibc
import Interchange
import Journal
import TestSupport

/// A store of many sessions, the same for the same size.
///
/// Each session has an article of its own with 50 claims, half of them attributed, and two commands
/// of an annotator's that label ten of the claims.
struct SampleStore {
  let path: String
  let sessions: Int

  static let claimsPerSession = 50

  /// Builds it, through the same calls as the program's own.
  func build() throws {
    let partial = path + ".partial"
    for suffix in ["", "-wal", "-shm"] { unlink(partial + suffix) }
    try fill(Store(at: partial, mode: .create, now: Self.clock))
    guard rename(partial, path) == 0 else { throw BenchError.cannotWrite(path) }
  }

  private func fill(_ store: Store) throws {
    let codebook = try CodebookFile.defaultCodebook()
    let status = codebook.attribute(named: "status")?.labels.map(\.name) ?? []
    for number in 1...sessions {
      let (article, analysis) = Self.article(number)
      var stored = try store.createSession(
        article: article, codebook: codebook, annotator: ["ada", "bo", "cleo"][number % 3],
        events: [.claimsProposed(analysis)])
      for first in [1, 6] {
        let labels = (first..<first + 5).map { claim in
          Event.labelled(
            ClaimID(rawValue: claim), attribute: "status",
            .text(status[(number + claim) % status.count]))
        }
        try store.append(labels, to: &stored)
      }
      if number % 1000 == 0 { report("  \(number) of \(sessions) sessions") }
    }
  }

  /// Makes one session that has been worked on for long.
  static func longSession(at path: String, events: Int) throws -> (store: Store, id: SessionID) {
    let store = try Store(at: path, mode: .create, now: clock)
    let codebook = try CodebookFile.defaultCodebook()
    let status = codebook.attribute(named: "status")?.labels.map(\.name) ?? []
    let (article, analysis) = article(0)
    var stored = try store.createSession(
      article: article, codebook: codebook, annotator: "ada", events: [.claimsProposed(analysis)])
    var left = events - stored.session.events.count
    var turn = 0
    while left > 0 {
      let batch = (0..<min(left, 10_000)).map { index in
        Event.labelled(
          ClaimID(rawValue: index % claimsPerSession + 1), attribute: "status",
          .text(status[(turn + index / claimsPerSession) % status.count]))
      }
      try store.append(batch, to: &stored)
      left -= batch.count
      turn += 1
    }
    return (store, stored.id)
  }

  static func clock() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

// MARK: - Articles

extension SampleStore {
  /// A word that is in every claim, one that is in a tenth of them, and one in about 25 of a million.
  static let everyWord = "reported"
  static let commonWord = "harbour"
  static let rareWord = "n777"

  static func article(_ number: Int, claims count: Int = claimsPerSession)
    -> (article: Article, analysis: Analysis)
  {
    var generator = SeededGenerator(seed: UInt64(number))
    var text = "Report \(number) on the \(pick(subjects, &generator))\n\n"
    let titleEnd = text.utf8.count - 2
    var claims: [Claim] = []
    var attributions: [Attribution] = []
    var sentences: [TextSpan] = []
    // A paragraph for every fifty claims.
    var paragraphs: [TextSpan] = []
    for index in 1...count {
      let start = text.utf8.count
      var lies: [AttributionID] = []
      if index % 2 == 0 {
        let source = pick(sources, &generator)
        text += source + " said that "
        let id = AttributionID(rawValue: attributions.count + 1)
        let sourceEnd = start + source.utf8.count
        attributions.append(
          Attribution(
            id: id, mode: .indirect,
            source: .init(
              spans: [TextSpan(start, sourceEnd)], name: source, type: .organization),
            cue: [TextSpan(sourceEnd + 1, sourceEnd + 5)],
            content: [TextSpan(sourceEnd + 11, sourceEnd + 11)]))
        lies = [id]
      }
      let claimStart = text.utf8.count
      text += "the \(pick(subjects, &generator)) \(everyWord) \(pick(objects, &generator)) of the "
      text += "\(pick(subjects, &generator)) in district n\(generator.next() % 40_000)"
      text += ", \(pick(details, &generator))"
      let end = text.utf8.count
      text += ". "
      let sentence = TextSpan(start, end + 1)
      let isFirst = (index - 1) % claimsPerSession == 0
      let paragraphStart = isFirst ? start : paragraphs.popLast()?.start ?? start
      paragraphs.append(TextSpan(paragraphStart, text.utf8.count))
      sentences.append(sentence)
      claims.append(
        Claim(
          id: ClaimID(rawValue: index), spans: [TextSpan(claimStart, end)], sentence: sentence,
          block: paragraphs.count, attributions: lies, checkworthiness: 0.62, type: .event,
          stance: lies.isEmpty ? nil : "affirms"))
    }
    let article = Article(
      id: ArticleID(of: text), text: text,
      blocks: [
        Block(role: .title, span: TextSpan(0, titleEnd))
      ] + paragraphs.map { Block(role: .body, span: $0) },
      metadata: .init(
        path: "reports/\(number).txt", title: String(text.prefix { $0 != "\n" }),
        published: PublicationDate("2019-05-14"), language: "en"))
    let analysis = Analysis(
      engine: "sample/1", sentences: sentences, attributions: attributions, claims: claims)
    return (article, analysis)
  }

  private static func pick(_ words: [String], _ generator: inout SeededGenerator) -> String {
    words[Int(generator.next() % UInt64(words.count))]
  }

  private static let subjects = [
    commonWord, "school", "railway", "hospital", "reservoir", "market", "library", "power station",
    "theatre", "prison", "airport", "bus company", "orchard", "cannery", "shipyard", "brewery",
  ]
  private static let objects = [
    "a loss", "the closure", "a repair", "an inspection", "the sale", "a fire", "the opening",
    "new owners", "a strike", "record traffic",
  ]
  private static let details = [
    "which the council had not expected", "a third more than in the year before",
    "although the inspectors disagreed", "while prices stayed the same",
    "as the contract had asked for", "after two years of delay",
  ]
  private static let sources = [
    "The council", "The ministry of transport", "The audit office", "A union of nurses",
    "The weather service", "The owners' association",
  ]
}
