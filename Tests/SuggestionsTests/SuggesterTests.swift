import ClaimModel
import Testing

@testable import Suggestions

/// What is suggested after which decisions.
@Suite("Suggester")
struct SuggesterTests {
  private let codebook: Codebook

  init() throws {
    let labels = { (names: [String]) in names.map { Codebook.Label(name: $0) } }
    codebook = try Codebook(
      name: "small", version: "1",
      attributes: [
        .init(name: "status", kind: .choice, definition: "", labels: labels(["true", "false"])),
        .init(name: "source", kind: .text, definition: ""),
        .init(
          name: "source-type", kind: .choice, definition: "",
          labels: labels(["person", "government", "organization"])),
        .init(
          name: "stance", kind: .choice, definition: "",
          labels: labels(["asserts", "denies", "hedges"])),
        .init(
          name: "topic", kind: .choice, definition: "", labels: labels(["water", "roads"])),
      ], rules: [])
  }

  private func situation(
    _ text: String, source: String? = nil, cue: String? = nil, _ proposals: [String: String] = [:]
  ) -> ClaimSituation {
    ClaimSituation(text: text, source: source, cue: cue, proposals: proposals)
  }

  // MARK: - Layers

  @Test("what nobody has decided is suggested as the engine proposes it")
  func engine() throws {
    let suggestion = try #require(
      Suggester(codebook).suggestion(
        for: "stance", in: situation("the lock leaks", ["stance": "asserts"])))
    #expect(suggestion.value == "asserts")
    #expect(suggestion.layer == .engine)
    #expect(suggestion.isConfident)
    #expect(suggestion.confidence == nil)
  }

  @Test("without a proposal and a decision nothing is suggested")
  func nothing() {
    #expect(Suggester(codebook).suggestion(for: "stance", in: situation("the lock leaks")) == nil)
    #expect(Suggester(codebook).suggestion(for: "colour", in: situation("the lock leaks")) == nil)
  }

  @Test("the kind that a source was given twice is suggested before the engine's, and says so")
  func source() throws {
    var suggester = Suggester(codebook)
    let proposals = ["source-type": "person"]
    for text in ["the weir was mended in May", "the ferry will not run on Sunday"] {
      suggester.learn(
        "organization", for: "source-type",
        in: situation(text, source: "Weir Trust", proposals))
    }
    let suggestion = try #require(
      suggester.suggestion(
        for: "source-type",
        in: situation("eels are back in the upper pool", source: "weir trust", proposals)))
    #expect(suggestion.value == "organization")
    #expect(suggestion.layer == .memory)
    #expect(suggestion.reason == "“weir trust”: 2 of 2 times")
    #expect(suggestion.confidence == 0.83)
    #expect(
      suggester.suggestion(
        for: "source-type", in: situation("eels are back", source: "Ada Holm", proposals))?.value
        == "person")
  }

  @Test(
    "a claim that was judged before is known in another order of its words, not with another figure",
    arguments: [
      ("in 2019 the reservoir lost 40 percent of its water", "denies"),
      ("in 2019 the reservoir lost 50 percent of its water", "asserts"),
    ])
  func nearlySame(_ text: String, _ value: String) {
    var suggester = Suggester(codebook)
    suggester.learn(
      "denies", for: "stance",
      in: situation(
        "the reservoir lost 40 percent of its water in 2019", ["stance": "asserts"]))
    #expect(
      suggester.suggestion(for: "stance", in: situation(text, ["stance": "asserts"]))?.value
        == value)
  }

  @Test("a cue that is given two values tells nothing")
  func cue() {
    var suggester = Suggester(codebook)
    for (index, value) in ["denies", "asserts", "denies", "asserts"].enumerated() {
      suggester.learn(
        value, for: "stance", in: situation("claim number \(index)", cue: "dismissed"))
    }
    let suggestion = suggester.suggestion(
      for: "stance", in: situation("another", cue: "dismissed"))
    #expect(suggestion?.layer != .memory)
  }

  @Test("an attribute that the engine knows nothing of is learned from words, and says from which")
  func regression() throws {
    var suggester = Suggester(codebook)
    for index in 0..<12 {
      suggester.learn(
        "water", for: "topic",
        in: situation("reservoir \(index) is nearly dry", source: "s\(index)"))
      suggester.learn(
        "roads", for: "topic", in: situation("bridge \(index) has a hole", source: "t\(index)"))
    }
    let suggestion = try #require(
      suggester.suggestion(
        for: "topic", in: situation("the old reservoir is dry again", source: "new")))
    #expect(suggestion.value == "water")
    #expect(suggestion.layer == .learned)
    #expect(suggestion.isConfident)
    #expect(suggestion.reason?.contains("“reservoir”") == true)
  }

  // MARK: - Abstaining

  @Test("a value that the engine got wrong more often than not stays proposed, unsure")
  func unsure() throws {
    var suggester = Suggester(codebook)
    let proposals = ["stance": "hedges"]
    for (index, value) in ["asserts", "denies", "asserts", "denies"].enumerated() {
      suggester.learn(
        value, for: "stance", in: situation("number \(index) of its kind", proposals))
    }
    let suggestion = try #require(
      suggester.suggestion(for: "stance", in: situation("something else", proposals)))
    #expect(suggestion.layer == .engine)
    #expect(!suggestion.isConfident)
    // Its other values were not judged yet.
    #expect(
      suggester.suggestion(
        for: "stance", in: situation("something else", ["stance": "denies"]))?.isConfident == true)
  }

  @Test("a layer is believed from the confidence on from which it was right twice in three times")
  func threshold() {
    var record = TrackRecord(prior: (right: 1, total: 2))
    #expect(record.threshold == nil)
    for _ in 0..<4 { record.count(confidence: 0.95, isRight: true) }
    #expect(record.threshold == 0)
    for _ in 0..<8 { record.count(confidence: 0.35, isRight: false) }
    #expect(record.threshold == 0.4)
  }

  // MARK: - The verdict

  @Test("the verdict is never learned, whatever was decided")
  func verdict() {
    var suggester = Suggester(codebook)
    for index in 0..<20 {
      suggester.learn("false", for: "status", in: situation("lie \(index)", source: "the mayor"))
    }
    #expect(
      suggester.suggestion(for: "status", in: situation("lie 21", source: "the mayor")) == nil)
  }

  // MARK: - Order

  @Test("the same decisions in the same order give the same suggestions")
  func deterministic() {
    func taught() -> Suggester {
      var suggester = Suggester(codebook)
      for index in 0..<40 {
        suggester.learn(
          index % 3 == 0 ? "roads" : "water", for: "topic",
          in: situation("words \(index % 7) and \(index % 5)", source: "body \(index % 4)"))
      }
      return suggester
    }
    let (first, second) = (taught(), taught())
    for index in 0..<20 {
      let claim = situation("words \(index % 6) and \(index)", source: "body \(index % 5)")
      #expect(
        first.suggestion(for: "topic", in: claim) == second.suggestion(for: "topic", in: claim))
    }
  }
}
