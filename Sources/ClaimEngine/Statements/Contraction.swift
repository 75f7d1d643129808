/// Writes in full the verbs that hang on a word: "'re" of "they're".
enum Contraction {
  /// The verb that a clitic stands for; nil for the "'s" of an owner and for "n't".
  static func verb(of clitic: Int, in tokens: [Token]) -> String? {
    guard tokens[clitic].shape.contains(.clitic) else { return nil }
    let next = clitic + 1 < tokens.count ? tokens[clitic + 1] : nil
    switch tokens[clitic].word {
    case .apostropheRe: return "are"
    case .apostropheM: return "am"
    case .apostropheVe: return "have"
    case .apostropheLl: return "will"
    case .apostropheD: return isPerfect(next, clitic, tokens) ? "had" : "would"
    case .apostropheS:
      guard tokens[clitic].tag != .pos || clitic > 0 && tokens[clitic - 1].tag == .prp else {
        return nil
      }
      return isPerfect(next, clitic, tokens) ? "has" : "is"
    default: return nil
    }
  }

  /// Whether a participle that takes "have" follows: "'s been", "'d never seen".
  private static func isPerfect(_ next: Token?, _ clitic: Int, _ tokens: [Token]) -> Bool {
    var place = clitic + 1
    while place < min(tokens.count, clitic + 4), tokens[place].tag == .rb { place += 1 }
    guard place < tokens.count, tokens[place].tag == .vbn || tokens[place].word == .been else {
      return place < tokens.count && tokens[place].hash == got
    }
    if tokens[clitic].word == .apostropheD { return true }
    if tokens[place].word == .been || tokens[place].word == .had
      || perfects.contains(tokens[place].hash)
    {
      return true
    }
    // "He's called the vote" and not "he's called Adler": a participle with an object of its own.
    guard place + 1 < tokens.count else { return false }
    switch tokens[place + 1].tag {
    case .dt, .prp, .prpPossessive: return true
    case .nn, .nns, .jj: return transitive.contains(tokens[place].hash)
    default: return false
    }
  }

  private static let transitive = Set(
    [
      "given", "taken", "made", "shown", "won", "lost", "raised", "spent", "seen", "told", "kept",
      "held", "found", "paid", "put", "brought", "written", "used", "received", "faced",
    ].map { WordHash($0).value })
  private static let got = WordHash("got").value
  private static let perfects = WordHash.set(
    "got gotten become gone come grown begun done said failed refused")
}
