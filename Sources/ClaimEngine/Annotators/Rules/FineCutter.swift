/// Cuts a unit further for the fine grain: parentheticals, participles, appositions and lists.
struct FineCutter {
  let tokens: [Token]
  let phrases: Chunks
  let reader: SentenceReader

  /// A list of more items is one claim.
  private static let longestList = 12

  /// The claims of a unit as token ranges; the first ones are what is left of the unit itself.
  func pieces(of unit: ClaimUnit) -> [[Range<Int>]] {
    let subject = mainSubject(of: unit)
    var removed: [Range<Int>] = []
    var asides: [[Range<Int>]] = []
    for range in unit.body {
      var place = range.lowerBound
      while place < range.upperBound {
        if let aside = parenthetical(at: place, in: range) ?? participle(
          at: place, in: range, subject)
          ?? apposition(at: place, in: range)
        {
          removed.append(place..<aside.end)
          asides += aside.claims
          place = aside.end
        } else {
          place += 1
        }
      }
    }
    let rest = unit.ranges.flatMap { $0.without(removed) }.compactMap { reader.trimmed($0) }
    return items(of: rest) + asides
  }

  private func mainSubject(of unit: ClaimUnit) -> Range<Int>? {
    if let first = unit.prefix.first { return first }
    return phrases.verbs.first { verb in
      verb.form == .finite && unit.body.contains { $0.contains(verb.head) }
    }?.subject
  }

  private struct Aside {
    let end: Int
    let claims: [[Range<Int>]]
  }

  // MARK: Asides

  /// "Osei (a former judge)".
  private func parenthetical(at place: Int, in range: Range<Int>) -> Aside? {
    guard tokens[place].mark == .openBracket, place > range.lowerBound,
      let close = tokens[place..<range.upperBound].firstIndex(where: { $0.mark == .closeBracket }),
      let inside = reader.trimmed(place + 1..<close)
    else { return nil }
    let owner = phrases.nounPhrase(at: place - 1)
    return Aside(end: close + 1, claims: owner.map { [[$0, inside]] } ?? [])
  }

  /// ", killing two and injuring five".
  private func participle(at place: Int, in range: Range<Int>, _ subject: Range<Int>?) -> Aside? {
    guard tokens[place].mark == .comma, let subject else { return nil }
    let next = reader.skipAdverbs(place + 1)
    guard next < range.upperBound, let index = phrases.verb(at: next) else { return nil }
    let verb = phrases.verbs[index]
    guard verb.form == .gerund || verb.form == .participle else { return nil }
    var end = next
    var starts = [place + 1]
    while end < range.upperBound {
      if end > next, tokens[end].mark == .comma, !reader.continuesList(end) { break }
      if tokens[end].tag == .cc, let other = phrases.verb(at: reader.skipAdverbs(end + 1)),
        phrases.verbs[other].form == verb.form
      {
        starts.append(end + 1)
      }
      end += 1
    }
    var claims: [[Range<Int>]] = []
    for (index, start) in starts.enumerated() {
      let stop = index + 1 < starts.count ? starts[index + 1] - 1 : end
      if start < stop, let part = reader.trimmed(start..<stop) { claims.append([subject, part]) }
    }
    return Aside(end: end, claims: claims)
  }

  /// "Osei, the mayor,".
  private func apposition(at place: Int, in range: Range<Int>) -> Aside? {
    guard tokens[place].mark == .comma, place > range.lowerBound, place + 1 < range.upperBound,
      let owner = phrases.nounPhrase(at: place - 1), !reader.continuesList(place),
      let phrase = phrases.nounPhrase(at: place + 1), phrase.lowerBound == place + 1,
      isDescription(phrase)
    else { return nil }
    let end = min(reader.phraseWithCompletions(phrase), range.upperBound)
    guard end == range.upperBound || tokens[end].mark == .comma else { return nil }
    return Aside(
      end: end < range.upperBound ? end + 1 : end, claims: [[owner, phrase.lowerBound..<end]])
  }

  /// A phrase with a common noun describes; a bare name after a name is its place: "Houston, Texas".
  private func isDescription(_ phrase: Range<Int>) -> Bool {
    guard !tokens[phrase.lowerBound].isTimeName, tokens[phrase.lowerBound].tag != .prp else {
      return false
    }
    return tokens[phrase].contains { $0.tag == .nn || $0.tag == .nns }
      || tokens[phrase.lowerBound].tag == .dt
  }

  // MARK: Lists

  /// One claim for each item of the first list: "received Osei and Lund" gives two.
  private func items(of ranges: [Range<Int>]) -> [[Range<Int>]] {
    for range in ranges {
      for place in range where tokens[place].tag == .cc && tokens[place].word == .and {
        guard let items = list(around: place, in: range), items.count <= Self.longestList,
          let first = items.first, let last = items.last, telling(items, in: ranges)
        else { continue }
        return items.map { item in
          ranges.flatMap {
            $0.without(
              [first.lowerBound..<item.lowerBound, item.upperBound..<last.upperBound].filter {
                !$0.isEmpty
              })
          }
        }
      }
    }
    return [ranges]
  }

  /// Whether claims with one item each differ in more than a word or two.
  private func telling(_ items: [Range<Int>], in ranges: [Range<Int>]) -> Bool {
    func words(_ range: Range<Int>) -> Int {
      tokens[range].reduce(0) { $0 + ($1.mark == .none ? 1 : 0) }
    }
    let sizes = items.map(words).sorted()
    let around = ranges.map(words).reduce(0, +) - sizes.reduce(0, +)
    return sizes.count > 1 && around < 4 * (sizes[0] + sizes[1])
  }

  /// The noun phrases that a conjunction joins, or its two adjectives before one noun.
  private func list(around conjunction: Int, in range: Range<Int>) -> [Range<Int>]? {
    guard conjunction > range.lowerBound, conjunction + 1 < range.upperBound else { return nil }
    guard let last = phrases.nounPhrase(at: conjunction + 1), last.lowerBound == conjunction + 1
    else {
      return nil
    }
    var before = conjunction - 1
    if tokens[before].mark == .comma { before -= 1 }
    guard before >= range.lowerBound else { return nil }
    guard let first = phrases.nounPhrase(at: before) else {
      guard tokens[before].tag == .jj, tokens[last.lowerBound].tag == .jj, last.count > 1 else {
        return nil
      }
      return [before..<before + 1, last.lowerBound..<last.lowerBound + 1]
    }
    guard tokens[first.lowerBound].tag != .prp else { return nil }
    var items = [first, last]
    var start = first.lowerBound
    while start - 2 >= range.lowerBound, tokens[start - 1].mark == .comma,
      let item = phrases.nounPhrase(at: start - 2), item.lowerBound >= range.lowerBound
    {
      items.insert(item, at: 0)
      start = item.lowerBound
    }
    return items.allSatisfy { range.contains($0.lowerBound) && $0.upperBound <= range.upperBound }
      ? items : nil
  }
}

extension Range<Int> {
  /// What is left of a range without others.
  fileprivate func without(_ removed: [Range<Int>]) -> [Range<Int>] {
    var left = [self]
    for gap in removed {
      left = left.flatMap { piece -> [Range<Int>] in
        guard piece.overlaps(gap) else { return [piece] }
        var parts: [Range<Int>] = []
        if piece.lowerBound < gap.lowerBound { parts.append(piece.lowerBound..<gap.lowerBound) }
        if gap.upperBound < piece.upperBound { parts.append(gap.upperBound..<piece.upperBound) }
        return parts
      }
    }
    return left
  }
}
