// swift-format-ignore-file: NeverForceUnwrap

import ClaimModel
import Fingerprint
import Journal
import TestSupport
import Testing

@testable import Workbench

extension Desk {
  /// Carries the open session over to another text, in which these claims are found, and opens that.
  func carry(to drawn: DrawnClaims) throws {
    let store = try workbench.store()
    let earlier = workbench.open!.stored
    let article = drawn.article
    let table = try CarryOverTable(
      from: earlier, to: article, found: drawn.analysis,
      head: store.hashes(of: earlier.id).last!.description)
    let created = try store.createSession(
      article: article, codebook: earlier.codebook, annotator: earlier.annotator,
      events: table.events)
    try run("open \(created.id)")
    _ = takeErrors()
  }

  func record(_ id: Int) -> ClaimRecord? { session.state.claims[ClaimID(rawValue: id)] }

  /// Every claim with where it stands and its words.
  var claims: [String] {
    let open = workbench.open!
    return session.state.claims.sorted { $0.key < $1.key }.map { id, record in
      "\(id) \(record.carried?.verdict.rawValue ?? "new") \(record.standing.rawValue): "
        + open.words(of: record)
    }
  }
}

extension DrawnClaims {
  /// A later text of the sample: one claim as it was, one changed, one moved, one gone, one cut by the
  /// annotator, and one that is new.
  static let edited = DrawnClaims(
    """
    A word of the editor: ⟦1:the mayor has left since⟧.
    “⟦2:Zoë’s rails are older than the plans say⟧.”
    ⟦3:The tram carried 3,900 people a day⟧ but ⟦4:repairs would take until May⟧, the council said.
    ⟦5:The union⟧ of all 漢字 shopkeepers ⟦5:lost a third of its trade and 🚋 called it a mistake⟧.
    """)
}

@Suite("CarryOverTable")
struct CarryOverTableTests {
  @Test("follows each claim, and finds what is new")
  func table() throws {
    let desk = try Desk(.sample)
    try desk.carry(to: .edited)
    #expect(
      desk.claims == [
        "1 changed unsettled: The tram carried 4,200 people a day",
        "2 unmoved here: repairs would take until May",
        "3 gone gone: We found cracks in two bridges",
        "4 moved here: Zoë’s rails are older than the plans say",
        "5 unmoved here: The union … lost a third of its trade and 🚋 called it a mistake",
        "6 new here: the mayor has left since",
        "7 new here: The tram carried 3,900 people a day",
      ])
    #expect(desk.record(1)?.carried?.suggestion?.twin == ClaimID(rawValue: 7))
    #expect(desk.session.nextClaimID.rawValue == 8)
  }

  @Test("names the claim that a new one repeats by its number in the new session")
  func repeats() throws {
    var claims = DrawnClaims.edited.claims
    claims[2].repeats = claims[0].id
    let desk = try Desk(.sample)
    try desk.carry(to: DrawnClaims(article: DrawnClaims.edited.article, claims: claims))
    let news = desk.session.state.analysis.claims
    #expect(news.map(\.repeats) == news.map { $0.spans == claims[2].spans ? news[0].id : nil })
    #expect(news[0].spans == claims[0].spans)

    claims[2].repeats = claims[1].id
    let again = try Desk(.sample)
    try again.carry(to: DrawnClaims(article: DrawnClaims.edited.article, claims: claims))
    let moved = again.session.state.claims.values.filter { $0.carried?.verdict == .moved }
    #expect(again.session.state.analysis.claims.compactMap(\.repeats) == moved.map(\.claim.id))
  }

  @Test("brings along all that was decided, and no number or proposal twice")
  func decisions() throws {
    let desk = try Desk(.sample)
    for line in [
      "1 refuted", "3 supported", "source 3 Zoë Marant", "note 3 seen by two", "tag 3 bridge",
      "evidence 3 https://example.org/b --relation supports", "statement 3 Two bridges had cracks",
      "note --session a whole", "drop 2", "add \"a third of its trade\"", "drop 6",
    ] { try desk.run(line) }
    let before = desk.session.state
    try desk.carry(to: .edited)
    let id = ClaimID(rawValue: 3)
    let (old, new) = (before.claims[id]!, desk.session.state.claims[id]!)
    #expect(new.standing == .gone)
    #expect(new.labels == old.labels && new.notes == old.notes && new.tags == old.tags)
    #expect(new.evidence == old.evidence && new.statement == old.statement)
    #expect(new.changed == old.changed)
    #expect(desk.session.state.notes == ["a whole"])
    #expect(
      desk.claims.filter { $0.contains("new here") } == [
        "7 new here: the mayor has left since", "8 new here: The tram carried 3,900 people a day",
      ])
  }

  @Test("names the new claims that share the words of one between them, also after a script")
  func covered() throws {
    let desk = try Desk(
      DrawnClaims(
        """
        ⟦1:The tram carried 4,200 people a day and repairs of the two bridges would take until May⟧, \
        the council said. ⟦2:The mayor has left⟧.
        """))
    try desk.carry(
      to: DrawnClaims(
        """
        ⟦1:The tram carried 4,200 people a day⟧, the council said. ⟦2:Repairs of the two bridges \
        would take until May⟧. ⟦3:The mayor has left⟧.
        """))
    #expect(desk.record(1)?.carried?.coveredBy.map(\.rawValue) == [3, 4])
    #expect(desk.record(2)?.carried?.coveredBy == [])
    #expect(try desk.run("show 1").contains("covered by 3, 4"))
    guard case .claimsCarried(let carryOver) = desk.session.events[2].event else {
      Issue.record("the third event carries over")
      return
    }
    let article = desk.workbench.open!.article
    #expect(try CarriedJSON.decode(CarriedJSON.encode(carryOver), for: article) == carryOver)
  }

  @Test("keeps the source of a claim whose words are the annotator's, where it is still named")
  func sources() throws {
    let sentence = "The council said ⟦1:the tram is old⟧ and that ⟦2:the rails are loose⟧."
    let desk = try Desk(Self.saidByCouncil(sentence))
    try desk.run("merge 1 2")
    try desk.carry(to: Self.saidByCouncil("A word first.\n" + sentence))
    #expect(desk.record(1)?.standing == .here)
    #expect(desk.workbench.open?.sourceName(of: desk.record(1)!) == "The council")

    let other = try Desk(Self.saidByCouncil(sentence))
    try other.run("merge 1 2")
    // Nobody is named any more.
    try other.carry(to: DrawnClaims("⟦1:the tram is old⟧ and that ⟦2:the rails are loose⟧."))
    #expect(other.session.state.analysis.attributions.isEmpty)
  }

  /// A text in which the council is found to say the first claim, and no more.
  private static func saidByCouncil(_ drawn: String) throws -> DrawnClaims {
    let plain = DrawnClaims(drawn)
    let bytes = Array(plain.article.text.utf8)
    func span(_ words: String) -> TextSpan {
      VerbatimWords(words)!.places(in: bytes, within: TextSpan(0, bytes.count))[0]
    }
    let council = Attribution(
      id: AttributionID(rawValue: 1), mode: .indirect,
      source: .init(spans: [span("The council")], name: "The council", type: .government),
      cue: [span("said")], content: plain.claims[0].spans)
    var claims = plain.claims
    claims[0].attributions = [council.id]
    return DrawnClaims(article: plain.article, claims: claims, attributions: [council])
  }

  @Test("leaves claims unsettled when they are carried over again")
  func again() throws {
    let desk = try Desk(.sample)
    try desk.carry(to: .edited)
    try desk.carry(
      to: DrawnClaims(
        """
        ⟦1:The tram carried 3,900 people a day⟧ but repairs would take until May, the council said.
        """))
    #expect(
      desk.claims == [
        "1 changed unsettled: The tram carried 4,200 people a day",
        "2 unmoved here: repairs would take until May",
        "3 gone gone: We found cracks in two bridges",
        "4 gone gone: Zoë’s rails are older than the plans say",
        "5 gone gone: The union … lost a third of its trade and 🚋 called it a mistake",
        "6 gone gone: the mayor has left since",
        "7 unmoved here: The tram carried 3,900 people a day",
      ])
  }

  @Test("comes back from the line of a script")
  func script() throws {
    let desk = try Desk(.sample)
    try desk.run("1 refuted")
    try desk.carry(to: .edited)
    guard case .claimsCarried(let carryOver) = desk.session.events[2].event else {
      Issue.record("the third event carries over")
      return
    }
    let line = PromptWord.quoted(try CarriedJSON.encode(carryOver))
    let word = try #require(PromptWord.words(of: line).first)
    #expect(try CarriedJSON.decode(word.text, for: DrawnClaims.edited.article) == carryOver)
    #expect(throws: ProposalsError.self) {
      try CarriedJSON.decode(word.text, for: DrawnClaims("short").article)
    }
    #expect(throws: ProposalsError.unreadable) {
      try CarriedJSON.decode("{}", for: DrawnClaims.edited.article)
    }
  }

  // MARK: - Properties

  /// The sample with a few words put in, taken out or exchanged, lines moved, and claims found anywhere.
  private static func edited(_ text: String, using rng: inout SeededGenerator) -> DrawnClaims {
    var lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    for _ in 0..<Int.random(in: 0...6, using: &rng) where !lines.isEmpty {
      let line = Int.random(in: 0..<lines.count, using: &rng)
      let place = Int.random(in: 0...lines[line].count, using: &rng)
      switch Int.random(in: 0..<5, using: &rng) {
      case 0: lines[line].insert(contentsOf: ["quite", "new"], at: place)
      case 1 where place < lines[line].count: lines[line].remove(at: place)
      case 2 where place < lines[line].count: lines[line][place] = "other"
      case 3: lines.insert(["Zoë", "wrote", "漢字", "in", "a", "letter."], at: line)
      default: lines.append(lines.remove(at: line))
      }
    }
    var drawn = ""
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let start = Int.random(in: 0..<line.count, using: &rng)
      let end = Int.random(in: start..<line.count, using: &rng)
      let words = line.enumerated().map { place, word in
        (place == start ? "⟦\(index + 1):" : "") + word + (place == end ? "⟧" : "")
      }
      drawn += words.joined(separator: " ") + "\n"
    }
    return DrawnClaims(drawn.isEmpty ? "Nothing is left.\n" : drawn)
  }

  private static func work(_ desk: Desk, using rng: inout SeededGenerator) {
    for _ in 0..<Int.random(in: 3...25, using: &rng) {
      let claim = Int.random(in: 1...max(1, desk.session.nextClaimID.rawValue - 1), using: &rng)
      let other = Int.random(in: 1...8, using: &rng)
      let line = [
        "\(claim) refuted", "note \(claim) seen", "tag \(claim) t", "drop \(claim)", "undo", "redo",
        "undo \(claim)", "settle \(claim) new", "settle \(claim) gone", "settle all new",
        "settle \(claim),\(other) gone", "extend \(claim) \"new\"", "extend \(claim) \"Zoë\"",
        "trim \(claim) \"the\"", "merge \(claim) \(other)", "split \(claim) at \"of\"",
        "evidence \(claim) x", "statement \(claim) so it is", "add \"other\"", "filter gone",
        "filter none",
      ].randomElement(using: &rng)!
      let before = desk.session
      do {
        try desk.run(line)
      } catch is JournalError {
        Issue.record("\(line) reached the journal and was refused there")
      } catch {
        #expect(desk.session == before, "\(line)")
      }
    }
  }

  @Test(
    "gives sessions that work as any other: stored, verified, undone and rebuilt by their script",
    arguments: 0..<30 as Range<UInt64>)
  func anyEdits(seed: UInt64) throws {
    var rng = SeededGenerator(seed: seed)
    let desk = try Desk(.sample)
    Self.work(desk, using: &rng)
    let earlier = desk.session.state
    let text = desk.workbench.open!.article.text
    let drawn = Self.edited(text, using: &rng)
    guard drawn.article.id != desk.workbench.open!.article.id else { return }
    try desk.carry(to: drawn)
    #expect(Set(earlier.claims.keys).isSubset(of: desk.session.state.claims.keys))
    for (id, old) in earlier.claims {
      let new = desk.session.state.claims[id]!
      #expect(new.labels == old.labels && new.notes == old.notes && new.evidence == old.evidence)
    }
    let start = desk.session.state
    Self.work(desk, using: &rng)
    for record in desk.session.state.claims.values {
      for span in record.claim.spans { #expect(drawn.article.text.utf8Substring(span) != nil) }
      #expect(drawn.article.blocks.indices.contains(record.claim.block))
    }
    let stored = desk.workbench.open!.stored
    let store = try desk.workbench.store()
    #expect(try store.session(stored.id).session == stored.session)
    #expect(try store.verify() == [])

    let again = try Desk(.sample)
    let copy = try again.workbench.store().createSession(
      article: drawn.article, codebook: stored.codebook, annotator: stored.annotator,
      events: Array(stored.session.events.map(\.event)[1...2]))
    try again.run("open \(copy.id)")
    for line in try SessionScript(stored, analysis: stored.session.state.analysis).lines()
    where !line.hasPrefix("annotator ") && !line.hasPrefix("load ") {
      do {
        try again.run(line)
      } catch {
        Issue.record("\(line): \(error)")
        return
      }
    }
    #expect(again.session.events.map(\.event) == stored.session.events.map(\.event))
    while desk.session.eventsToUndo() != nil { try desk.run("undo") }
    #expect(desk.session.state.claims == start.claims)
  }
}
