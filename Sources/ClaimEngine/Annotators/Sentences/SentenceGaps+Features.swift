extension SentenceGaps {
  /// How many features a gap has.
  package static let featureCount = 47

  /// Writes the hashes of all templates for a gap.
  ///
  /// - Parameter start: Where the sentence began that may end here.
  package func write(_ gap: Int, from start: Int, into features: inout [UInt32]) {
    let place = places[gap]
    let (closers, last) = marksBefore(gap)
    let (openers, next) = marksAfter(gap)
    let marks = closers &* 2 &+ (tokens[gap].shape.contains(.spaceBefore) ? 1 : 0)
    let here = marks &* 4 &+ (place.isQuoted ? 2 : 0) &+ (place.bracket >= 0 ? 1 : 0)
    let (word1, word2, word3, word4) = (word(last - 1), word(last), word(next), word(next + 1))
    let (shape1, shape2, shape3, shape4) = (
      shape(last - 1), shape(last), shape(next), shape(next + 1)
    )
    let (suffix2, suffix3) = (suffix(last), suffix(next))
    let (class2, class3) = (classes(last), classes(next))
    let (firstWord, firstShape) = (word(start), shape(start))
    let length = Self.bucket(gap - start)
    let mark = Int(place.nextMark)
    let rest = Self.bucket(mark - gap) + (mark == tokens.endIndex ? 32 : 0)
    let (before, after) = (look(start..<gap), look(gap..<max(mark, gap)))
    let style = places.style.rawValue
    let size = last >= tokens.startIndex ? UInt32(min(tokens[last].length, 6)) : 9

    var slot = 0
    func put(
      _ first: UInt32, _ second: UInt32 = 0x9E37, _ third: UInt32 = 0x79B9, _ fourth: UInt32 = 0
    ) {
      var hash = (first ^ UInt32(truncatingIfNeeded: slot &* 0x3C6E_F372)) &* 0x85EB_CA6B
      hash = ((hash ^ (hash >> 15)) &+ second) &* 0xC2B2_AE35
      hash = ((hash ^ (hash >> 13)) &+ third &+ fourth &* 0x9E37_79B1) &* 0x27D4_EB2F
      features[slot] = hash ^ (hash >> 16)
      slot += 1
    }
    put(0)
    put(marks)
    put(marks, openers)
    put(here, shape3)
    put(marks, openers, shape3)
    put(marks, shape2)
    put(marks, shape2, shape3)
    put(marks, word2)
    put(marks, word3)
    put(openers, word3)
    put(word2)
    put(marks, suffix2)
    put(marks, suffix3)
    put(marks, word2, shape3)
    put(marks, shape2, word3)
    put(word2, word3)
    put(word1, word2)
    put(word3, word4)
    put(marks, shape3, shape4)
    put(marks, word4)
    put(marks, shape1, shape2, shape3)
    put(marks, shape3, length)
    put(here, openers)
    put(here, openers, shape2, shape3)
    put(here, shape3, before)
    put(marks, shape3, rest)
    put(marks, shape3, style)
    put(marks, length, rest)
    put(marks, length, before, shape3)
    put(marks, firstWord, length)
    put(marks, firstShape, shape(start + 1), length)
    put(marks, suffix2, suffix3)
    put(marks, word3, shape4)
    put(marks, size, shape3)
    put(marks, openers, shape3, speech(next))
    put(marks, class2, class3)
    put(marks, class2, class3, shape2 &* 64 &+ shape3)
    put(marks, shape3, shape4, shape(next + 2))
    put(marks, shape(last - 2), shape1, shape2)
    put(marks, before, after, shape3)
    put(marks, after, length)
    put(marks, word1)
    put(marks, before, after, style)
    put(here, style, rest)
    put(marks, firstWord, word3)
    put(marks, shape3, shape4, classes(next + 1))
    put(marks, shape1, shape2, class3)
  }

  // MARK: Words around a gap

  /// The marks before a gap, the nearest first and repeated ones once, and the word before them.
  private func marksBefore(_ gap: Int) -> (signature: UInt32, word: Int) {
    var signature: UInt32 = 0
    var place = gap - 1
    var last: UInt32 = 0
    var taken = 0
    while place >= tokens.startIndex, taken < 4, places[place].mark != 0, gap - place < 12 {
      let code =
        UInt32(places[place].mark) + (tokens[place].shape.contains(.spaceBefore) ? 32 : 0)
      let isAlike = code < 32 && last < 32 && isAsking(code) && isAsking(last)
      if code != last, !isAlike {
        signature = signature &* 64 &+ code
        taken += 1
      }
      last = code
      place -= 1
    }
    if signature == 0, place >= tokens.startIndex, tokens[place].shape.contains(.endsInPeriod) {
      signature = 63
    }
    return (signature, place)
  }

  /// "?", "!" and any run of them count as the one nearest to the gap.
  private func isAsking(_ code: UInt32) -> Bool {
    code == UInt32(Token.Mark.question.rawValue) || code == UInt32(Token.Mark.exclamation.rawValue)
  }

  /// The marks after a gap, and the word after them.
  private func marksAfter(_ gap: Int) -> (signature: UInt32, word: Int) {
    var signature: UInt32 = 0
    var place = gap
    while place < tokens.endIndex, place - gap < 3, places[place].mark != 0 {
      signature = signature &* 32 &+ UInt32(places[place].mark)
      place += 1
    }
    return (signature, place)
  }

  /// What a token looks like, as a small number; 0 beyond the paragraph's ends.
  private func shape(_ index: Int) -> UInt32 {
    guard tokens.indices.contains(index) else { return 0 }
    let token = tokens[index]
    guard token.mark == .none else { return 32 + UInt32(places[index].mark) }
    let shape = token.shape
    let kind: UInt32 =
      if shape.contains(.address) {
        1
      } else if shape.contains(.number) {
        token.length <= 2 ? 2 : token.length == 4 ? 3 : 4
      } else if shape.contains(.hasDigit) {
        5
      } else if shape.contains(.initial) {
        6
      } else if shape.contains(.allCapitals) {
        7
      } else if shape.contains(.capitalized) {
        token.length == 1 ? 8 : 9
      } else if shape.contains(.clitic) {
        10
      } else if shape.contains(.hasLetter) {
        token.length <= 2 ? 11 : 12
      } else {
        13
      }
    return shape.contains(.endsInPeriod) ? kind + 14 : kind
  }

  /// The word in small letters; numbers count by their length alone.
  private func word(_ index: Int) -> UInt32 {
    guard tokens.indices.contains(index) else { return 7 }
    let token = tokens[index]
    if token.shape.contains(.number) { return 11 + UInt32(min(token.length, 5)) }
    return UInt32(truncatingIfNeeded: token.hash >> 32)
  }

  /// The last three bytes in small letters.
  private func suffix(_ index: Int) -> UInt32 {
    guard tokens.indices.contains(index) else { return 0 }
    var packed: UInt32 = 0
    for offset in max(tokens[index].start, tokens[index].end - 3)..<tokens[index].end {
      let byte = bytes[Int(offset)]
      packed = packed << 8 | UInt32(byte &- 0x41 < 26 ? byte | 0x20 : byte)
    }
    return packed
  }

  /// The classes that speak of abbreviations, openers and speech.
  private func classes(_ index: Int) -> UInt32 {
    guard tokens.indices.contains(index) else { return 1 << 20 }
    let known: WordClasses = [
      .opener, .title, .finalAbbreviation, .innerAbbreviation, .clockAbbreviation, .speechVerb,
      .timeName,
    ]
    return tokens[index].classes.intersection(known).rawValue
  }

  /// Whether a stretch has a long word in small letters, a finite verb, a subject pronoun.
  private func look(_ range: Range<Int>) -> UInt32 {
    let (from, to) = (places[range.lowerBound].seen, places[range.upperBound].seen)
    return (to.small > from.small ? 1 : 0) | (to.finite > from.finite ? 2 : 0)
      | (to.subject > from.subject ? 4 : 0)
  }

  /// How soon a verb of speech follows: "John said", "the man asked".
  func speech(_ index: Int) -> UInt32 {
    var place = index
    while place < tokens.endIndex, place - index < 5, tokens[place].mark == .none {
      if tokens[place].classes.contains(.speechVerb) { return UInt32(place - index) + 1 }
      place += 1
    }
    return 0
  }

  private static func bucket(_ count: Int) -> UInt32 {
    switch count {
    case 0...4: UInt32(count)
    case 5...6: 5
    case 7...9: 6
    case 10...14: 7
    case 15...24: 8
    case 25...40: 9
    default: 10
    }
  }
}
