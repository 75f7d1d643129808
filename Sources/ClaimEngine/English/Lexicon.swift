/// The language data that token rules ask for, keyed by word hash; built once for an engine.
package struct Lexicon: Sendable {
  private var words: [UInt64: Word] = [:]
  private var classes: [UInt64: WordClasses] = [:]
  private var abbreviations: [UInt64: Abbreviation] = [:]

  package static let english = Lexicon()

  private init() {
    for word in Word.allCases where word != .unlisted {
      words[WordHash(word.rawValue).value] = word
    }
    add(Openers.english, .opener)
    add(SpeechVerbs.english, .speechVerb)
    add(FunctionWords.timeNames, .timeName)
    add(FunctionWords.timeNouns, .timeNoun)
    add(FunctionWords.surveys, .survey)
    add(FunctionWords.accusing, .accusing)
    add(FunctionWords.nounPrepositions, .nounPreposition)
    add(FunctionWords.subordinators, .subordinator)
    add(FunctionWords.hearsayAdverbs, .hearsayAdverb)
    add(ReportingNouns.english, .reportingNoun)
    for (list, kind) in Abbreviation.english {
      let kindClass: WordClasses =
        switch kind {
        case .title: .title
        case .inner, .beforeNumber: .innerAbbreviation
        case .final, .capitalizedOnly: .finalAbbreviation
        case .adjective: [.finalAbbreviation, .innerAbbreviation]
        case .clock: .clockAbbreviation
        }
      for word in list.split(separator: " ") {
        abbreviations[WordHash(word).value] = kind
        var hash = WordHash(word)
        hash.add(UInt8(ascii: "."))
        classes[hash.value, default: []].formUnion(kindClass)
      }
    }
  }

  private mutating func add(_ list: String, _ class: WordClasses) {
    for word in list.split(separator: " ") {
      classes[WordHash(word).value, default: []].insert(`class`)
    }
  }

  /// How the word under a hash behaves before a full stop; nil when it is no abbreviation.
  func abbreviation(_ hash: UInt64) -> Abbreviation? { abbreviations[hash] }

  func describe(_ token: inout Token) {
    guard token.mark == .none else { return }
    if let word = words[token.hash] { token.word = word }
    if let known = classes[token.hash] { token.classes = known }
  }
}
