// swift-format-ignore-file: NeverForceUnwrap

import ClaimModel
import Journal
import TestSupport
import Testing

@testable import Workbench

extension Tag {
  @Tag static var property: Self
}

/// Any sequence of commands on a session.
@Suite("Any sequence of commands", .tags(.property))
struct SessionPropertyTests {
  private static let words = [
    "the", "council", "found", "cracks in", "in two", "and", "but", "a third of", "until May",
    "漢字", "🚋 called", "older", "not there", "Zoë's", "tram carried",
  ]
  private static let texts = [
    "plain words", "2002 was wet", "\"quoted\" 'n' “curly”", "back\\slash", "--relation x",
    "# hash", "漢字 🚋 é", "  blanks  ", "tab\tand\nfeed", "\u{1B}[31m\u{202E}", "all", "3 4", "-",
  ]

  private static func command(using rng: inout SeededGenerator, claims: Int) -> String {
    let claim = Int.random(in: 1...max(1, claims), using: &rng)
    let other = Int.random(in: 1...max(1, claims), using: &rng)
    let selection = ["\(claim)", "\(claim),\(other)", ".", "all", "\(claim)-\(claim + 2)"]
      .randomElement(using: &rng)!
    let word = words.randomElement(using: &rng)!
    let text = PromptWord.quoted(texts.randomElement(using: &rng)!)
    let name = PromptWord.quoted((texts + ["Ada Holm"]).randomElement(using: &rng)!)
    return [
      "\(claim) refuted", "status \(selection) \(Int.random(in: 0...9, using: &rng))",
      "stance \(selection) denies", "source \(claim) \(text)",
      "source \(claim) none", "rename \(text) \(name)", "rename \"Ada Holm\" \(text)",
      "label \(selection) claim-type quote",
      "clear \(claim) status", "note \(claim) \(text)", "note --session \(text)",
      "tag \(selection) \(text)", "tag \(claim) --remove \(text)",
      "evidence \(claim) \(text) --quote \(text) --relation refutes",
      "evidence \(selection) = \(other) --relation qualifies", "evidence \(selection) = \(other)",
      "evidence \(selection) \(text)", "trim \(claim) from \(word)", "trim \(claim) to \(word)",
      "evidence \(claim) --remove \(Int.random(in: 1...3, using: &rng))",
      "statement \(claim) \(text)", "statement \(claim) --clear", "trim \(claim) \"\(word)\"",
      "extend \(claim) \"\(word)\"", "split \(claim) at \"\(word)\"", "merge \(claim) \(other)",
      "add \"\(word)\"", "drop \(selection)", "undo", "undo", "undo \(claim)", "redo",
      "redo \(claim)", "next", "back", "filter undecided", "filter none",
    ].randomElement(using: &rng)!
  }

  /// Runs commands, most of which fit; one that does not must leave everything as it was.
  private static func work(seed: UInt64) throws -> Desk {
    var rng = SeededGenerator(seed: seed)
    let desk = try Desk(.sample)
    for _ in 0..<Int.random(in: 5...45, using: &rng) {
      let line = command(using: &rng, claims: desk.session.nextClaimID.rawValue - 1)
      let before = desk.session
      do {
        try desk.run(line)
      } catch is JournalError {
        Issue.record("\(line) reached the journal and was refused there")
      } catch {
        #expect(desk.session == before, "\(line)")
      }
      checkSpans(of: desk.workbench.open!, after: line)
    }
    return desk
  }

  /// Every claim cuts whole words out of its own article.
  private static func checkSpans(of open: OpenSession, after line: String) {
    for record in open.state.claims.values {
      let claim = record.claim
      #expect(!claim.spans.isEmpty && claim.spans == claim.spans.normalized, "\(line)")
      for span in claim.spans + [claim.sentence] + claim.occurrences.joined() {
        #expect(open.article.text.utf8Substring(span)?.isEmpty == false, "\(line)")
      }
      #expect(claim.sentence.contains(claim.spans.hull!), "\(line)")
      #expect(open.article.blocks.indices.contains(claim.block), "\(line)")
    }
    if let cursor = open.cursor { #expect(open.state.claims[cursor] != nil, "\(line)") }
  }

  @Test(
    "is the same when it is folded again, stored and opened again",
    arguments: 0..<30 as Range<UInt64>)
  func replays(seed: UInt64) throws {
    let desk = try Self.work(seed: seed)
    let session = desk.session
    #expect(try Session(folding: session.events) == session)
    let id = desk.workbench.open!.stored.id
    desk.workbench.close()
    let store = try desk.workbench.store()
    #expect(try store.session(id).session == session)
    #expect(try store.verify(id) == [])
  }

  @Test(
    "is at the start again when everything is undone, and at the end when it is redone",
    arguments: 0..<30 as Range<UInt64>)
  func undoes(seed: UInt64) throws {
    let desk = try Self.work(seed: seed)
    let end = desk.session.state
    let start = try Session(folding: desk.session.events.prefix(2)).state
    var count = 0
    while desk.session.eventsToUndo() != nil {
      try desk.run("undo")
      count += 1
    }
    #expect(desk.session.state == start)
    #expect(throws: SessionError.nothingToUndo(nil)) { try desk.run("undo") }
    for _ in 0..<count { try desk.run("redo") }
    #expect(desk.session.state.claims == end.claims)
    #expect(desk.session.state.notes == end.notes)
  }

  @Test("is rebuilt, event by event, by its script", arguments: 0..<30 as Range<UInt64>)
  func scripts(seed: UInt64) throws {
    let desk = try Self.work(seed: seed)
    let stored = desk.workbench.open!.stored
    let lines = try SessionScript(stored, analysis: stored.session.state.analysis).lines()
    let again = try Desk(.sample)
    for line in lines where !line.hasPrefix("annotator ") && !line.hasPrefix("load ") {
      do {
        try again.run(line)
      } catch {
        Issue.record("\(line): \(error)")
        return
      }
    }
    #expect(again.session.events.map(\.event) == stored.session.events.map(\.event))
    #expect(
      again.session.events.dropFirst(2).map(\.at) == stored.session.events.dropFirst(2).map(\.at))
    #expect(again.session.state.claims == stored.session.state.claims)
  }
}
