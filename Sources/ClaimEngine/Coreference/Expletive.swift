/// Tells the "it" that means nobody, or what a whole clause says: "it is clear", "it seems", "it helps when".
enum Expletive {
  static func isExpletive(_ token: Int, in tokens: [Token]) -> Bool {
    guard token + 1 < tokens.count, opensPredicate(tokens[token + 1].tag) else { return true }
    if impersonal.contains(tokens[token + 1].hash) { return true }
    var place = token + 1
    while place < min(tokens.count, token + 4), tokens[place].mark == .none {
      if impersonal.contains(tokens[place].hash) { return true }
      switch tokens[place].word {
      case .is, .was, .be, .been, .apostropheS:
        guard place + 1 < tokens.count else { return true }
        return tokens[place + 1].tag != .vbg && tokens[place + 1].hash != able
      default: place += 1
      }
    }
    return false
  }

  /// A finite verb, or an adverb before one.
  private static func opensPredicate(_ tag: Tag) -> Bool {
    switch tag {
    case .vbd, .vbz, .vbp, .md, .rb: true
    default: false
    }
  }

  private static let able = WordHash("able").value
  private static let impersonal = Set(
    [
      "seems", "seemed", "seem", "appears", "appeared", "appear", "rained", "rains", "snowed",
      "turns", "turned", "turn", "takes", "took", "take", "helps", "helped", "help", "hurts",
      "matters", "mattered", "matter", "happens", "happened", "happen", "makes", "made", "make",
      "sounds", "sounded", "looks", "looked", "look", "feels", "felt", "becomes", "became",
      "become", "remains", "remained", "means", "meant", "mean", "costs", "cost", "depends",
    ]
    .map { WordHash($0).value })
}
