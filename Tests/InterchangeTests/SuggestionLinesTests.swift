import ClaimModel
import Testing

@testable import Interchange

/// The lines to and from a suggesting program.
@Suite("Suggestion lines")
struct SuggestionLinesTests {
  private func request(_ claim: Int, after session: Session = SampleSession.opened()) throws
    -> [UInt8]
  {
    let record = try #require(session.state.claims[ClaimID(rawValue: claim)])
    return SuggestionRequest.line(
      for: record, in: session.state, of: SampleSession.article, codebook: SampleSession.codebook,
      session: String(repeating: "a", count: 64))
  }

  @Test("a request is one line that fits its schema, and says what exports say")
  func requests() throws {
    let validator = try SchemaValidator("suggestion")
    for claim in 1...3 {
      let line = try request(claim)
      #expect(!line.contains(UInt8(ascii: "\n")))
      #expect(try validator.faults(in: line) == [])
    }
    let text = String(decoding: try request(1), as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"{"session":"\#(String(repeating: "a", count: 64))","claim":"c1","text":"the Norrholm"#))
    #expect(text.contains(#""source":"The harbour board","labels":{"status":"unverified","#))
  }

  struct Answer: Sendable, CustomTestStringConvertible {
    let line: String
    let suggestions: [SuggestionAnswer.Suggestion]
    var testDescription: String { line }
  }

  @Test(
    "answers are read as they are meant, and fit the schema",
    arguments: [
      Answer(line: #"{"claim": "c5", "suggestions": {}}"#, suggestions: []),
      Answer(
        line: #"""
          {"claim": 5, "model": "x", "suggestions": {"stance": {"value": "denies", "confidence": 0.5,
           "reason": null, "seconds": 3}}}
          """#,
        suggestions: [
          .init(attribute: "stance", value: .text("denies"), confidence: 0.5, reason: nil)
        ]),
      Answer(
        line: #"""
          {"claim": "c5", "suggestions": {"a": {"value": ["x", "y"], "confidence": 1, "reason": "w"},
           "b": {"value": 2.5, "confidence": 0}}}
          """#,
        suggestions: [
          .init(attribute: "a", value: .list(["x", "y"]), confidence: 1, reason: "w"),
          .init(attribute: "b", value: .number(2.5), confidence: 0, reason: nil),
        ]),
    ])
  func answers(answer: Answer) throws {
    let read = try SuggestionAnswer(line: Array(answer.line.utf8))
    #expect(read.claim == ClaimID(rawValue: 5))
    #expect(read.suggestions == answer.suggestions)
    #expect(try SchemaValidator("suggestion").faults(in: Array(answer.line.utf8)) == [])
  }

  @Test(
    "what is no answer says why, and where",
    arguments: [
      ("", "1:1: it is empty"),
      ("yes", "1:1: this is not a JSON value"),
      ("[]", "an object should stand here, not a list"),
      (#"{"suggestions": {}}"#, "claim: this field is missing"),
      (#"{"claim": "c1"}"#, "suggestions: this field is missing"),
      (
        #"{"claim": "5", "suggestions": {}}"#,
        "claim: a claim such as 'c5' should stand here, not '5'"
      ),
      (
        #"{"claim": -1, "suggestions": {}}"#,
        "claim: a whole number from 0 to 2147483648 should stand here"
      ),
      (#"{"claim": 1, "suggestions": []}"#, "suggestions: an object should stand here, not a list"),
      (
        #"{"claim": 1, "suggestions": {"stance": "denies"}}"#,
        "suggestions.stance: an object should stand here, not a text"
      ),
      (
        #"{"claim": 1, "suggestions": {"stance": {"value": "denies"}}}"#,
        "suggestions.stance.confidence: this field is missing"
      ),
      (
        #"{"claim": 1, "suggestions": {"stance": {"value": "denies", "confidence": 7}}}"#,
        "suggestions.stance.confidence: a number from 0 to 1 should stand here"
      ),
      (
        #"{"claim": 1, "suggestions": {"stance": {"value": null, "confidence": 1}}}"#,
        "suggestions.stance.value: a text, a number or a list of texts should stand here"
      ),
    ])
  func faults(line: String, expected: String) {
    let error = #expect(throws: SuggestionAnswerError.self) {
      try SuggestionAnswer(line: Array(line.utf8))
    }
    #expect(error?.description == expected)
  }
}
