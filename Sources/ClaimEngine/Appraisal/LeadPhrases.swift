/// Words that open what somebody says and say nothing: "I mean,", "I must tell you that".
enum LeadPhrases {
  /// The longest first; each ends a phrase of its own or stands before a comma or "that".
  private static let phrases: [[UInt64]] = [
    "i have to tell you", "i must tell you", "i can tell you", "i will tell you", "i 'll tell you",
    "i want to tell you", "let me tell you", "i have to say", "i must say", "let me say",
    "let me be clear",
    "as you know", "as i said", "i tell you", "i mean", "you know", "you see", "look", "well",
    "listen",
  ].map { $0.split(separator: " ").map { WordHash($0).value } }

  /// How many tokens of a claim are such words, with the comma or "that" behind them; those of one word need the comma.
  static func length(_ tokens: [Token]) -> Int {
    var start = 0
    while let next = length(tokens, from: start) { start = next }
    return start
  }

  private static func length(_ tokens: [Token], from start: Int) -> Int? {
    for phrase in phrases where start + phrase.count + 3 < tokens.count {
      guard zip(tokens[start...], phrase).allSatisfy({ $0.hash == $1 }) else { continue }
      let end = start + phrase.count
      if tokens[end].mark == .comma || tokens[end].mark == .colon { return end + 1 }
      if tokens[end].word == .that { return end + 1 }
      if phrase.count > 3 { return end }
    }
    return nil
  }
}
