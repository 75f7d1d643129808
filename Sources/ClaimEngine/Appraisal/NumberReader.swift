/// Tells a number that a claim is about from one in passing.
struct NumberReader {
  let shape: ClaimShape

  /// The signals of a number that is no date; none for a clock time or an age.
  func signals(at place: Int) -> [ClaimSignals] {
    if isClockTime(place) || isAge(place) || isLabel(place) { return [] }
    if isDuration(place) || isKnown(place) || isAttribute(place) { return [.detail] }
    // "Sent two swimmers": hardly a figure.
    if Self.few.contains(shape.tokens[place].hash), shape.main.map({ $0 < place }) ?? false,
      !(shape.word(place + 1)?.word == .to || shape.word(place + 1)?.word == .of
        || shape.word(place + 1)?.tag == .cd)
    {
      return [.detail]
    }
    if let main = shape.main, place < main, opensSubject(place) {
      return [.number, .countedSubject]
    }
    return [.number]
  }

  /// Part of a name or a reference: "World War II", "School 285", "Article 5", "54 Below".
  private func isLabel(_ place: Int) -> Bool {
    let token = shape.tokens[place]
    let isWord = !token.shape.contains(.hasDigit)
    if Self.days.contains(token.hash) || isWord && token.tag.isName { return true }
    if token.shape.contains(.number), token.length > 7, shape.word(place - 1)?.mark != .symbol {
      // Thousands have separators; what has none is an address or a code.
      if !token.shape.contains(.hasLetter), token.length > 9 { return true }
    }
    if isWord, token.shape.contains(.allCapitals) { return true }
    let next = shape.word(place + 1)
    if let before = shape.word(place - 1) {
      if Self.numbered.contains(before.hash), !before.tag.isVerb,
        before.shape.contains(.capitalized) || next?.tag != .nns
      {
        return true
      }
      let isNamed = before.tag == .nnp && before.shape.contains(.capitalized) && !before.tag.isVerb
      let counts = next.map { $0.tag.isNoun || $0.tag == .cd || $0.tag == .jj } ?? false
      if isNamed, !isWord || token.shape.contains(.capitalized), !counts { return true }
    }
    // "60 Minutes" and "54 Below", but "11 Republicans" and "20 House members".
    if let next, next.tag == .nnp, next.shape.contains(.capitalized),
      !(shape.word(place + 2)?.tag.isNoun ?? false), place > 0
    {
      return true
    }
    return false
  }

  private static let few = WordHash.set("two three four five six")
  private static let days = WordHash.set("9/11 24/7 7/7 50/50 20/20 9-11")
  private static let numbered = WordHash.set(AppraisalWords.numbered)

  /// "7pm", "10:30", "at five".
  private func isClockTime(_ place: Int) -> Bool {
    let token = shape.tokens[place]
    let next = shape.word(place + 1)
    if Self.clockTimes.contains(token.hash) { return true }
    if next?.classes.contains(.clockAbbreviation) ?? false { return true }
    if let next, Self.clockMarks.contains(next.hash) { return true }
    guard !token.shape.contains(.hasDigit) else { return false }
    switch shape.word(place - 1)?.word {
    case .at, .by, .from, .until, .before, .after:
      switch next?.word {
      case nil, .to, .in, .on, .and, .until, .every, .each: return true
      default: return false
      }
    default: return false
    }
  }

  private static let clockMarks: Set<UInt64> = [
    WordHash("pm").value, WordHash("am").value, WordHash("p.m").value, WordHash("a.m").value,
    WordHash("o'clock").value,
  ]

  /// "7pm", "7.30pm", "11:15am".
  private static let clockTimes: Set<UInt64> = {
    var times: Set<UInt64> = []
    for hour in 1...12 {
      for half in ["am", "pm"] {
        times.insert(WordHash("\(hour)\(half)").value)
        for mark in [".", ":"] {
          for minutes in ["00", "15", "30", "45"] {
            times.insert(WordHash("\(hour)\(mark)\(minutes)\(half)").value)
          }
        }
      }
    }
    return times
  }()

  /// ", 58," and "aged 58".
  private func isAge(_ place: Int) -> Bool {
    if shape.word(place - 1)?.hash == Self.aged { return true }
    guard place > 0, shape.tokens[place - 1].mark == .comma,
      (1...3).contains(shape.tokens[place].length),
      place > 1, shape.tokens[place - 2].tag.isNoun
    else { return false }
    return place + 1 >= shape.tokens.count || shape.tokens[place + 1].mark != .none
  }

  private static let aged = WordHash("aged").value

  /// "Thirty years", "a two-week", "22 miles away".
  private func isDuration(_ place: Int) -> Bool {
    guard let next = shape.word(place + 1) else { return false }
    if shape.word(place + 2)?.hash == Self.away { return true }
    return next.classes.contains(.timeNoun) || Self.timeNouns.contains(next.hash)
  }

  private static let away = WordHash("away").value
  private static let timeNouns = WordHash.set(
    "nights evenings mornings weekends decades winters summers seasons")

  /// "Its three ferries", "the 1,840 samples": how many is taken as known.
  private func isKnown(_ place: Int) -> Bool {
    for before in [place - 1, place - 2] {
      guard let word = shape.word(before) else { return false }
      switch word.word {
      case .apostropheS where shape.tokens[place].length > 4: return false
      case .the, .its, .his, .her, .their, .our, .my, .your, .these, .those, .apostropheS:
        return true
      case .other: continue
      default: if word.tag != .jj { return false }
      }
    }
    return false
  }

  /// A price before the noun that it describes: "his £2.3million home", "a $310 million plant".
  func isAttribute(_ place: Int) -> Bool {
    var start = place
    // "Million" and its number.
    while start > max(0, place - 3), shape.tokens[place].mark == .none,
      shape.tokens[start - 1].tag == .cd
    {
      start -= 1
    }
    if start > 0, shape.tokens[start - 1].mark == .symbol { start -= 1 }
    guard shape.tokens[start].mark == .symbol else { return false }
    switch shape.word(start - 1)?.word {
    case .a, .an, .the, .its, .his, .her, .their, .our, .my, .apostropheS: break
    default: return false
    }
    let described = shape.tokens.dropFirst(place + 1).prefix(3).prefix {
      $0.mark == .none || $0.mark == .hyphen
    }
    if described.contains(where: { Self.sums.contains($0.hash) }) { return false }
    return shape.tokens.dropFirst(start + 1).prefix(3).contains { $0.tag.isNoun }
  }

  private static let sums = WordHash.set(AppraisalWords.sums)

  /// Whether no noun stands before it: "more than 140 bridges".
  private func opensSubject(_ place: Int) -> Bool {
    shape.firstNoun.map { place < $0 } ?? true
  }
}
