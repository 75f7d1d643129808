import ClaimEngine
import ClaimModel
import Testing

@Suite("Appraisals")
struct ClaimAppraiserTests {
  /// Appraises a claim said with a cue by somebody; in the journalist's voice without one.
  private func appraisal(_ claim: String, cue: String? = nil) -> ClaimAppraisal {
    let reporting = cue.map { "Carl Weiss \($0) " } ?? ""
    let plain = reporting + claim
    var text = TextAnalyser().tokenizedText(of: Article(paragraphs: plain))
    Tagger().tag(&text)
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
    return ClaimAppraiser(index: NameIndex(text), attributions: attributions, times: [])
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

  @Test("says why in a few words")
  func reasons() {
    let found = appraisal("Police in Lagos arrested 31 students.")
    #expect(found.reasons.contains("accusation: arrested"))
    #expect(found.reasons.contains("number: 31"))
    #expect(found.reasons.contains("named: Lagos"))
    #expect(found.typeReason == "past event: arrested")
    #expect(appraisal("Denmark exports more pork than Poland.").typeReason == "comparison: than")
    #expect(appraisal("The film is here.").typeReason == "no sign of another type")
    #expect(appraisal("it is safe.", cue: "denied that").stanceReason == "cue: denied that")
  }
}
