import ClaimModel
import Terminal
import Testing

@testable import Workbench

/// What the keys of `annotate` do, each compared with what the session holds afterwards.
@Suite("Annotator")
struct AnnotatorTests {
  let desk: Desk

  init() throws { desk = try Desk(.proposed) }

  /// Presses keys; text between them is typed, `\n` is Enter, `\u{1B}` Escape.
  private func press(_ typed: String, _ annotator: inout Annotator) {
    for scalar in typed.unicodeScalars {
      let key: Key =
        switch scalar {
        case "\n": .enter
        case "\u{1B}": .escape
        case "\u{7F}": .backspace
        case "→": .right
        case "←": .left
        case "↓": .down
        case "↑": .up
        default: .character(scalar)
        }
      annotator.take(key, at: .zero)
    }
  }

  private func annotator(after typed: String = "") throws -> Annotator {
    var annotator = try Annotator(desk.workbench)
    press(typed, &annotator)
    return annotator
  }

  private func labels(_ claim: Int) -> [String: String] {
    let record = desk.session.state.claims[ClaimID(rawValue: claim)]
    return record?.labels.mapValues(\.description) ?? [:]
  }

  private func words(_ claim: Int) throws -> String {
    let record = try #require(desk.session.state.claims[ClaimID(rawValue: claim)])
    return DrawnClaims.proposed.article.words(of: record.claim.spans)
  }

  @Test("a verdict's key accepts what is offered, in one command, and goes to the next open claim")
  func verdict() throws {
    let before = desk.session.events.count
    let annotator = try annotator(after: "1")
    #expect(
      labels(1) == [
        "status": "supported", "stance": "asserts", "source": "the council",
        "source-type": "government", "claim-type": "quantity",
      ])
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 2))
    let commands = Set(desk.session.events.map(\.command).filter { $0 > before })
    #expect(commands.count == 1)
  }

  @Test("a verdict keeps what was decided before and does not accept over it")
  func verdictKeeps() throws {
    try desk.run("stance 1 denies")
    _ = try annotator(after: "5")
    #expect(labels(1)["stance"] == "denies")
  }

  @Test("another key of the codebook labels and stays")
  func otherLabel() throws {
    let annotator = try annotator(after: "d")
    #expect(labels(1) == ["stance": "denies"])
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 1))
  }

  @Test("space accepts without a verdict, and the claim stays open")
  func accepts() throws {
    let annotator = try annotator(after: " ")
    #expect(labels(1)["stance"] == "asserts")
    #expect(labels(1)["status"] == nil)
    #expect(annotator.isOpen(ClaimID(rawValue: 1)))
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 2))
  }

  @Test("picks a source by a digit, nobody by 0, a typed one after /")
  func sources() throws {
    _ = try annotator(after: "S1")
    #expect(labels(1)["source"] == "the council")
    _ = try annotator(after: "S0")
    #expect(
      desk.session.state.claims[ClaimID(rawValue: 1)]?.labels["source"] == LabelValue.nobody)
    _ = try annotator(after: "S/Ana Brandt\n")
    #expect(labels(1)["source"] == "Ana Brandt")
  }

  @Test("picks a claim type by a letter, and leaves it as it is with another key")
  func types() throws {
    _ = try annotator(after: "Te")
    #expect(labels(1)["claim-type"] == "event")
    _ = try annotator(after: "T\u{1B}")
    #expect(labels(1)["claim-type"] == "event")
  }

  @Test("drops, merges and takes both back, going to the claim that each was about")
  func editing() throws {
    var annotator = try annotator(after: "X")
    #expect(desk.session.state.claims[ClaimID(rawValue: 1)] == nil)
    press("U", &annotator)
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 1))
    press("M", &annotator)
    #expect(try words(1) == "The tram carried 4,200 people a day but repairs would take until May")
    press("\u{7F}", &annotator)
    #expect(try words(2) == "repairs would take until May")
    press("R", &annotator)
    #expect(desk.session.state.claims[ClaimID(rawValue: 2)] == nil)
  }

  @Test("moves an end by words and by clauses; Escape leaves it")
  func bounds() throws {
    _ = try annotator(after: ">←←\n")
    #expect(try words(1) == "The tram carried 4,200 people")
    _ = try annotator(after: "<→\u{1B}")
    #expect(try words(1) == "The tram carried 4,200 people")
    _ = try annotator(after: "<→\n")
    #expect(try words(1) == "tram carried 4,200 people")
    _ = try annotator(after: ">↓\n")
    #expect(try words(1) == "tram carried 4,200 people a day")
  }

  @Test("cuts a claim where the scissors stand; the subject goes with both, 'and' with neither")
  func cutting() throws {
    let desk = try Desk(
      DrawnClaims(
        "⟦1:The union lost a third of its trade and later called it a mistake⟧, she said."))
    var annotator = try Annotator(desk.workbench)
    press("|\n", &annotator)
    let article = desk.workbench.open?.article
    let words = annotator.state.open.state.claimsInOrder.map { article?.words(of: $0.claim.spans) }
    #expect(
      words == ["The union lost a third of its trade", "The union … later called it a mistake"])
  }

  @Test("a verdict for an attribution labels its open claims only")
  func group() throws {
    try desk.run("2 refuted")
    _ = try annotator(after: "G1")
    #expect(labels(1)["status"] == "supported")
    #expect(labels(2)["status"] == "refuted")
    #expect(labels(3)["status"] == nil)
  }

  @Test("a paste is text in a line and no key outside of one")
  func pastes() throws {
    var annotator = try annotator()
    annotator.take(.pasted("1\n2\n"), at: .zero)
    #expect(labels(1).isEmpty)
    press("N", &annotator)
    annotator.take(.pasted("two\nlines"), at: .zero)
    press("\n", &annotator)
    #expect(desk.session.state.claims[ClaimID(rawValue: 1)]?.notes == ["two\nlines"])
  }

  @Test("a rule that refuses a verdict keeps the claim and says what it needs")
  func refusal() throws {
    let strict = try Desk(.proposed)
    try strict.workbench.settings.codebookPath = strict.write(
      """
      {"schema": "assay.codebook/1", "name": "strict", "version": "1", "attributes": [
        {"name": "verdict", "kind": "choice", "role": "verdict",
         "labels": [{"name": "false", "key": "f"}, {"name": "true", "key": "t"}]}],
       "rules": [{"attribute": "verdict", "labels": ["false"], "needs": "evidence",
                  "enforcement": "refuse"}]}
      """, to: "strict.json")
    try strict.begin(.proposed)
    var annotator = try Annotator(strict.workbench)
    press("f", &annotator)
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 1))
    #expect(annotator.state.message.text.contains("without evidence"))
    #expect(strict.session.state.claims[ClaimID(rawValue: 1)]?.labels.isEmpty == true)
    press("Ehttps://example.org/a\nf", &annotator)
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 2))
  }

  @Test("a line of the prompt does what it does there; what it prints can be read")
  func commands() throws {
    var annotator = try annotator(after: ":3 refuted\n")
    #expect(labels(3)["status"] == "refuted")
    press(":claims\n", &annotator)
    guard case .reading(_, let lines, _) = annotator.state.mode else {
      Issue.record("the list is not shown: \(annotator.state.mode) \(annotator.state.message.text)")
      return
    }
    #expect(lines.count == 5)
    press("\u{1B}:no such\n", &annotator)
    #expect(annotator.state.message.text.contains("no command"))
    #expect(annotator.state.mode == .judging)
  }

  @Test("goes to the next claim without a verdict and says when there is none")
  func goesOn() throws {
    var annotator = try annotator(after: "111111")
    #expect(annotator.state.progress.verdicts == 5)
    #expect(annotator.state.message.text.contains("every claim has a verdict"))
    press("\u{1B}", &annotator)
    #expect(annotator.isDone)
    try desk.run("clear 4 status")
    #expect(try Annotator(desk.workbench).state.open.cursor == ClaimID(rawValue: 4))
  }

  @Test("finds words in the claims, on from this one and then from the first")
  func finds() throws {
    var annotator = try annotator(after: "/RAILS\n")
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 4))
    press("/tram\n", &annotator)
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 1))
    press("/nowhere\n", &annotator)
    #expect(annotator.state.message.text == "no claim that is shown has 'nowhere'")
  }

  @Test("counts keys a minute without long pauses")
  func pace() {
    var pace = Pace()
    for second in 0..<31 { pace.press(at: .seconds(second * 2)) }
    #expect(pace.keysPerMinute == 30)
    pace.press(at: .seconds(7200))
    #expect(pace.keysPerMinute == 16)
  }
}

extension DrawnClaims {
  /// The sample with an attribution and what an engine proposes for its first claims.
  static let proposed: DrawnClaims = {
    let drawn = DrawnClaims.sample
    let attribution = Attribution(
      id: AttributionID(rawValue: 1), mode: .indirect,
      source: .init(spans: [], name: "the council", type: .government), cue: [],
      content: [drawn.article.blocks[0].span])
    let claims = drawn.claims.map { claim in
      var claim = claim
      if claim.id.rawValue <= 2 {
        claim.attributions = [attribution.id]
        claim.stance = "asserts"
        claim.type = .quantity
      }
      return claim
    }
    return DrawnClaims(article: drawn.article, claims: claims, attributions: [attribution])
  }()
}
