import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("Appraisals")
struct ClaimAppraiserTests {
  /// Appraises a claim said with a cue by somebody; in the journalist's voice without one.
  private func appraisal(_ claim: String, cue: String? = nil) -> ClaimAppraisal {
    let reporting = cue.map { "Carl Weiss \($0) " } ?? ""
    let plain = reporting + claim
    let text = Document.parsed(Article(paragraphs: plain))
    let span = TextSpan(reporting.utf8.count, plain.utf8.count)
    var attributions: [Attribution] = []
    if cue != nil {
      attributions = [
        Attribution(
          id: AttributionID(rawValue: 1), mode: .indirect,
          source: .init(spans: [TextSpan(0, 10)], name: "Carl Weiss", type: .namedPerson),
          cue: [TextSpan(11, reporting.utf8.count - 1)], content: [span])
      ]
    }
    return ClaimAppraiser(
      index: NameIndex(text.annotated(by: NameStage())), attributions: attributions, times: []
    )
    .appraisal(
      of: Claim(
        id: ClaimID(rawValue: 1), spans: [span], sentence: TextSpan(0, plain.utf8.count),
        block: 0, attributions: attributions.map(\.id)))
  }

  @Test(
    "puts figures, names and accusations before opinions and greetings",
    arguments: [
      ("Unemployment in Spain fell by 12 percent in 2014.", "The film is wonderful."),
      ("The mayor of Leeds stole $40,000 from the fund.", "Everything should be nicer."),
      ("Police in Lagos arrested 31 students on Friday.", "We hope for the best."),
      ("Denmark exports more pork than Poland.", "Thank you for coming."),
      ("The army killed 14 villagers in Darfur.", "The army may perhaps leave."),
      ("The council of Leeds voted to close the quay.", "The club meets four nights a week."),
      ("The mill dumped ash in the river.", "The owner declined to comment."),
      ("The ferry sank off Malta in 2011.", "My aunt lived there for eleven years."),
    ])
  func order(high: String, low: String) {
    let (high, low) = (appraisal(high), appraisal(low))
    #expect(high.checkworthiness > low.checkworthiness + 0.2)
    #expect((0...1).contains(high.checkworthiness) && (0...1).contains(low.checkworthiness))
  }

  @Test(
    "tells the types of claims",
    arguments: [
      ("Unemployment fell by 12 percent.", ClaimType.quantity),
      ("The bridge collapsed on Sunday.", .event),
      ("Denmark exports more pork than Poland.", .comparison),
      ("The dam failed because of heavy rain.", .causal),
      ("The law requires a permit for every boat.", .rule),
      ("The bank will raise its rates.", .prediction),
      ("The party opposes the new toll.", .position),
      ("The plan is a disgrace.", .opinion), ("Did the mayor know?", .notAClaim),
      ("Thanks to all.", .notAClaim), ("I saw my brother there.", .personal),
      ("The minister said nothing.", .quote),
      // What is or would be to come, and what is not.
      ("The levy would add two cents to a loaf next year.", .prediction),
      ("The inquiry is due to report by Easter.", .prediction),
      ("The road is not expected to reopen.", .prediction),
      ("Yields may differ.", .prediction),
      ("If the seal gives, the operator could face a charge.", .prediction),
      ("The crew would have drowned.", .event), ("The mayor would not comment.", .event),
      ("The owner opened a mill that will grind rye.", .event),
      ("The mayor spoke of the upcoming vote.", .event), ("Rain is likely tomorrow.", .prediction),
      // A rule needs a verb or an adjective that rules.
      ("Parking there is illegal.", .rule), ("Drivers are required to stop.", .rule),
      ("Until it is changed, mooring there requires a permit.", .rule),
      ("Growers should not plan for rain.", .opinion), ("They need law and order.", .event),
      ("I think it rained.", .opinion),
      // A cause needs its connective.
      ("The delay was due to heavy rain.", .causal), ("The fire resulted in two arrests.", .causal),
      ("The strike led to a shortage.", .causal), ("Salt makes bread heavier.", .causal),
      // Whether the number is the point.
      ("The choir rehearses at 7pm in the chapel.", .event),
      ("The coach, 58, left the club.", .event),
      ("The company repainted its two other ferries.", .event),
      ("The singer left his £2million house.", .event),
      ("The guild trained there for thirty years.", .event),
      ("Sales have fallen by a third.", .quantity),
      ("Some 40 dams have not been repaired.", .quantity),
      ("One in five pupils missed a lesson.", .quantity),
      ("Not one of the 90 wells contained any trace.", .quantity),
      ("Rents have more than doubled.", .quantity),
      ("Half of the orchards were felled.", .quantity),
      // Comparisons in the words alone.
      ("The pond flooded twice in one week.", .event),
      ("The survey covered 300 people in towns of fewer than 2,000 souls.", .event),
      ("The levy is three times the old one.", .comparison),
      // Sides taken.
      ("The operator denies negligence.", .position),
      ("The union welcomed the decision.", .position),
      ("She did not dispute the entry.", .position), ("Growers urged lenders to wait.", .position),
      ("Councillors agreed to set up an inquiry.", .event),
      ("The company promised the town 300 jobs.", .event),
      // Judgements.
      ("Wanting is not enough.", .opinion), ("The trip is impossible after dark.", .opinion),
      ("It was an absurd mistake.", .opinion), ("The parents were disappointed.", .opinion),
      // What the speaker alone can know.
      ("My uncle drove lorries for thirty years.", .personal),
      ("The bakery did not answer my letters.", .event),
      // Deeds by a verb of saying.
      ("The king declared a state of emergency.", .event), ("They never asked for it.", .event),
    ])
  func types(claim: String, type: ClaimType) {
    #expect(appraisal(claim).type == type, "\(appraisal(claim).reasons)")
  }

  @Test(
    "reads the stance from the cue",
    arguments: [
      ("said", "asserts"), ("denied that", "denies"), ("rejected claims that", "denies"),
      ("suggested that", "hedges"), ("doubted that", "doubts"), ("asked whether", "questions"),
      ("reported that", "reports"), ("did not say that", "unclear"),
      ("does not believe that", "denies"), ("declined to say that", "unclear"),
      ("dismissed claims that", "denies"),
    ])
  func stances(cue: String, stance: String) {
    let found = appraisal("the bridge was safe.", cue: cue)
    #expect(found.stance == stance, "\(found.stanceReason)")
  }

  @Test("lets a modal of the claim hedge what is said")
  func hedged() {
    #expect(appraisal("the bridge may be unsafe.", cue: "said").stance == "hedges")
    #expect(appraisal("the bridge might fall.").stance == "hedges")
    #expect(appraisal("there are cracks that might grow.", cue: "said").stance == "asserts")
  }

  @Test("takes what somebody says of a thing for a judgement, and words to the face for a charge")
  func inQuotes() {
    #expect(appraisal("\"this was not an oversight.\"", cue: "said:").type == .opinion)
    #expect(appraisal("\"the bread is disgusting.\"", cue: "said:").type == .opinion)
    #expect(appraisal("\"it is the teachers.\"", cue: "said:").type == .event)
    #expect(appraisal("\"half of the town is unemployed.\"", cue: "said:").type == .quantity)
    let charge = appraisal("\"you moved to the next point.\"", cue: "said:")
    #expect(charge.reasons.contains("said to the face: you"))
    #expect(charge.type == .event)
  }

  @Test("says why in a few words")
  func reasons() {
    let found = appraisal("Police in Lagos arrested 31 students.")
    #expect(found.reasons.contains("accusation: arrested"))
    #expect(found.reasons.contains("number: 31"))
    #expect(found.reasons.contains("named: Lagos"))
    #expect(found.typeReason == "past event: arrested")
    #expect(appraisal("Denmark exports more pork than Poland.").typeReason == "comparison: than")
    #expect(appraisal("The film is here.").typeReason == "what is so: is")
    #expect(appraisal("The film had better wait.").type == .event)
    #expect(appraisal("Rivers.").typeReason == "no finite verb")
    #expect(appraisal("it is safe.", cue: "denied that").stanceReason == "cue: denied that")
  }
}
