import ClaimModel
import Journal
import Terminal
import TestSupport
import Testing

@testable import Workbench

/// What `annotate` suggests after the first decisions, and what it does with what is unsure.
@Suite("Learning")
struct LearningTests {
  let desk: Desk

  init() throws { desk = try Desk(.reported) }

  private func annotator(after typed: String = "") throws -> Annotator {
    var annotator = try Annotator(desk.workbench)
    for scalar in typed.unicodeScalars { annotator.take(.character(scalar), at: .zero) }
    return annotator
  }

  private func value(_ attribute: String, _ claim: Int) throws -> OfferedValue {
    let open = try desk.workbench.session()
    let record = try open.record(ClaimID(rawValue: claim))
    return try #require(
      AnnotateState(open).values(of: record).first { $0.attribute == attribute })
  }

  /// Keys that give a claim the stance "denies", and a verdict.
  private static let deny = "d7"

  @Test(
    "what corrected the engine for a cue three times is offered for it after that, with the count")
  func cue() throws {
    _ = try annotator(after: Self.deny + Self.deny + Self.deny)
    let value = try value("stance", 4)
    #expect(value.text == "denies")
    #expect(value.standing == .offered)
    #expect(value.reason == "“dismissed”: 3 of 3 times")
  }

  @Test("a verdict's key journals what was shown: its value, where it is from, how sure and why")
  func shown() throws {
    _ = try annotator(after: Self.deny + Self.deny + Self.deny + "7")
    let grounds = desk.session.events.reversed().lazy.compactMap { recorded -> Grounds? in
      guard
        case .labelled(ClaimID(rawValue: 4), "stance", .text("denies"), let grounds) =
          recorded.event
      else { return nil }
      return grounds
    }.first
    #expect(grounds?.basis == .accepted)
    #expect(
      grounds?.shown
        == Grounds.Suggestion(
          from: "memory", value: .text("denies"), confidence: 0.88,
          reason: "“dismissed”: 3 of 3 times"))
  }

  @Test(
    "what the engine proposed and was wrong about is shown without a mark, and no key takes it along"
  )
  func unsure() throws {
    // Two wrong of two: what was taken for granted, four of five, becomes four of seven.
    _ = try annotator(after: Self.deny + "h7")
    let shown = try value("stance", 3)
    #expect(shown.text == "asserts")
    #expect(shown.standing == .unsure)
    _ = try annotator(after: "1")
    #expect(desk.session.state.claims[ClaimID(rawValue: 3)]?.labels["status"] == .text("supported"))
    #expect(desk.session.state.claims[ClaimID(rawValue: 3)]?.labels["stance"] == nil)
    // Who names the attribute means it.
    try desk.run("accept 3 stance")
    #expect(desk.session.state.claims[ClaimID(rawValue: 3)]?.labels["stance"] == .text("asserts"))
  }

  @Test(
    "a source that the annotator gives brings the kind that was found for it, and nobody the article's",
    arguments: [("Ben Okoro", "named-person"), ("nobody", "journalist-voice"), ("Finn Ash", "–")])
  func kindOfGivenSource(name: String, kind: String) throws {
    try desk.run("source 1 \(name)")
    let shown = try value("source-type", 1)
    #expect(shown.text == kind)
    #expect(shown.standing == (kind == "–" ? .none : .offered))
  }

  @Test("Y takes what is unsure, too, and stays; the verdict is still open")
  func acceptsUnsure() throws {
    let annotator = try annotator(after: Self.deny + "h7Y")
    let record = desk.session.state.claims[ClaimID(rawValue: 3)]
    #expect(record?.labels["stance"] == .text("asserts"))
    #expect(record?.grounds["stance"]?.basis == .accepted)
    #expect(record?.labels["status"] == nil)
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 3))
    #expect(annotator.state.message.text.hasPrefix("claim 3: accepted"))
  }

  @Test("'show' says of an unsure value that it is")
  func showsUnsure() throws {
    _ = try annotator(after: Self.deny + "h7")
    #expect(try desk.run("show 3").contains("asserts  (proposed, unsure)"))
  }

  @Test("what was undone teaches nothing: suggestions are those of before")
  func undone() throws {
    var annotator = try annotator(after: Self.deny + Self.deny + Self.deny)
    #expect(try value("stance", 4).text == "denies")
    annotator.take(.backspace, at: .zero)
    annotator.take(.backspace, at: .zero)
    #expect(try value("stance", 4).reason?.contains("times") != true)
  }

  @Test("a session that is opened again suggests what it suggested when it was left")
  func reopened() throws {
    _ = try annotator(after: Self.deny + "h7" + Self.deny)
    let before = try (1...5).map { try value("stance", $0) }
    let id = try desk.workbench.session().stored.id
    desk.workbench.closeSession()
    try desk.run("open \(id)")
    _ = try annotator()
    #expect(try (1...5).map { try value("stance", $0) } == before)
  }

  @Test(
    "whatever was decided, undone and done again, a session that is opened again suggests the same",
    .tags(.property), arguments: 0..<12 as Range<UInt64>)
  func reopenedAfterUndo(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var annotator = try annotator()
    let keys = Array("dhn7515 UURSKTX←→".unicodeScalars)
    for _ in 0..<60 {
      let key = keys[Int(generator.next() % UInt64(keys.count))]
      annotator.take(
        key == "←" ? .left : key == "→" ? .right : .character(key), at: .zero)
      // An answer to S, K or T.
      if case .picking = annotator.state.mode { annotator.take(.character("1"), at: .zero) }
      if case .picking = annotator.state.mode { annotator.take(.escape, at: .zero) }
    }
    let claims = desk.session.state.claims.keys.sorted()
    let names = ["stance", "source", "source-type", "claim-type"]
    let before = try claims.map { claim in try names.map { try value($0, claim.rawValue) } }
    let id = try desk.workbench.session().stored.id
    desk.workbench.closeSession()
    try desk.run("open \(id)")
    _ = try self.annotator()
    #expect(
      try claims.map { claim in try names.map { try value($0, claim.rawValue) } } == before)
  }

  @Test("a session that moved forward keeps what earlier sessions taught, and learns the rest anew")
  func continued() throws {
    _ = try annotator(after: Self.deny + Self.deny + Self.deny)
    try desk.begin(.reported)
    _ = try annotator(after: "h7")
    let before = try (1...5).map { try value("stance", $0) }
    try desk.workbench.reopen(desk.workbench.session().stored.id)
    #expect(try (1...5).map { try value("stance", $0) } == before)
    #expect(before[1].reason == "said before: 1 of 1 times")
  }

  @Test("an earlier session of the same annotator teaches the next")
  func earlierSession() throws {
    _ = try annotator(after: Self.deny + Self.deny + Self.deny)
    try desk.begin(.reported)
    _ = try annotator()
    // Its claims are the same ones, so they are known by their words.
    #expect(try value("stance", 1).text == "denies")
    #expect(try value("stance", 1).reason == "said before: 1 of 1 times")
    #expect(try value("stance", 5).reason == "“dismissed”: 3 of 3 times")
  }

  @Test("a script is shown what the engine proposes, so that it does the same in every store")
  func script() throws {
    _ = try annotator(after: Self.deny + Self.deny + Self.deny)
    try desk.begin(.reported)
    try desk.run("accept 1 stance")
    #expect(desk.session.state.claims[ClaimID(rawValue: 1)]?.labels["stance"] == .text("asserts"))
  }
}

extension DrawnClaims {
  /// Five claims that five people "dismissed", which the engine takes for asserted.
  fileprivate static let reported: DrawnClaims = {
    let people = ["Ada Holm", "Ben Okoro", "Cleo Marsh", "Dov Lind", "Eva Stone"]
    let contents = [
      "the weir leaks at night", "the ferry sank twice last year", "nurses left the northern ward",
      "every orchard froze in April", "the new bridge carries no lorries",
    ]
    let lines = zip(people, contents).enumerated().map { index, line in
      "\(line.0) dismissed that ⟦\(index + 1):\(line.1)⟧."
    }
    let drawn = DrawnClaims(lines.joined(separator: "\n"))
    let attributions = people.enumerated().map { index, name in
      let start = drawn.article.blocks[index].span.start
      let end = start + name.utf8.count
      return Attribution(
        id: AttributionID(rawValue: index + 1), mode: .indirect,
        source: .init(spans: [TextSpan(start, end)], name: name, type: .namedPerson),
        cue: [TextSpan(end + 1, end + 10)], content: drawn.claims[index].spans)
    }
    let claims = drawn.claims.map { claim in
      var claim = claim
      claim.attributions = [AttributionID(rawValue: claim.id.rawValue)]
      claim.stance = "asserts"
      return claim
    }
    return DrawnClaims(article: drawn.article, claims: claims, attributions: attributions)
  }()
}
