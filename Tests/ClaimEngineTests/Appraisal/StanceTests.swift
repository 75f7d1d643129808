import ClaimModel
import Testing

@testable import ClaimEngine

/// How a source stands toward what it says, from the cue, the words over the claim and the claim itself.
@Suite("Stances")
struct StanceTests {
  private let desk = AppraisalDesk()

  /// One reading; what stands outside the claim is between the cue and it.
  struct Case: Sendable, CustomTestStringConvertible {
    let cue: String
    var between = ""
    var claim = "the bridge was safe"
    let stance: String
    var testDescription: String { "\(cue) \(between)\(claim)" }
  }

  @Test(
    "never asserts what is denied, doubted, supposed or left open",
    arguments: [
      Case(cue: "said", between: "there was no evidence that ", stance: "doubts"),
      Case(cue: "said", between: "there was \"no evidence\" yet that ", stance: "doubts"),
      Case(cue: "offered no proof that", stance: "doubts"),
      Case(cue: "had no evidence to suggest that", stance: "doubts"),
      Case(cue: "left little doubt that", stance: "asserts"),
      Case(cue: "said", between: "there was no doubt that ", stance: "asserts"),
      Case(cue: "said", between: "it was not true that ", stance: "denies"),
      Case(cue: "said", between: "it was false that ", stance: "denies"),
      Case(cue: "said", between: "it was unlikely that ", stance: "doubts"),
      Case(cue: "said", between: "it was possible that ", stance: "hedges"),
      Case(cue: "said", between: "it was unclear whether ", stance: "unclear"),
      Case(cue: "said", between: "it was too early to tell whether ", stance: "unclear"),
      Case(cue: "pooh-poohed the consensus that", stance: "denies"),
      Case(cue: "contradicted the claim that", stance: "denies"),
      Case(cue: "ruled out that", stance: "denies"),
      Case(cue: "did not rule out that", stance: "hedges"),
      Case(cue: "does not doubt that", stance: "asserts"),
      Case(cue: "dismissed reports", claim: "that the bridge was safe", stance: "denies"),
    ])
  func polarity(row: Case) {
    let found = desk.reported(row.claim, cue: row.cue, between: row.between, after: ".")
    #expect(found.stance == row.stance, "\(found.stanceReason)")
  }

  @Test(
    "takes a belief, an estimate and a finding for what the source holds",
    arguments: [
      ("believes", SourceType.namedPerson, "asserts"), ("thinks", .namedPerson, "asserts"),
      ("estimates", .organization, "asserts"), ("indicated", .dataOrStudy, "asserts"),
      ("suggests", .dataOrStudy, "asserts"), ("suggests", .namedPerson, "hedges"),
      ("signaled that", .organization, "asserts"), ("suspects", .namedPerson, "hedges"),
      ("apparently thinks", .namedPerson, "hedges"), ("fears", .namedPerson, "hedges"),
      ("explored how", .namedPerson, "asserts"), ("asked whether", .namedPerson, "questions"),
    ])
  func holding(cue: String, type: SourceType, stance: String) {
    let found = desk.reported("the bridge was safe", type: type, cue: cue, after: ".")
    #expect(found.stance == stance, "\(found.stanceReason)")
  }

  @Test("asks only the sentence with the question mark")
  func questions() {
    let asked = { (after: String) in
      desk.reported("the bridge is safe", cue: "asked:", between: "\"", mode: .direct, after: after)
        .stance
    }
    #expect(asked("?\"") == "questions")
    #expect(asked(".\"") == "asserts")
  }

  @Test(
    "lets only the claim's own main verb hedge it",
    arguments: [
      ("the bridge may be unsafe", "hedges"), ("the bridge is likely to fall", "hedges"),
      ("the repair would likely take a year", "hedges"),
      ("the mayor will almost certainly resign", "hedges"),
      ("the pier appears to lean", "hedges"), ("the pier is believed to lean", "hedges"),
      ("apparently the pier leans", "hedges"), ("it is unlikely that the pier leans", "hedges"),
      ("the work could have been cheaper", "hedges"),
      ("they could not resist the offer", "asserts"), ("others could have saved it", "asserts"),
      ("the pier may be old, but it holds", "asserts"),
      ("it protects them from charges that might arise", "asserts"),
      ("the sample of likely voters was small", "asserts"),
      ("the mayor appeared on television", "asserts"),
    ])
  func hedges(claim: String, stance: String) {
    let found = desk.reported(claim, cue: "said that", after: ".")
    #expect(found.stance == stance, "\(found.stanceReason)")
    let own = desk.appraisal(claim + ".")
    #expect(own.stance == stance, "\(own.stanceReason)")
  }

  @Test("grants what a \"but\" behind the claim takes back")
  func concession() {
    let found = desk.reported("the pier may be old", cue: "said", after: ", but it holds.")
    #expect(found.stance == "asserts")
  }

  @Test(
    "leaves open what is only wanted, and takes it for a position",
    arguments: [
      ("encouraged", "his supporters to visit the polls"), ("urged", "the town to close the pier"),
      ("demanded that", "the campaign stop using the image"),
    ])
  func wanted(cue: String, claim: String) {
    let found = desk.reported(claim, cue: cue, after: ".")
    #expect(found.stance == "unclear")
    #expect(found.type == .position, "\(found.typeReason)")
  }

  @Test("supposes what begins with \"Say\" or \"Suppose\" and names nobody")
  func supposed() {
    for cue in ["Say", "Suppose"] {
      let found = desk.reported("Mexico closed the border", by: nil, cue: cue, after: ".")
      #expect(found.stance == "hedges")
    }
    #expect(desk.reported("Mexico closed the border", cue: "say", after: ".").stance == "asserts")
  }

  @Test("says whose voice it is where nobody is named")
  func ownVoice() {
    #expect(desk.appraisal("The pier fell.").stanceReason == "the article says it")
    #expect(
      desk.appraisal(["The pier fell"], of: "\"The pier fell.\"").stanceReason
        == "quoted, nobody named")
  }
}
