/// The gaps between the tokens of one paragraph, where sentences may begin; a gap is named by the token after it.
///
/// Rules decide what they are sure of. The rest is for the model, by the features of a gap.
package struct SentenceGaps {
  /// What the rules say of a gap.
  package enum Verdict { case always, never, open }

  let tokens: ArraySlice<Token>
  let bytes: [UInt8]
  let places: ParagraphPlaces
  private let lists: ListMarkers

  /// - Parameter tokens: One paragraph, not empty.
  /// - Complexity: O(*n*) in the tokens.
  package init(_ tokens: ArraySlice<Token>, in bytes: [UInt8]) {
    self.tokens = tokens
    self.bytes = bytes
    places = ParagraphPlaces(tokens)
    lists = ListMarkers(tokens: tokens, bytes: bytes)
  }

  /// Whether a sentence can begin at a gap, and whether it must.
  ///
  /// - Parameter start: Where the sentence began that may end here.
  package func verdict(_ gap: Int, from start: Int) -> Verdict {
    guard isPossible(gap), places[gap].bracket <= start else { return .never }
    if isPlain(gap) || hasLostSpace(gap) || lists.isNextItem(gap, after: start) { return .always }
    if gap - start <= 4, lists.isMarker(start..<gap) { return .never }
    return verdict(byNote: gap, from: start) ?? verdict(byQuote: gap, from: start)
      ?? verdict(byBrackets: gap, from: start) ?? verdict(byAbbreviation: gap, from: start)
      ?? verdict(bySmallLetter: gap, from: start) ?? .open
  }

  // MARK: Nearly everywhere

  /// What stands beside a gap leaves it possible: no mark that clings to the word before it, no comma in prose.
  private func isPossible(_ gap: Int) -> Bool {
    let before = tokens[gap - 1]
    let after = tokens[gap]
    let isUpper = after.shape.contains(.capitalized)
    guard after.shape.contains(.spaceBefore) else {
      // A space was lost, or a quote begins at once.
      guard before.mark.endsSentence || closes(gap - 1) else { return false }
      switch Token.Mark(rawValue: places[gap].mark) {
      case .none?: return isUpper
      case .openDouble, .openBracket: return true
      default: return false
      }
    }
    let endsMarked = places.style.contains(.endsMarked)
    if endsMarked, before.mark.isQuote, sentenceMark(before: gap) == nil { return false }
    switch Token.Mark(rawValue: places[gap].mark) {
    case .comma, .semicolon, .colon, .period, .question, .exclamation, .ellipsis, .closeBracket,
      .closeDouble, .closeSingle:
      return false
    case .openBracket where sentenceMark(before: gap) == nil: return false
    case .dash where endsMarked && sentenceMark(before: gap) == nil: return false
    default: break
    }
    switch before.mark {
    case .none: break
    case .openBracket: return places[gap - 1].isFace
    case .openDouble, .openSingle, .semicolon, .colon, .hyphen: return false
    case .comma, .dash: return isUpper && !endsMarked
    default: return true
    }
    if before.shape.contains(.endsInPeriod) || after.mark != .none
      || !after.shape.isDisjoint(with: [.capitalized, .hasDigit, .address])
    {
      return true
    }
    // Between small words only where the writer spares marks or capitals.
    return !places.style.contains(.hasMarks) || places.style.contains(.startsSmall)
      || Int(places[gap].nextMark) - gap > 40
  }

  /// A word in small letters or a bracket, a full stop, and an opener with its capital.
  ///
  /// An ellipsis may stand after the full stop, where a sentence was left out.
  private func isPlain(_ gap: Int) -> Bool {
    guard gap - 2 >= tokens.startIndex, isOpener(gap) else { return false }
    let last = tokens[gap - 2]
    if tokens[gap - 1].mark == .ellipsis { return last.mark == .period }
    guard tokens[gap - 1].mark == .period else { return false }
    if last.mark == .closeBracket { return true }
    return last.length > 1 && last.shape.contains(.hasLetter)
      && last.shape.isDisjoint(with: [.capitalized, .hasDigit, .address])
  }

  /// "It ended.Then it": a word, a mark and a capital without a space.
  private func hasLostSpace(_ gap: Int) -> Bool {
    let after = tokens[gap]
    guard !after.shape.contains(.spaceBefore), after.mark == .none, after.length > 1,
      !after.shape.contains(.allCapitals), isWordEnd(gap + 1),
      let mark = sentenceMark(before: gap), tokens[mark].mark != .ellipsis, mark > tokens.startIndex
    else { return false }
    return tokens[mark - 1].mark == .none && tokens[mark - 1].length > 1
  }

  /// Whether the word before a token ends there, and does not go on as "ann.Lee@example.org" does.
  private func isWordEnd(_ index: Int) -> Bool {
    guard index < tokens.endIndex, !tokens[index].shape.contains(.spaceBefore) else { return true }
    switch tokens[index].mark {
    case .none: return tokens[index].shape.contains(.clitic)
    case .comma, .colon, .closeSingle, .straightSingle, .question, .exclamation: return true
    default: return false
    }
  }

  // MARK: By what stands there

  /// The number of a note goes with the sentence before it, in square brackets or bare.
  private func verdict(byNote gap: Int, from start: Int) -> Verdict? {
    if gap + 2 < tokens.endIndex, tokens[gap + 1].shape.contains(.number),
      tokens[gap + 2].mark == .closeBracket, bytes[Int(tokens[gap].start)] == 0x5B
    {
      return .never
    }
    func isBareNote(_ index: Int) -> Bool {
      guard index > start, index + 1 < tokens.endIndex, tokens[index - 1].mark.endsSentence,
        tokens[index].shape.contains(.number), tokens[index].length <= 2,
        !tokens[start].shape.contains(.number)
      else { return false }
      return isOpener(index + 1)
    }
    if isBareNote(gap) { return .never }
    return isBareNote(gap - 1) ? .always : nil
  }

  /// A title goes with the name after it, initials with the rest of it, "U.S." with its noun, and a time of day with
  /// the day; but an opener begins anew after an abbreviation that can be last.
  private func verdict(byAbbreviation gap: Int, from start: Int) -> Verdict? {
    let last = tokens[gap - 1]
    let known = last.classes
    guard known.contains(.finalAbbreviation) else {
      if !known.isDisjoint(with: [.title, .innerAbbreviation]) { return .never }
      if known.contains(.clockAbbreviation) { return verdict(byTimeOfDay: gap, from: start) }
      if isInitials(gap - 1), !isOpener(gap) { return .never }
      let isNumberSign =
        last.mark == .period && gap - 2 > start && tokens[gap].shape.contains(.number)
        && bytes[Int(tokens[gap - 2].start)...].starts(with: "°".utf8)
      return isNumberSign ? .never : nil
    }
    if isOpener(gap), tokens[gap].length > 1 { return .always }
    return known.contains(.innerAbbreviation) ? .never : nil
  }

  private func verdict(byTimeOfDay gap: Int, from start: Int) -> Verdict? {
    let next = tokens[gap].classes
    // "At 6 a.m. Mrs. Lund left", but "She slept until 6 a.m. Mrs. Lund left".
    if next.contains(.title) { return gap - start <= 4 ? .never : .always }
    return next.contains(.timeName) && !next.contains(.opener) ? .never : nil
  }

  /// "J." or "J.K." that is no abbreviation we know; "I." only after a name, for it may be the pronoun.
  private func isInitials(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.shape.contains(.endsInPeriod) else { return false }
    if token.length == 2 {
      return bytes[Int(token.start)] != UInt8(ascii: "I")
        || index > tokens.startIndex && tokens[index - 1].shape.contains(.capitalized)
    }
    return token.length.isMultiple(of: 2)
      && (Int(token.start)..<Int(token.end)).allSatisfy { place in
        (place - Int(token.start)).isMultiple(of: 2)
          ? bytes[place] &- 0x41 < 26 : bytes[place] == UInt8(ascii: ".")
      }
  }

  /// Who spoke goes with the quote: "“Who?” Marta asked", "“We lost,” Marta said", "“We lost.” – Marta Lund".
  ///
  /// A pronoun or article with a capital after a question begins anew.
  private func verdict(byQuote gap: Int, from start: Int) -> Verdict? {
    guard gap - 1 > start, closes(gap - 1), tokens[gap - 1].mark.isQuote else {
      let isDash = tokens[gap - 1].mark == .dash
      return isDash && gap - 2 > start && closes(gap - 2) && tokens[gap - 2].mark.isQuote
        && tokens[gap].shape.contains(.capitalized) ? .never : nil
    }
    let isName = tokens[gap].shape.contains(.capitalized) && !isOpener(gap)
    var mark = gap - 1
    while mark > start, gap - mark < 6, closes(mark) { mark -= 1 }
    switch tokens[mark].mark {
    case .comma: return .never
    case .question, .exclamation: return isName && speech(gap) > 0 ? .never : nil
    default:
      let isSigned =
        tokens[gap].mark == .dash && gap + 1 < tokens.endIndex
        && tokens[gap + 1].shape.contains(.capitalized)
      return isSigned ? .never : nil
    }
  }

  /// What follows brackets goes on with their sentence unless a mark stands in them or before them.
  private func verdict(byBrackets gap: Int, from start: Int) -> Verdict? {
    guard closes(gap - 1), tokens[gap - 1].mark == .closeBracket, sentenceMark(before: gap) == nil
    else { return nil }
    let open = Int(places[gap - 1].bracket)
    guard open > start else { return nil }
    return sentenceMark(before: open) != nil || tokens[open - 1].shape.contains(.endsInPeriod)
      ? nil : .never
  }

  /// A small letter goes on after an ellipsis ("he waited … and left"), after marks that close ("“Stop!” he said"),
  /// and after a name with a mark of its own ("Bravo! in") or with a full stop.
  private func verdict(bySmallLetter gap: Int, from start: Int) -> Verdict? {
    let after = tokens[gap]
    let mark = sentenceMark(before: gap)
    if after.word == .i, let mark, isOmission(mark) { return .never }
    guard after.mark == .none, after.shape.contains(.hasLetter),
      after.shape.isDisjoint(with: [.capitalized, .address])
    else { return nil }
    if closes(gap - 1) || tokens[gap - 1].mark.isQuote { return .never }
    guard let mark else { return nil }
    if isEllipsis(mark) { return .never }
    guard mark > start + 1 else { return nil }
    let last = tokens[mark - 1]
    if tokens[mark].mark == .exclamation || tokens[mark].mark == .question {
      return last.shape.contains(.capitalized) ? .never : nil
    }
    // An abbreviation that we do not know, unless the writer spares capitals.
    let isCareful = places.style.isDisjoint(with: [.startsSmall, .noCapitals])
    return isCareful && (last.shape.contains(.capitalized) || last.length < 3) ? .never : nil
  }

  /// The mark before a gap that can end a sentence, quotes and brackets that close passed over.
  private func sentenceMark(before gap: Int) -> Int? {
    var place = gap - 1
    while place > tokens.startIndex, gap - place < 6, closes(place) { place -= 1 }
    guard tokens[place].mark.endsSentence else { return nil }
    let isLeftOut = place > tokens.startIndex && tokens[place - 1].mark == .openBracket
    return isLeftOut ? nil : place
  }

  /// Three points as one mark, or with spaces between them.
  private func isEllipsis(_ mark: Int) -> Bool {
    tokens[mark].mark == .ellipsis || isSpacedPoint(mark) && tokens[mark - 1].mark == .period
  }

  private func isSpacedPoint(_ index: Int) -> Bool {
    index > tokens.startIndex && tokens[index].mark == .period
      && tokens[index].shape.contains(.spaceBefore)
  }

  /// Exactly three points with spaces around each: the sentence goes on, and "I" after it tells nothing.
  private func isOmission(_ mark: Int) -> Bool {
    mark - 3 > tokens.startIndex && isSpacedPoint(mark) && isSpacedPoint(mark - 1)
      && isSpacedPoint(mark - 2) && tokens[mark - 3].mark != .period
  }

  /// Whether a token closes a quote or brackets.
  private func closes(_ index: Int) -> Bool {
    switch Token.Mark(rawValue: places[index].mark) {
    case .closeDouble, .closeSingle: true
    case .closeBracket: !places[index].isFace
    default: false
    }
  }

  /// Whether a word with a capital stands here that is more often a sentence's first than part of a name.
  private func isOpener(_ index: Int) -> Bool {
    tokens[index].classes.contains(.opener) && tokens[index].shape.contains(.capitalized)
      && !tokens[index].shape.contains(.endsInPeriod)
  }
}
