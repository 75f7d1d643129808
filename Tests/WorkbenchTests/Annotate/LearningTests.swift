import ClaimModel
import Journal
import Terminal
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
