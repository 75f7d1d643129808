/// Which signals a word form gives, keyed by word hash.
struct AppraisalLexicon: Sendable {
  private var signals: [UInt64: ClaimSignals] = [:]

  static let english = AppraisalLexicon()

  private init() {
    for item in AppraisalWords.accusationVerbs.split(separator: " ") { addVerb(item, .accusation) }
    add(AppraisalWords.accusationNouns, .accusation)
    add(AppraisalWords.negativeActs, .negativeAct)
    add(AppraisalWords.officialActs, .officialAct)
    add(AppraisalWords.comparing, .comparison)
    add(AppraisalWords.causes, .cause)
    add(AppraisalWords.rules, .rule)
    add(AppraisalWords.amounts, .amount)
    add(AppraisalWords.measures, .measure)
    add(AppraisalWords.predictions, .futureWord)
    add(AppraisalWords.positions, .position)
    add(AppraisalWords.opinions, .opinion)
    add(AppraisalWords.privateLife, .privateLife)
    add(AppraisalWords.hedges, .hedge)
    add(AppraisalWords.absolutes, .absolute)
    add(AppraisalWords.greetings, .greeting)
  }

  private mutating func add(_ list: String, _ signal: ClaimSignals) {
    for word in list.split(separator: " ") {
      signals[WordHash(word).value, default: []].insert(signal)
    }
  }

  private mutating func addVerb(_ item: Substring, _ signal: ClaimSignals) {
    let forms = item.split(separator: "/").map(String.init)
    let regular = Inflection(forms[0])
    let past = forms.count > 1 ? forms[1] : regular.past
    for form in [
      forms[0], regular.thirdPerson, past, forms.count > 2 ? forms[2] : past,
      forms.count > 3 ? forms[3] : regular.gerund,
    ] {
      signals[WordHash(form).value, default: []].insert(signal)
    }
  }

  /// What a word means only in its place.
  static let comparisons = hashes(AppraisalWords.comparisons)
  static let causesBefore = hashes(AppraisalWords.causesBefore)
  static let amounts = hashes(AppraisalWords.amounts)
  static let comparatives = hashes(AppraisalWords.comparatives)
  static let views = hashes(AppraisalWords.views)
  static let fractions = hashes(AppraisalWords.fractions)
  static let aheadWords = hashes(AppraisalWords.aheadWords)
  static let refusals = hashes(AppraisalWords.refusals)
  static let attitudes = hashes(AppraisalWords.attitudes)
  static let ruling = hashes(AppraisalWords.ruling)
  static let judgements = hashes(AppraisalWords.judgements + " " + AppraisalWords.opinions)

  private static func hashes(_ list: String) -> Set<UInt64> {
    Set(list.split(separator: " ").map { WordHash($0).value })
  }

  func signals(of hash: UInt64) -> ClaimSignals { signals[hash] ?? [] }
}
