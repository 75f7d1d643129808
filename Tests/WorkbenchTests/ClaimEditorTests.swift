import ClaimModel
import Testing

@testable import Workbench

@Suite("Editing claims")
struct ClaimEditorTests {
  /// A claim, the words an annotator names, and the claim that should come of it.
  struct Case: Sendable, CustomTestStringConvertible {
    let before: String
    let words: String
    let after: String
    init(_ before: String, _ words: String, _ after: String) {
      self.before = before
      self.words = words
      self.after = after
    }
    var testDescription: String { "\(before) · \(words)" }
  }

  @Test(
    "cuts a claim down to words of its own",
    arguments: [
      Case(
        "Yes, ⟦1:it rained in May and June⟧.", "it rained in May",
        "Yes, ⟦it rained in May⟧ and June."),
      Case(
        "⟦1:The board⟧ said that ⟦1:lost 3 m⟧.", "board said that lost",
        "The ⟦board⟧ said that ⟦lost⟧ 3 m."),
      Case(
        "⟦1:The\u{A0}“old”  board – it’s gone⟧.", "\"old\" board - it's",
        "The\u{A0}⟦“old”  board – it’s⟧ gone."),
      Case("⟦1:Zoë met Zoë⟧.", "Zoë", "⟦Zoë⟧ met Zoë."),
    ])
  func trims(item: Case) throws {
    let drawn = DrawnClaims(item.before)
    let place = try drawn.editor.trimmed(drawn.claims[0], to: item.words)
    #expect(DrawnClaims.drawing(place.spans, in: drawn.article.text) == item.after)
  }

  @Test(
    "lets a claim begin with words of its own, or end with them, keeping as much as may be meant",
    arguments: [
      Case("⟦1:It rained in May and in June⟧.", "from in", "It rained ⟦in May and in June⟧."),
      Case("⟦1:It rained in May and in June⟧.", "to in", "⟦It rained in May and in⟧ June."),
      Case(
        "⟦1:It rained in May and in June⟧.", "from rained to May", "It ⟦rained in May⟧ and in June."
      ),
      Case("⟦1:She went to May to see⟧.", "from to May", "She went ⟦to May to see⟧."),
      Case("⟦1:She went to May to see⟧.", "from went to May to to", "She ⟦went to May to⟧ see."),
      Case("⟦1:He said “no” to it⟧.", "from \"no\" to it", "He said ⟦“no” to it⟧."),
      Case("⟦1:He said “no” to it⟧.", "from \"said\" to \"no\"", "He ⟦said “no”⟧ to it."),
      Case(
        "⟦1:The board⟧ – so he says – ⟦1:lost 3 m⟧.", "from board",
        "The ⟦board⟧ – so he says – ⟦lost 3 m⟧."),
      Case(
        "⟦1:The board⟧ – so he says – ⟦1:lost 3 m⟧.", "to lost",
        "⟦The board⟧ – so he says – ⟦lost⟧ 3 m."),
    ])
  func trimsEnds(item: Case) throws {
    let drawn = DrawnClaims(item.before)
    let words = item.words.drop { $0 != " " }.dropFirst()
    let place =
      item.words.hasPrefix("from")
      ? try drawn.editor.trimmed(drawn.claims[0], from: String(words))
      : try drawn.editor.trimmed(drawn.claims[0], upTo: String(words))
    #expect(DrawnClaims.drawing(place.spans, in: drawn.article.text) == item.after)
  }

  @Test(
    "takes quote marks around words for the article's where it has them",
    arguments: [
      Case("⟦1:They slammed “a trick” on us⟧.", "\"a trick\"", "They slammed ⟦“a trick”⟧ on us."),
      Case("⟦1:They slammed a trick on us⟧.", "\"a trick\"", "They slammed ⟦a trick⟧ on us."),
      Case(
        "⟦1:China’s “thaw” on rights ended⟧.", "\"China's \"thaw\" on\"",
        "⟦China’s “thaw” on⟧ rights ended."),
    ])
  func quoted(item: Case) throws {
    let drawn = DrawnClaims(item.before)
    let place = try drawn.editor.trimmed(drawn.claims[0], to: item.words)
    #expect(DrawnClaims.drawing(place.spans, in: drawn.article.text) == item.after)
  }

  @Test(
    "adds words of the article to a claim, the nearest ones",
    arguments: [
      Case("It rained ⟦1:in May⟧ and June.", "and June", "It rained ⟦in May and June⟧."),
      Case(
        "The board met. It said ⟦1:it lost 3 m⟧.", "The board",
        "⟦The board⟧ met. It said ⟦it lost 3 m⟧."),
      Case("One ⟦1:two⟧ three.", "two three", "One ⟦two three⟧."),
      // Words that the claim has already are meant where they stand outside it.
      Case("⟦1:May was wet⟧ in May.", "May", "⟦May was wet⟧ in ⟦May⟧."),
    ])
  func extends(item: Case) throws {
    let drawn = DrawnClaims(item.before)
    let place = try drawn.editor.extended(drawn.claims[0], by: item.words)
    #expect(DrawnClaims.drawing(place.spans, in: drawn.article.text) == item.after)
  }

  @Test(
    "cuts a claim in two; words that only connect belong to neither part",
    arguments: [
      Case(
        "⟦1:it rained, but that was in May⟧.", "but that", "⟦it rained⟧, but that ⟦was in May⟧."),
      Case("⟦1:it rained and it snowed⟧.", "and", "⟦it rained⟧ and ⟦it snowed⟧."),
      Case("⟦1:it rained; it snowed⟧.", "it snowed", "⟦it rained⟧; ⟦it snowed⟧."),
      Case("⟦1:it rained while it snowed⟧.", "while it", "⟦it rained⟧ ⟦while it snowed⟧."),
      Case(
        "⟦1:The board⟧ said ⟦1:it won, and it lost⟧.", "and",
        "⟦The board⟧ said ⟦it won⟧, and ⟦it lost⟧."),
    ])
  func splits(item: Case) throws {
    let drawn = DrawnClaims(item.before)
    let parts = try drawn.editor.split(
      drawn.claims[0], at: item.words, newID: ClaimID(rawValue: 7))
    #expect(parts.map(\.id.rawValue) == [1, 7])
    #expect(
      DrawnClaims.drawing(parts.flatMap(\.spans), in: drawn.article.text) == item.after)
  }

  @Test("merges claims; over blanks, commas and words that only connect into one span")
  func merges() throws {
    let near = DrawnClaims("⟦1:It rained⟧ ⟦2:in May⟧ and ⟦3:in June⟧.")
    let merged = try near.editor.merged(near.claims)
    #expect(merged.id == ClaimID(rawValue: 1))
    #expect(
      DrawnClaims.drawing(merged.spans, in: near.article.text)
        == "⟦It rained in May and in June⟧.")
    let far = DrawnClaims("⟦2:It rained.⟧\nNo.\n⟦1:It snowed.⟧")
    let joined = try far.editor.merged(far.claims)
    #expect(joined.id == ClaimID(rawValue: 1))
    #expect(joined.sentence == TextSpan(0, far.article.text.utf8.count))
    #expect(joined.block == 0)
  }

  @Test("makes a claim of words that no other claim has, if there are such")
  func adds() throws {
    let drawn = DrawnClaims("⟦1:It rained⟧ here.\nIt rained there.")
    let second = try drawn.editor.added(
      "It rained", id: ClaimID(rawValue: 2), besides: drawn.claims)
    #expect(
      DrawnClaims.drawing(second.spans, in: drawn.article.text)
        == "It rained here.\n⟦It rained⟧ there.")
    #expect(second.block == 1)
    #expect(second.sentence == drawn.article.blocks[1].span)
  }

  @Test("keeps the occurrences that still say the same")
  func occurrences() throws {
    let drawn = DrawnClaims("⟦1:It rained in May⟧. Truly.\nIt rained in May, she said.")
    var claim = drawn.claims[0]
    claim.occurrences = [[TextSpan(25, 41)]]
    try #require(drawn.article.words(of: claim.occurrences[0]) == "It rained in May")
    let place = try drawn.editor.trimmed(claim, to: "rained in May")
    #expect(place.occurrences.map { drawn.article.words(of: $0) } == ["rained in May"])
    #expect(try drawn.editor.extended(claim, by: "Truly").occurrences == [])
  }

  @Test("refuses what leaves no claim")
  func refuses() throws {
    let drawn = DrawnClaims("⟦1:It rained⟧ in May.")
    let claim = drawn.claims[0]
    let editor = drawn.editor
    let new = ClaimID(rawValue: 2)
    #expect(throws: EditError.notInClaim("in May", claim.id)) {
      try editor.trimmed(claim, to: "in May")
    }
    #expect(throws: EditError.noWords) { try editor.trimmed(claim, to: " ") }
    #expect(throws: EditError.notInArticle("June")) { try editor.extended(claim, by: "June") }
    #expect(throws: EditError.notInClaim("in", claim.id)) {
      try editor.split(claim, at: "in", newID: new)
    }
    #expect(throws: EditError.emptyPart(claim.id)) {
      try editor.split(claim, at: "It rained", newID: new)
    }
    #expect(throws: EditError.mergeNeedsTwo) { try editor.merged([claim]) }
    #expect(throws: EditError.noWordsLeft(claim.id)) { try editor.moved(claim, to: []) }
    #expect(throws: EditError.outsideText(TextSpan(0, 99))) {
      try editor.moved(claim, to: [TextSpan(0, 99)])
    }
    let accented = DrawnClaims("⟦1:é⟧")
    #expect(throws: EditError.outsideText(TextSpan(0, 1))) {
      try accented.editor.moved(accented.claims[0], to: [TextSpan(0, 1)])
    }
  }

  @Test("refuses places that a session from elsewhere has outside of the text")
  func outside() {
    let drawn = DrawnClaims("⟦1:It rained and the pier broke⟧. ⟦2:Nobody came⟧.")
    let (editor, new) = (drawn.editor, ClaimID(rawValue: 9))
    let far = TextSpan(5, 900)
    var claim = drawn.claims[0]
    claim.spans = [far]
    #expect(throws: EditError.outsideText(far)) {
      try editor.split(claim, before: 10, after: 14, newID: new)
    }
    #expect(throws: EditError.outsideText(far)) {
      try editor.split(claim, into: [[far], [TextSpan(0, 2)]], newID: new)
    }
    #expect(throws: EditError.outsideText(far)) { try editor.merged([claim, drawn.claims[1]]) }
    #expect(throws: EditError.outsideText(far)) { try editor.extended(claim, by: "Nobody") }
    #expect(throws: EditError.outsideText(TextSpan(300, 303))) {
      try editor.split(drawn.claims[0], before: 300, after: 303, newID: new)
    }
  }
}
