/// Gives quotes that nobody introduces the speaker of the quote beside them.
struct SpeakerCarrier {
  let text: TokenizedText
  let quotes: QuoteIndex

  func carried(_ found: [FoundAttribution]) -> [FoundAttribution] {
    var all = found
    var covered = Array(repeating: false, count: quotes.quotations.count)
    for attribution in found {
      for part in attribution.content {
        for token in [part.lowerBound, part.upperBound - 1] {
          if let quotation = quotes.quotation(at: token) { covered[quotation] = true }
        }
      }
    }
    let speakers = found.indices.filter { found[$0].frame == .quote }
    for (index, quotation) in quotes.quotations.enumerated() where !covered[index] {
      guard isWholeSentence(quotation) else { continue }
      let paragraph = self.paragraph(of: quotation.tokens.lowerBound)
      let before = speakers.last {
        (found[$0].cue.first?.lowerBound ?? 0) < quotation.tokens.lowerBound
      }
      let after = speakers.first {
        (found[$0].cue.first?.lowerBound ?? 0) > quotation.tokens.lowerBound
      }
      func distance(_ speaker: Int?) -> Int {
        guard let speaker, let cue = found[speaker].cue.first else { return .max }
        return abs(self.paragraph(of: cue.lowerBound) - paragraph)
      }
      if let before, distance(before) == 0 || distance(before) == 1 {
        if distance(before) == 0 {
          all[before].content.append(quotation.tokens)
        } else {
          all.append(again(found[before], quotation))
        }
      } else if let after, distance(after) <= 1 {
        all.append(again(found[after], quotation))
      }
    }
    return all
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
    var low = 0
    var high = text.sentences.count - 1
    while low < high {
      let middle = (low + high) / 2
      if text.sentences[middle].tokens.upperBound <= token {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return text.sentences[low]
  }

  /// Whether a quotation opens its sentence and ends one, so that no word of the reporter is by it.
  private func isWholeSentence(_ quotation: Quotation) -> Bool {
    let first = sentence(of: quotation.tokens.lowerBound)
    let last = sentence(of: quotation.tokens.upperBound - 1)
    return quotation.tokens.lowerBound <= first.tokens.lowerBound + 1
      && quotation.tokens.upperBound + 2 >= last.tokens.upperBound
      && quotation.tokens.count >= 3
  }
}
