/// The words of a source taken apart: determiner, names, head noun and what follows it.
struct SourcePhrase {
  /// All its words without quote marks and commas around them.
  let whole: Range<Int>
  /// Without the determiner, up to the first comma, relative clause or end.
  let described: Range<Int>
  /// The first word after the determiner.
  let first: Int
  /// The head noun, the pronoun, or the last word of the name; nil where there is no word.
  let head: Int?
  /// The mentions that are the source: its head, or an apposition to its head.
  let names: [Int]
  /// "The", "this", or a possessor before the head.
  let isDefinite: Bool
  let hasDeterminer: Bool
  let isPronoun: Bool
  /// Whether its head is a name, not a noun that a name explains.
  var isHeadedByName: Bool {
    guard let head, names.count == 1 else { return false }
    return isNamedHead && head < whole.upperBound
  }
  private let isNamedHead: Bool
  let isPlural: Bool
  /// The word before the head that belongs to the phrase.
  let wordBeforeHead: Int?

  init(_ found: [Int], index: NameIndex) {
    let tokens = index.text.tokens
    var found = found[...]
    while let next = found.first, tokens[next].mark != .none { found.removeFirst() }
    while let last = found.last,
      tokens[last].mark != .none || tokens[last].word == .apostropheS
    {
      if tokens[last].mark == .closeBracket { break }
      found.removeLast()
    }
    guard let start = found.first, let last = found.last else {
      (whole, described, first, head) = (0..<0, 0..<0, 0, nil)
      (names, isDefinite, hasDeterminer, isPronoun, isPlural) = ([], false, false, false, false)
      (wordBeforeHead, isNamedHead) = (nil, false)
      return
    }
    whole = start..<last + 1
    let pronoun = Self.pronoun(tokens, whole)
    let skipped = Self.determiners(tokens, whole)
    var first = skipped.first
    if pronoun { first = start }
    self.first = first
    isPronoun = pronoun
    let end = pronoun ? start + 1 : Self.headEnd(index, first: first, last: last)
    described = first..<Self.describedEnd(index, first: first, headEnd: end, last: last)
    let head = pronoun ? first : Self.headNoun(index, first: first, end: end)
    self.head = head
    wordBeforeHead = head > first ? head - 1 : nil
    isNamedHead = index.mention(ofToken: head) != nil
    hasDeterminer = skipped.first > start
    isDefinite = skipped.isDefinite || Self.hasPossessor(tokens, first..<head)
    names = pronoun ? [] : Self.names(index, first: first, headEnd: end, last: last, whole)
    let kind = index.kinds[head]
    isPlural =
      kind.contains(.plural) || tokens[head].tag == .nns || tokens[head].tag == .nnps
      || names.count > 1
  }

  // MARK: Parts

  private static func pronoun(_ tokens: [Token], _ whole: Range<Int>) -> Bool {
    guard
      whole.count == 1 || whole.count == 2 && tokens[whole.lowerBound + 1].tag != .nns
        || tokens[whole.lowerBound + 1].mark == .comma
    else { return false }
    switch tokens[whole.lowerBound].word {
    case .i, .he, .she, .it, .we, .they, .you, .him, .them, .us, .me: return true
    case .his, .her, .its, .their, .our, .my, .who, .whom, .which, .that, .whose, .these, .those:
      return whole.count == 1
    default: return false
    }
  }

  private static func determiners(
    _ tokens: [Token], _ whole: Range<Int>
  ) -> (first: Int, isDefinite: Bool) {
    var first = whole.lowerBound
    var isDefinite = false
    while first + 1 < whole.upperBound {
      switch tokens[first].word {
      case .the, .this, .that, .these, .those, .his, .her, .its, .their, .our, .my, .your:
        isDefinite = true
      case .a, .an, .both, .all: break
      default: return (first, isDefinite)
      }
      first += 1
    }
    return (first, isDefinite)
  }

  /// The end of the head: before a comma, a preposition, a relative clause or a participle.
  private static func headEnd(_ index: NameIndex, first: Int, last: Int) -> Int {
    let tokens = index.text.tokens
    var place = first
    while place <= last {
      if let mention = index.mention(ofToken: place) {
        place = max(place + 1, min(index.mentions[mention].tokens.upperBound, last + 1))
        continue
      }
      let token = tokens[place]
      if token.mark == .closeSingle || token.mark == .straightSingle,
        !token.shape.contains(.spaceBefore)
      {
        place += 1
        continue
      }
      if place > first, token.mark != .none, token.mark != .symbol { return place }
      if place > first {
        switch token.word {
        case .the, .a, .an, .his, .her, .their, .our, .he, .she, .they, .we, .i, .you, .it:
          if index.kinds[place - 1].containsAny(.anySource) { return place }
        case .of, .for, .in, .from, .at, .with, .on, .to, .who, .which, .that, .whose, .by, .about,
          .among, .within, .as, .between, .over, .under, .through, .against:
          if !leadsName(index, at: place) { return place }
        default: break
        }
        if token.tag == .in, token.word == .unlisted { return place }
        if token.tag == .vbn || token.tag == .vbg, place > first,
          index.kinds[place - 1].containsAny(.anySource), token.classes.isEmpty,
          place == last || !index.kinds[place + 1].containsAny(.anySource)
        {
          return place
        }
      }
      place += 1
    }
    return last + 1
  }

  /// The last noun known to speak; the last word where none is known.
  private static func headNoun(_ index: NameIndex, first: Int, end: Int) -> Int {
    let last = max(first, end - 1)
    guard !index.kinds[last].containsAny(.anySource), index.mention(ofToken: last) == nil else {
      return last
    }
    switch index.text.tokens[last].tag {
    case .nn, .nns, .nnp, .nnps: return last
    default: break
    }
    var place = last
    while place > first {
      place -= 1
      if index.kinds[place].containsAny(.anySource) || index.text.tokens[place].tag == .nns {
        return place
      }
    }
    return last
  }

  /// "Ambassador to China Clark Randt": whether the name goes on after a preposition.
  private static func leadsName(_ index: NameIndex, at place: Int) -> Bool {
    let next = index.firstMention(from: place)
    return next < index.mentions.count && index.mentions[next].lead < place
  }

  private static func describedEnd(_ index: NameIndex, first: Int, headEnd: Int, last: Int) -> Int {
    let tokens = index.text.tokens
    var end = headEnd
    while end <= last {
      let token = tokens[end]
      if token.mark == .comma || token.mark == .dash || token.mark == .openBracket { break }
      if token.word == .who || token.word == .which { break }
      // "On that show" goes on, "that said" does not.
      if token.word == .that, tokens[end - 1].tag != .in { break }
      end += 1
    }
    return end
  }

  private static func hasPossessor(_ tokens: [Token], _ range: Range<Int>) -> Bool {
    range.contains { tokens[$0].word == .apostropheS || tokens[$0].mark == .closeSingle }
  }

  /// The names that the phrase stands for.
  private static func names(
    _ index: NameIndex, first: Int, headEnd: Int, last: Int, _ whole: Range<Int>
  ) -> [Int] {
    let tokens = index.text.tokens
    if let mention = index.mention(ofToken: headEnd - 1),
      index.mentions[mention].tokens.upperBound == headEnd
    {
      let kind = index.entities[index.mentions[mention].entity].kind
      if kind == .people { return [] }
      var names = [mention]
      var place = first
      while place < index.mentions[mention].lead {
        if let other = index.mention(ofToken: place) {
          let end = index.mentions[other].tokens.upperBound
          if end < headEnd, tokens[end].word == .and || tokens[end].mark == .comma {
            names.insert(other, at: names.count - 1)
          }
          place = max(end, place + 1)
        } else {
          place += 1
        }
      }
      if names.count == 1 {
        let lead = index.mentions[mention].lead
        if lead > first,
          tokens[lead - 1].word == .and || lead > first + 1 && tokens[lead - 2].word == .and
        {
          return []
        }
        names += conjuncts(index, after: headEnd, last: last)
      }
      return names
    }
    if headEnd < last, tokens[headEnd].mark == .comma,
      index.kinds[headEnd - 1].containsAny(.anyBody), first < headEnd,
      let name = index.mention(ofToken: headEnd + 1),
      index.mentions[name].tokens.lowerBound == headEnd + 1,
      index.mentions[name].tokens.upperBound == last + 1,
      index.entities[index.mentions[name].entity].kind != .person
    {
      return [name]
    }
    guard headEnd < last, tokens[headEnd].mark == .comma || tokens[headEnd].mark == .dash,
      index.kinds[headEnd - 1].containsAny(.role)
        || !index.kinds[headEnd - 1].containsAny(.anySource)
    else {
      return inPlaceOfHead(index, first: first, headEnd: headEnd, last: last)
    }
    return apposition(index, after: headEnd, last: last)
  }

  /// "X (R-Ohio) and Y" after a first name.
  private static func conjuncts(_ index: NameIndex, after end: Int, last: Int) -> [Int] {
    let tokens = index.text.tokens
    var place = end
    if place <= last, tokens[place].mark == .openBracket {
      while place <= last, tokens[place].mark != .closeBracket { place += 1 }
      place += 1
    }
    guard place < last, tokens[place].word == .and else { return [] }
    let next = index.firstMention(from: place)
    guard next < index.mentions.count, index.mentions[next].tokens.upperBound <= last + 1,
      index.mentions[next].lead - place <= 4,
      index.entities[index.mentions[next].entity].kind == .person
    else { return [] }
    return [next]
  }

  /// "His top aide, Tad Devine".
  private static func apposition(_ index: NameIndex, after headEnd: Int, last: Int) -> [Int] {
    let next = index.firstMention(from: headEnd)
    guard next < index.mentions.count else { return [] }
    let mention = index.mentions[next]
    guard mention.tokens.upperBound <= last + 1, mention.lead <= headEnd + 2 else { return [] }
    switch index.entities[mention.entity].kind {
    case .person, .unknown: return [next]
    default: return []
    }
  }

  /// "The man in charge, John Smith": the name after the first comma of a longer phrase.
  private static func inPlaceOfHead(
    _ index: NameIndex, first: Int, headEnd: Int, last: Int
  ) -> [Int] {
    let tokens = index.text.tokens
    guard headEnd <= last, index.kinds[max(first, headEnd - 1)].containsAny(.role) else {
      return []
    }
    var place = headEnd
    while place <= last, tokens[place].mark != .comma, tokens[place].mark != .dash { place += 1 }
    guard place < last else { return [] }
    return apposition(index, after: place, last: last).filter {
      index.entities[index.mentions[$0].entity].kind == .person
        && index.mentions[$0].lead == place + 1
    }
  }
}
