// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import ClaimModel
import Fingerprint
import TestSupport

@testable import Interchange

/// A small article with everything that offsets can stumble over, and sessions on it.
enum SampleSession {
  static let text = """
    Ferry line 😀 to close
    2026-02-28
    The harbour board said on Friday that the Norrholm ferry lost €2,4 m in 2025, but that nobody
    would be dismissed. “We asked for help”, Zoe\u{301} Lind said.
    \u{1F468}\u{200D}\u{1F469} Passengers doubt it: =SUM, "no", they say.\u{202E}
    """

  static func span(of words: String, in text: String = text) -> TextSpan {
    let bytes = Array(text.utf8)
    let wanted = Array(words.utf8)
    let start = (0...(bytes.count - wanted.count)).first {
      bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }!
    return TextSpan(start, start + wanted.count)
  }

  static let article: Article = {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var blocks: [Block] = []
    let roles: [Block.Role] = [.title, .date, .body, .body, .quote]
    for (line, role) in zip(lines, roles) { blocks.append(Block(role: role, span: span(of: line))) }
    return Article(
      id: ArticleID(of: text), text: text, blocks: blocks,
      metadata: Article.Metadata(
        path: "news/ferry.txt", title: "Ferry line 😀 to close",
        published: PublicationDate("2026-02-28"), language: "en"))
  }()

  static let sentence = TextSpan(
    span(of: "The harbour").start, span(of: "would be dismissed.").end)

  static let analysis = Analysis(
    engine: "rules/1",
    sentences: [
      sentence, span(of: "“We asked for help”, Zoe\u{301} Lind said."),
      span(of: "\u{1F468}\u{200D}\u{1F469} Passengers doubt it: =SUM, \"no\", they say.\u{202E}"),
    ],
    attributions: [
      Attribution(
        id: AttributionID(rawValue: 1), mode: .indirect,
        source: Attribution.Source(
          spans: [span(of: "The harbour board")], name: "The harbour board", type: .government),
        cue: [span(of: "said on Friday that")],
        content: [span(of: "the Norrholm ferry lost €2,4 m in 2025")]),
      Attribution(
        id: AttributionID(rawValue: 2), parent: AttributionID(rawValue: 1), mode: .direct,
        source: nil, cue: [span(of: "Lind said")], content: [span(of: "We asked for help")]),
    ],
    claims: [
      Claim(
        id: ClaimID(rawValue: 1), spans: [span(of: "the Norrholm ferry lost €2,4 m in 2025")],
        statement: "the Norrholm ferry [of the harbour board] lost €2,4 m in 2025",
        sentence: sentence, block: 2, attributions: [AttributionID(rawValue: 1)], times: [1],
        checkworthiness: 0.82, type: .quantity, stance: "asserts"),
      Claim(
        id: ClaimID(rawValue: 2), spans: [span(of: "nobody\nwould be dismissed")],
        sentence: sentence, block: 2,
        attributions: [AttributionID(rawValue: 1), AttributionID(rawValue: 2)],
        checkworthiness: 0.1, type: .prediction,
        occurrences: [[span(of: "nobody"), span(of: "would be dismissed")]],
        repeats: ClaimID(rawValue: 1),
        reasons: .init(checkworthiness: ["named: nobody"], type: "about the future", stance: "")),
      Claim(
        id: ClaimID(rawValue: 3),
        spans: [
          span(of: "\u{1F468}\u{200D}\u{1F469}"), span(of: "=SUM, \"no\", they say.\u{202E}"),
        ],
        sentence: span(
          of: "\u{1F468}\u{200D}\u{1F469} Passengers doubt it: =SUM, \"no\", they say.\u{202E}"),
        block: 4),
    ],
    times: [
      TimeExpression(
        id: 1, span: span(of: "in 2025"), from: CalendarDay(iso: "2025-01-01"),
        to: CalendarDay(iso: "2025-12-31"))
    ])

  static let codebook = try! CodebookFile.defaultCodebook()

  static func opened(under codebook: Codebook = codebook) -> Session {
    var session = Session()
    let opening = SessionOpening(
      article: article.id, annotator: "mara", codebook: CodebookFile.hash(codebook))
    _ = try! session.append(
      [.sessionOpened(opening), .claimsProposed(analysis)], at: moment(0))
    return session
  }

  /// A session that takes over claims from one on an earlier text, of every verdict.
  static func carried() -> Session {
    let claim = analysis.claims[0]
    func carried(_ number: Int, _ verdict: CarryOver.Verdict, _ words: String) -> CarriedClaim {
      var here = claim
      here.id = ClaimID(rawValue: number)
      here.spans = [span(of: "Passengers")]
      var there = here
      there.spans = []
      there.sentence = TextSpan(sentence.end, sentence.end)
      there.attributions = []
      var record = ClaimRecord(claim: here, origin: .proposed)
      record.labels = ["status": .text("refuted"), "source": .text(words)]
      record.notes = [words]
      record.tags = ["t", words]
      record.statement = words
      record.changed = moment(-1)
      record.evidence = [
        Evidence(
          id: 2, location: words, quote: nil, relation: .supports,
          accessed: CalendarDay(iso: "2026-02-01")!)
      ]
      return CarriedClaim(
        record, verdict: verdict,
        before: .init(
          words: words, codePointSpans: [TextSpan(90_000, 90_005)],
          source: words.isEmpty ? nil : words),
        claim: verdict.hasPlace ? here : there,
        suggestion: verdict == .changed ? .init(claim: here, twin: claim.id) : nil)
    }
    var session = opened()
    var events = session.events.map(\.event)
    events.append(
      .claimsCarried(
        CarryOver(
          from: .init(session: 3, article: article.id, head: "00"), highestClaim: 40,
          notes: ["from before"],
          claims: [
            carried(31, .unmoved, "Zoe\u{301} 😀"), carried(32, .moved, "=1+1"),
            carried(33, .changed, "a\n\"b\""), carried(34, .gone, ""),
          ])))
    session = Session()
    _ = try! session.append(events, at: moment(0))
    return session
  }

  static func moment(_ step: Int) -> Timestamp {
    Timestamp(milliseconds: 1_772_357_400_000 + Int64(step) * 1_250)
  }

  static func document(_ session: Session, under codebook: Codebook = codebook) -> SessionDocument {
    SessionDocument(
      article: article, codebook: codebook,
      events: session.events.map { recorded in
        .init(recorded: recorded, hash: SHA256.hex("event \(recorded.sequence)".utf8))
      },
      session: session, application: "assay 1.0")
  }

  /// A session of random decisions, some of which are undone again.
  static func random(seed: UInt64, steps: Int = 25) -> SessionDocument {
    var generator = SeededGenerator(seed: seed)
    var session = seed % 3 == 1 ? carried() : opened()
    for step in 1...steps {
      guard let events = decision(in: session, using: &generator) else { continue }
      _ = try! session.append(events, at: moment(step))
    }
    return document(session)
  }

  private static let awkward = [
    "plain", "a, \"b\"\r\nc", "=1+1", "😀 Zoe\u{301}", "tab\tand\u{0}nul", "\u{202E}bidi\u{85}",
    "NA",
    "null", "'", "",
  ]

  private static func decision(
    in session: Session, using generator: inout SeededGenerator
  ) -> [Event]? {
    let claims = session.state.claimsInOrder
    let word = awkward.randomElement(using: &generator)!
    guard let record = claims.randomElement(using: &generator) else {
      return session.eventsToUndo().map { [.undone($0)] }
    }
    let id = record.claim.id
    switch Int.random(in: 0..<16, using: &generator) {
    case 0, 1:
      let label = codebook.attributes[0].labels.randomElement(using: &generator)!
      return [.labelled(id, attribute: "status", .text(label.name))]
    case 2: return [.labelled(id, attribute: "source", .text(word))]
    case 3: return [.labelled(id, attribute: "source-type", .text("expert")), .tagged(id, word)]
    case 4: return [.noted(Bool.random(using: &generator) ? id : nil, word)]
    case 5: return [.statementWritten(id, word.isEmpty ? nil : word)]
    case 6:
      let evidence = Evidence(
        id: (record.evidence.last?.id ?? 0) + 1, location: "https://example.org/" + word,
        quote: word.isEmpty ? nil : word, relation: .refutes,
        accessed: CalendarDay(iso: "2026-03-01")!)
      return [.evidenceAdded(id, evidence)]
    case 7: return [.claimDropped(id)]
    case 8:
      var part = record.claim
      var rest = record.claim
      part.spans = [span(of: "Passengers")]
      rest.id = session.nextClaimID
      rest.spans = [span(of: "\u{1F468}\u{200D}\u{1F469}")]
      return [.claimSplit(id, into: [part, rest])]
    case 9 where claims.count > 1 && claims[0].standing == .here:
      let ids = claims.prefix(2).map(\.claim.id)
      var merged = claims[0].claim
      merged.spans = (claims[0].claim.spans + claims[1].claim.spans).normalized
      return [.claimsMerged(ids, into: merged)]
    case 10:
      let place = Claim.Place(
        spans: [span(of: "Zoe\u{301} Lind said.")], sentence: analysis.sentences[1], block: 3,
        occurrences: [])
      return [.claimMoved(id, to: place)]
    case 11: return session.eventsToUndo().map { [.undone($0)] }
    case 14 where record.carried != nil: return [.claimSettled(id, nil)]
    case 15:
      return record.carried?.suggestion.map { [.claimSettled(id, $0.claim)] }
    case 12: return session.eventsToRedo().map { [.redone($0)] }
    default:
      return [
        .claimAdded(
          Claim(
            id: session.nextClaimID, spans: [span(of: "€2,4 m")], sentence: sentence, block: 2))
      ]
    }
  }
}
