/// Which signals a word form gives, keyed by word hash, by its part of speech.
struct AppraisalLexicon: Sendable {
  /// The signals of a form as a verb, and as anything else.
  private struct Entry {
    var asVerb: ClaimSignals = []
    var otherwise: ClaimSignals = []
  }

  private var entries: [UInt64: Entry] = [:]

  static let english = AppraisalLexicon()

  private init() {
    for item in AppraisalWords.accusationVerbs.split(separator: " ") {
      for form in WordForms(item).all { entries[form, default: Entry()].asVerb.insert(.accusation) }
    }
    addVerbs(AppraisalWords.officialActs, .officialAct)
    addVerbs(AppraisalWords.comparing, .comparison)
    addVerbs(AppraisalWords.causes, .cause)
    addVerbs(AppraisalWords.predictions, .futureWord)
    addVerbs(AppraisalWords.positions, .position)
    addVerbs(AppraisalWords.opinionVerbs, .opinion)
    addVerbs(AppraisalWords.privateVerbs, .privateLife)
    addOthers(AppraisalWords.accusationNouns, .accusation)
    addOthers(AppraisalWords.kin, .privateLife)
    for (list, signal) in [
      (AppraisalWords.negativeActs, ClaimSignals.negativeAct),
      (AppraisalWords.comparingWords, .comparison), (AppraisalWords.causeWords, .cause),
      (AppraisalWords.rules, .rule), (AppraisalWords.amounts, .amount),
      (AppraisalWords.measures, .measure), (AppraisalWords.predictionWords, .futureWord),
      (AppraisalWords.opinions, .opinion), (AppraisalWords.absolutes, .absolute),
      (AppraisalWords.greetings, .greeting),
    ] {
      addVerbs(list, signal)
      addOthers(list, signal)
    }
  }

  private mutating func addVerbs(_ list: String, _ signal: ClaimSignals) {
    for word in list.split(separator: " ") {
      entries[WordHash(word).value, default: Entry()].asVerb.insert(signal)
    }
  }

  private mutating func addOthers(_ list: String, _ signal: ClaimSignals) {
    for word in list.split(separator: " ") {
      entries[WordHash(word).value, default: Entry()].otherwise.insert(signal)
    }
  }

  /// A name gives none: "Hope Lind", "Ban Ki-moon", "the Crime Bill".
  func signals(of token: Token) -> ClaimSignals {
    guard let entry = entries[token.hash] else { return [] }
    if token.tag.isName, token.shape.contains(.capitalized) { return [] }
    return token.tag.isVerb ? entry.asVerb : entry.otherwise
  }

  // MARK: What a word means only in its place

  static let comparisons = WordHash.set(AppraisalWords.comparisons)
  static let causesBefore = WordHash.set(AppraisalWords.causesBefore)
  static let amounts = WordHash.set(AppraisalWords.amounts)
  static let comparatives = WordHash.set(AppraisalWords.comparatives)
  static let degrees = WordHash.set(AppraisalWords.degrees)
  static let views = WordHash.set(AppraisalWords.views)
  static let fractions = WordHash.set(AppraisalWords.fractions)
  static let aheadWords = WordHash.set(AppraisalWords.aheadWords)
  static let refusals = WordHash.set(AppraisalWords.refusals)
  static let attitudes = WordHash.set(AppraisalWords.attitudes)
  static let ruling = WordHash.set(AppraisalWords.ruling)
  static let judgements = WordHash.set(
    JudgementWords.adjectives + " " + JudgementWords.nouns + " " + AppraisalWords.opinions)

}

/// The hashes of a verb's forms: `break/broke/broken` gives what is irregular, the rest is made.
struct WordForms {
  let all: Set<UInt64>

  init(_ item: Substring) {
    let forms = item.split(separator: "/").map(String.init)
    let regular = Inflection(forms[0])
    let past = forms.count > 1 ? forms[1] : regular.past
    let words = [
      forms[0], regular.thirdPerson, past, forms.count > 2 ? forms[2] : past,
      forms.count > 3 ? forms[3] : regular.gerund,
    ]
    all = Set(words.map { WordHash($0).value })
  }
}
