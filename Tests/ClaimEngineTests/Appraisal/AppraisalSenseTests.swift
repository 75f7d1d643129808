import ClaimModel
import Testing

@testable import ClaimEngine

/// Words that mean something else in their place, and what else deserves or does not deserve a reason.
@Suite("Senses of words in appraisals")
struct AppraisalSenseTests {
  private let desk = AppraisalDesk()

  /// A claim, a reason that it must not have, and one that it may need.
  struct Case: Sendable, CustomTestStringConvertible {
    let claim: String
    let never: String
    var wanted: String?
    init(_ claim: String, never: String, wanted: String? = nil) {
      self.claim = claim
      self.never = never
      self.wanted = wanted
    }
    var testDescription: String { claim }
  }

  @Test(
    "reads a word by its part of speech and what stands around it",
    arguments: [
      // Wrongdoing.
      Case("The firm sold six drilling rigs in May.", never: "accusation"),
      Case("The council rigged the vote.", never: "number", wanted: "accusation: rigged"),
      Case("The mayor got a tax break.", never: "accusation"),
      Case("The mayor broke the ice at dinner.", never: "accusation"),
      Case("The mayor broke the law twice.", never: "quote", wanted: "accusation: broke"),
      Case("The leaders forged a consensus.", never: "accusation"),
      Case("The clerk forged a signature.", never: "position", wanted: "accusation: forged"),
      Case("Police closed the crime scene.", never: "accusation"),
      Case("The team shot a video there.", never: "accusation"),
      Case("The court did not interfere with the vote.", never: "accusation"),
      // Deeds of office.
      Case("Voters were told how to vote.", never: "official act"),
      Case("She spent a month in hospital.", never: "official act"),
      Case("The council spent $40,000 on gravel.", never: "quote", wanted: "official act: spent"),
      Case("He cut short his holiday.", never: "official act"),
      // Names.
      Case("A letter reached Hope Lind on Friday.", never: "opinion"),
      Case("The envoy met Ban Ki-moon there.", never: "rule"),
      // The speaker's life.
      Case("The Koch brothers paid for it.", never: "private life"),
      // Causes and comparisons.
      Case("The lead in the polls has grown.", never: "cause"),
      Case("They walked rather than drove.", never: "comparison"),
      Case("The work took more than a year.", never: "comparison"),
      Case("The river is longer than the canal.", never: "cause", wanted: "comparison: than"),
      Case(
        "The league was supported by far fewer towns.", never: "cause", wanted: "comparison: fewer"),
      Case("She joined the ranks of the party.", never: "comparison"),
      // Opinions and judgements.
      Case("A think tank published the list.", never: "opinion"),
      Case("The fire spread with great speed.", never: "judgement"),
      Case("They waited in the hope of rain.", never: "opinion"),
      // The future.
      Case("The likely voters were asked twice.", never: "word of the future"),
      // Sides.
      Case("The plan covers six towns.", never: "position"),
      Case("Demand for coal fell in June.", never: "takes a side"),
      Case(
        "A judge rejected the request.", never: "takes a side", wanted: "official act: rejected"),
      // What was left undone.
      Case("The town has not mentioned the fair.", never: "harm or omission"),
      Case(
        "The firm did not pay its taxes.", never: "quote", wanted: "harm or omission: did not pay"),
    ])
  func senses(row: Case) {
    let reasons = desk.appraisal(row.claim).reasons
    #expect(!reasons.contains { $0.hasPrefix(row.never) }, "\(reasons)")
    if let wanted = row.wanted { #expect(reasons.contains(wanted), "\(reasons)") }
  }

  @Test(
    "tells figures from numbers that belong to a name, a date or a reference",
    arguments: [
      Case("It was built after World War II.", never: "number"),
      Case("He teaches at Intermediate School 285.", never: "number"),
      Case("They marched to Ground Zero.", never: "number"),
      Case("The attacks of 9/11 changed the law.", never: "number"),
      Case("Article 5 binds every member.", never: "number"),
      Case("It was a hit of the 1970s.", never: "number"),
      Case("King George III sold the mill.", never: "number"),
      Case("The fund lost $19.3 million.", never: "quote", wanted: "amount: $19.3 million"),
      Case("Some 40 percent of the wells are dry.", never: "quote", wanted: "number: 40 percent"),
      Case("The mayor is 70.", never: "quote", wanted: "number: 70"),
      Case("The survey asked 1,001 adults.", never: "quote", wanted: "number: 1,001"),
      Case(
        "The council faces a £112,000 fine.", never: "number in passing", wanted: "number: £112,000"
      ),
    ])
  func figures(row: Case) {
    let reasons = desk.appraisal(row.claim).reasons
    #expect(!reasons.contains { $0.hasPrefix(row.never) }, "\(reasons)")
    if let wanted = row.wanted { #expect(reasons.contains(wanted), "\(reasons)") }
  }

  @Test(
    "takes no word for a name by its capitals alone",
    arguments: [
      "Unsubtle hints were dropped.", "They shouted that WHITE VOTERS WERE FOOLED.",
      "He said \"Meh\" and left.", "Battlegrounds decide it.",
    ])
  func capitals(claim: String) {
    let reasons = desk.appraisal(claim).reasons
    #expect(!reasons.contains { $0.hasPrefix("named") }, "\(reasons)")
  }

  @Test("keeps abbreviations and people for names")
  func names() {
    #expect(desk.appraisal("The case went to NATO in May.").reasons.contains("named: NATO"))
    #expect(desk.appraisal("Ana Osei left the board.").reasons.contains("named: Ana Osei"))
  }

  @Test(
    "tells types by what holds now, what a plan says, and what a poll asked",
    arguments: [
      ("The foundation is registered in the state as a charity.", ClaimType.event),
      ("The inspection of tax returns is a misdemeanor.", .rule),
      ("Smoking there is an offence.", .rule), ("His fame allowed him to travel.", .event),
      ("The contract allows two trips a day.", .rule),
      ("The proposal would raise the levy on bread.", .rule),
      ("Under the plan, farmers would lose the grant.", .rule),
      ("The levy would ruin the mill.", .prediction),
      ("She would close the loophole for brewers.", .rule),
      ("56 percent would vote for the mayor.", .quantity),
      ("It would later prove a mistake.", .opinion), ("The road would later flood.", .event),
      ("The owners are to blame for the leak.", .event),
      ("The goal is to win the cup.", .event), ("The bridge is to open in May.", .prediction),
      ("The wells may have two owners.", .event),
      ("The residents will often wait for hours.", .event),
      ("Voters think that it rained.", .position),
      ("The dam is a disgrace.", .opinion), ("He is a liar and a racist.", .opinion),
      ("He is not fit to lead.", .opinion),
      ("I voted against the levy.", .event), ("My opponent lied to the council.", .event),
      ("I must tell you that a bomb went off there.", .event),
      ("Thanks to the dam, the town stayed dry.", .causal),
      ("He contributed $1,000 to the club.", .quantity),
      ("The mayor was condemned by the union.", .event),
    ])
  func types(claim: String, type: ClaimType) {
    let found = desk.appraisal(claim)
    #expect(found.type == type, "\(found.typeReason), \(found.reasons)")
  }

  @Test("gives facts of the present a reason of their own, and ranks silence near the bottom")
  func ranks() {
    let fact = desk.appraisal("The foundation is registered in the state as a charity.")
    #expect(fact.typeReason == "what is so: is registered")
    let silent = [
      "The campaign did not immediately respond to a request for comment.",
      "The campaign declined to comment.", "The campaign would not comment.",
    ]
    for claim in silent {
      let found = desk.appraisal(claim)
      #expect(found.reasons.contains { $0.hasPrefix("nothing said") }, "\(claim) \(found.reasons)")
      #expect(found.checkworthiness < fact.checkworthiness - 0.1, "\(claim)")
    }
    let disclosure = desk.appraisal("The mayor did not disclose his taxes.")
    #expect(disclosure.reasons.contains("harm or omission: did not disclose"))
  }

  @Test("orders claims with the same signals by how much they say")
  func ties() {
    let vague = desk.appraisal("It is finished.")
    let plain = desk.appraisal("The work on the bridge is finished.")
    let full = desk.appraisal("The work on the deck of the bridge over the canal is finished.")
    #expect(vague.checkworthiness < plain.checkworthiness)
    #expect(plain.checkworthiness < full.checkworthiness)
  }

  @Test("takes an apposition for what somebody is")
  func apposition() {
    let found = desk.appraisal(
      ["Ana Osei", "the town's mayor"], of: "Ana Osei, the town's mayor, left.")
    #expect(found.type == .event)
    #expect(found.typeReason == "who or what it is: mayor")
    let judged = desk.appraisal(["Ana Osei", "a disgrace"], of: "Ana Osei, a disgrace, left.")
    #expect(judged.type == .opinion)
  }
}
