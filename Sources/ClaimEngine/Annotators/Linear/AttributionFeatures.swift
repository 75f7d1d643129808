/// The templates of the attribution tagger: what it looks at around a token.
package enum AttributionFeatures {
  package static let count = 104

  /// Writes the keys of all templates for one token.
  package static func write(
    _ clues: AttributionClues, _ token: Int, into keys: UnsafeMutablePointer<UInt32>
  ) {
    var hash = FeatureHash()
    func put(
      _ first: UInt32, _ second: UInt32 = 0x9E37, _ third: UInt32 = 0x79B9,
      _ fourth: UInt32 = 0x51ED
    ) { hash.put(first, second, third, fourth, into: keys) }
    let sentence = Int(clues.sentences[token])
    let range = clues.text.sentences[sentence].tokens
    let end = clues.words.count
    func word(_ place: Int) -> UInt32 { place >= 0 && place < end ? clues.words[place] : 7 }
    func tag(_ place: Int) -> UInt32 { place >= 0 && place < end ? clues.tags[place] : 251 }
    func level(_ place: Int) -> UInt32 {
      place >= 0 && place < end ? UInt32(clues.levels[place]) : 9
    }
    func word(_ place: Int32) -> UInt32 { word(Int(place)) }
    func relation(_ place: Int32) -> UInt32 {
      place < 0 ? 99 : UInt32(clues.tree.relations[Int(place)].rawValue)
    }
    func isQuoted(_ place: Int) -> UInt32 {
      place >= 0 && place < end && clues.quotations[place] >= 0 ? 1 : 0
    }
    func head(_ place: Int32) -> Int32 {
      place < 0 ? -1 : Int32(clues.tree.heads[Int(place)] ?? -1)
    }

    let (w0, t0) = (clues.words[token], clues.tags[token])
    let (w1, t1, l1) = (word(token - 1), tag(token - 1), level(token - 1))
    let (w2, t2, l2) = (word(token + 1), tag(token + 1), level(token + 1))
    let l0 = UInt32(clues.levels[token])
    let quoted = isQuoted(token)
    let quoteState = quoted | isQuoted(token - 1) << 1 | isQuoted(token + 1) << 2
    let shape = clues.shapes[token]

    // Words.
    put(w0)
    put(w1)
    put(w2)
    put(word(token - 2))
    put(word(token + 2))
    put(w0, t0)
    put(w1, w0)
    put(w0, w2)
    put(t0)
    put(t1)
    put(t2)
    put(tag(token - 2), t1)
    put(t2, tag(token + 2))
    put(t1, t0)
    put(t0, t2)
    put(t1, t0, t2)
    put(tag(token - 2), t1, t0)
    put(t0, t2, tag(token + 2))
    put(clues.suffixes[token], t0)
    put(shape, t0)
    put(w1, t0)
    put(w0, t1)
    // Cues beside it.
    put(l0, t0)
    put(l1, l0, l2)
    put(l1, t0)
    put(l2, t0)
    put(l1, w0)
    put(l2, w0)
    put(level(token - 2), l1, t0)
    put(level(token + 2), l2, t0)
    // Quotations.
    put(quoteState, t0)
    put(quoteState, w0)
    put(quoteState, l0)
    put(quoteState, w1)
    put(quoteState, w2)
    let quotation = clues.quotations[token]
    var (length, after, before) = (UInt32(0), -1, -1)
    if quotation >= 0 {
      let tokens = clues.quotes[Int(quotation)].tokens
      length = step(tokens.count)
      after = tokens.upperBound + 1
      before = tokens.lowerBound - 2
    }
    put(length, quoted, word(after), level(after))
    put(length, quoted, word(before), level(before))
    put(length, quoted, level(after), level(after + 1))
    put(length, level(before), UInt32(clues.sentenceLevel[sentence]))
    put(length, t0)

    // The nearest cues.
    let (left, right) = (clues.cueBefore[token], clues.cueAfter[token])
    let (leftWord, rightWord) = (word(left), word(right))
    let leftGap = gap(left, Int32(token), clues)
    let rightGap = gap(Int32(token), right, clues)
    let afterLeft = left < 0 ? 3 : word(left + 1)
    put(leftWord, leftGap)
    put(leftWord, t0)
    put(rightWord, rightGap)
    put(rightWord, t0)
    put(leftGap, quoted, t0)
    put(rightGap, quoted, t0)
    put(leftGap, rightGap, quoted)
    put(leftGap, level(Int(left)), quoted)
    put(rightGap, level(Int(right)), quoted)
    put(leftWord, afterLeft)
    put(leftGap, afterLeft)
    put(leftGap, w0)
    put(rightGap, w0)
    put(leftWord, quoted, left < 0 ? 0 : isQuoted(Int(left)))
    put(rightWord, quoted, right < 0 ? 0 : isQuoted(Int(right)))

    // The tree.
    let own = Int32(token)
    let (rel, above) = (relation(own), head(own))
    put(rel, t0)
    put(rel, word(above))
    put(rel, tag(Int(above)), above < 0 ? 9 : level(Int(above)))
    put(w0, rel)
    put(word(above), t0)
    put(rel, relation(above), word(head(above)))
    let (cue, branch) = (clues.cueAbove[token], clues.branch[token])
    let cueWord = word(cue)
    let side: UInt32 = cue < 0 ? 3 : cue == own ? 2 : cue < own ? 1 : 0
    let path: UInt32 = cue == own ? 98 : relation(branch)
    let marker = branch < 0 ? 1 : clues.marker[Int(branch)]
    let subject: UInt32 = cue < 0 ? 2 : clues.hasSubject[Int(cue)] ? 1 : 0
    put(path, side)
    put(path, side, cueWord)
    put(path, side, cue < 0 ? 9 : level(Int(cue)))
    put(path, side, t0)
    put(path, side, w0)
    put(path, side, rel)
    put(path, side, marker)
    put(path, side, marker, cueWord)
    put(path, side, quoted)
    put(path, side, subject, quoted)
    put(path, side, leftGap)
    put(path, side, branch < 0 ? 0 : tag(Int(branch)), t0)
    put(path, relation(cue), side)
    put(path, side, word(branch))
    put(path, relation(cue), word(head(cue)))
    put(path, side, t1, t0)
    let higher = head(cue) < 0 ? -1 : clues.cueAbove[Int(head(cue))]
    put(path, word(higher), higher < 0 ? 99 : relation(clues.branch[Int(head(cue))]))
    let beside = clues.cueBeside[token]
    let besideWay: UInt32 = beside < 0 ? 2 : beside < own ? 1 : 0
    put(relation(beside), besideWay, path)
    put(relation(beside), besideWay, word(beside))
    put(relation(beside), besideWay, t0, quoted)
    put(relation(beside), besideWay, rel)
    // Where clauses and phrases begin and end.
    let (opened, closed) = (clues.opened[token], clues.closed[token])
    let closedBefore = token > 0 ? clues.closed[token - 1] : -1
    let openedAbove = head(opened)
    put(relation(opened), t0)
    put(relation(opened), openedAbove < 0 ? 9 : level(Int(openedAbove)), side)
    put(relation(opened), word(openedAbove))
    put(relation(opened), t1, path)
    put(relation(closed), t0)
    put(relation(closed), t2, path)
    put(relation(closedBefore), t0)
    put(relation(closedBefore), relation(opened), path)
    put(relation(closed), closed < 0 || head(closed) < 0 ? 9 : level(Int(head(closed))))
    put(relation(opened), afterLeft, leftGap)
    put(relation(opened), path, side, quoted)

    // The place in the sentence and paragraph.
    let inSentence = step(token - range.lowerBound)
    let paragraph = clues.text.sentences[sentence].paragraph
    let highest = UInt32(clues.sentenceLevel[sentence])
    func levelOf(sentence number: Int) -> UInt32 {
      guard clues.text.sentences.indices.contains(number),
        clues.text.sentences[number].paragraph == paragraph
      else { return 9 }
      return UInt32(clues.sentenceLevel[number])
    }
    put(inSentence, t0)
    put(inSentence, quoted, highest)
    put(highest, levelOf(sentence: sentence - 1), quoted)
    put(highest, levelOf(sentence: sentence + 1), quoted)
    put(highest, t0)
    put(highest, rel)
    put(inSentence, word(range.lowerBound), t0)
    put(levelOf(sentence: sentence - 1), isQuoted(range.lowerBound - 2), quoted, t0)
    let lead = range.lowerBound + 2 < end ? tag(range.lowerBound + 1) : 0
    put(lead, range.lowerBound + 2 < end ? tag(range.lowerBound + 2) : 0, inSentence)
    put(word(range.upperBound - 1), tag(range.upperBound - 2), quoted, highest)
    put(step(range.upperBound - token), t0, quoted)
    assert(hash.count == count)
  }

  /// The kind of place that a token is, one of `AttributionModel.joints`, for what labels may follow each other there.
  package static func joint(_ clues: AttributionClues, _ token: Int) -> Int {
    let tokens = clues.text.tokens
    let here = tokens[token]
    let sentence = clues.text.sentences[Int(clues.sentences[token])].tokens
    if token == sentence.lowerBound { return clues.quotations[token] >= 0 ? 1 : 2 }
    let before = tokens[token - 1]
    if before.mark.isQuote { return clues.quotations[token] >= 0 ? 3 : 4 }
    if here.mark.isQuote { return clues.quotations[token - 1] >= 0 ? 5 : 6 }
    switch before.mark {
    case .comma: return clues.quotations[token] >= 0 ? 7 : 8
    case .colon: return 9
    case .dash, .semicolon, .openBracket: return 10
    default: break
    }
    if before.word == .that { return 11 }
    if here.word == .that { return 12 }
    if here.tag == .cc { return 13 }
    if here.isPunctuation { return 14 }
    return before.tag == .to || here.tag == .to ? 15 : 0
  }

  /// A number of tokens in steps: 0, 1, 2, 3 to 4, 5 to 8, 9 to 16, 17 to 32, more.
  private static func step(_ number: Int) -> UInt32 {
    number <= 2
      ? UInt32(max(number, 0))
      : number <= 4
        ? 3
        : number <= 8
          ? 4
          : number <= 16
            ? 5
            : number <= 32 ? 6 : 7
  }

  /// How far a token and a cue are apart, and whether they share a sentence; 0 where there is no cue.
  private static func gap(_ first: Int32, _ second: Int32, _ clues: AttributionClues) -> UInt32 {
    guard first >= 0, second >= 0 else { return 0 }
    let same = clues.sentences[Int(first)] == clues.sentences[Int(second)]
    return 1 + step(Int(second - first)) + (same ? 8 : 0)
  }
}
