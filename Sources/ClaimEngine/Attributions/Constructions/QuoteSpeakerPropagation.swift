/// Gives quotes that nobody introduces the speaker of the quote beside them.
struct QuoteSpeakerPropagation {
  let text: Document
  let quotes: Quotations

  /// Adds the quotes that stand alone: to the quote before in the same paragraph, or as a report of
  /// their own by the speaker of the paragraph before or after.
  ///
  /// - Parameter found: In order of their cues.
  func carried(_ found: [FoundAttribution]) -> [FoundAttribution] {
    var all = found
    var covered = Array(repeating: false, count: quotes.all.count)
    /// Who speaks each quotation, as far as it is known.
    var speakerOf = [FoundAttribution?](repeating: nil, count: quotes.all.count)
    for attribution in found {
      let cueQuotation = attribution.cue.first.flatMap { quotes.quotation(at: $0.lowerBound) }
      for part in attribution.content {
        for token in [part.lowerBound, part.upperBound - 1] {
          if let quotation = quotes.quotation(at: token), quotation != cueQuotation {
            covered[quotation] = true
            if attribution.frame == .quote { speakerOf[quotation] = attribution }
          }
        }
      }
    }
    let speakers = found.indices.filter {
      [.quote, .postposed, .clause].contains(found[$0].frame)
        && found[$0].cue.first.flatMap { quotes.quotation(at: $0.lowerBound) } == nil
    }
    var next = 0
    for (index, quotation) in quotes.all.enumerated() {
      while next < speakers.count, cueStart(found[speakers[next]]) < quotation.tokens.lowerBound {
        next += 1
      }
      guard !covered[index], isWholeSentence(quotation) else { continue }
      let here = paragraph(of: quotation.tokens.lowerBound)
      // A mark that nothing closed lets its speaker go on in the next paragraph.
      if index > 0, let speaker = speakerOf[index - 1], !quotes.all[index - 1].isClosed,
        here - paragraph(of: quotes.all[index - 1].tokens.lowerBound) == 1
      {
        all.append(again(speaker, quotation))
        speakerOf[index] = speaker
        continue
      }
      if let gesture = gesture(before: quotation) {
        all.append(gesture)
        speakerOf[index] = gesture
        continue
      }
      if next > 0 {
        let before = speakers[next - 1]
        let distance = here - paragraph(of: cueStart(found[before]))
        if distance == 0 {
          all[before].content.append(quotation.tokens)
          speakerOf[index] = found[before]
          continue
        }
        // A quote of its own goes on with the speaker of the paragraph before; his words came last there.
        if distance == 1, found[before].frame == .quote {
          all.append(again(found[before], quotation))
          speakerOf[index] = found[before]
          continue
        }
      }
      if next < speakers.count, found[speakers[next]].frame == .quote,
        paragraph(of: cueStart(found[speakers[next]])) - here <= 1
      {
        all.append(again(found[speakers[next]], quotation))
      }
    }
    return all
  }

  /// "Lola laughed." right before a paragraph that is only a quote: she speaks.
  private func gesture(before quotation: Quotation) -> FoundAttribution? {
    let tokens = text.tokens
    var place = quotation.tokens.lowerBound - 1
    guard place > 2, tokens[place].shape.contains(.paragraphBefore),
      tokens[place - 1].mark == .period
    else { return nil }
    place -= 2
    guard Self.gestures.contains(tokens[place].hash) else { return nil }
    let verb = place
    while place > 0,
      tokens[place - 1].tag == .nnp || tokens[place - 1].word == .he
        || tokens[place - 1].word == .she
    {
      place -= 1
    }
    guard place < verb else { return nil }
    return FoundAttribution(
      source: place..<verb, cue: [verb..<verb + 1], content: [quotation.tokens], frame: .carriedOver
    )
  }

  private static let gestures = WordHash.set(
    "laughed smiled shrugged grinned sighed nodded paused winced frowned laughs smiles shrugs grins sighs nods"
  )

  private func cueStart(_ attribution: FoundAttribution) -> Int {
    attribution.cue.first?.lowerBound ?? 0
  }

  private func again(_ speaker: FoundAttribution, _ quotation: Quotation) -> FoundAttribution {
    var copy = speaker
    copy.content = [quotation.tokens]
    copy.frame = .carriedOver
    return copy
  }

  private func paragraph(of token: Int) -> Int {
    sentence(of: token).paragraph
  }

  private func sentence(of token: Int) -> Sentence {
    text.sentences[min(text.sentence(ofToken: token), text.sentences.count - 1)]
  }

  /// Whether a quotation opens its sentence and ends one, so that no word of the reporter is by it.
  private func isWholeSentence(_ quotation: Quotation) -> Bool {
    let first = sentence(of: quotation.tokens.lowerBound)
    let last = sentence(of: quotation.tokens.upperBound - 1)
    return quotation.tokens.lowerBound <= first.tokens.lowerBound + 1
      && (quotation.tokens.upperBound + 2 >= last.tokens.upperBound || first != last)
      && quotation.tokens.count >= 2
  }
}
