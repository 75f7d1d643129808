package import ClaimModel

/// What every analysis must be, whatever was analysed and by whichever engine.
package enum AnalysisCheck {
  /// The first rule that an analysis breaks, in words; nil where it keeps them all.
  package static func fault(in analysis: Analysis, of article: Article) -> String? {
    let text = Text(article)
    return fault(inSentencesOf: analysis, text) ?? fault(inAttributionsOf: analysis, text)
      ?? fault(inTimesOf: analysis, text) ?? fault(inClaimsOf: analysis, text)
  }

  /// The bytes of an article, for looking spans up.
  private struct Text {
    let article: Article
    let bytes: [UInt8]

    init(_ article: Article) {
      self.article = article
      bytes = Array(article.text.utf8)
    }

    /// Whether spans are in order, apart and not empty, and cut no character.
    func holds(_ spans: [TextSpan]) -> Bool {
      var end = 0
      for span in spans {
        guard span.start >= end, !span.isEmpty, span.end <= bytes.count, isBorder(span.start),
          isBorder(span.end)
        else { return false }
        end = span.end
      }
      return true
    }

    private func isBorder(_ offset: Int) -> Bool {
      offset == bytes.count || bytes[offset] & 0xC0 != 0x80
    }
  }

  // MARK: - Rules

  /// Sentences are in order, apart, and each in one block that holds claims.
  private static func fault(inSentencesOf analysis: Analysis, _ text: Text) -> String? {
    guard text.holds(analysis.sentences) else { return "sentences out of order or bounds" }
    for sentence in analysis.sentences {
      guard let block = text.article.block(at: sentence.start),
        text.article.blocks[block].span.contains(sentence),
        text.article.blocks[block].role.holdsClaims
      else { return "sentence \(sentence) lies in no block that holds claims" }
    }
    return nil
  }

  /// Numbers count from 1, parents exist and lead outwards, spans are in order and bounds.
  private static func fault(inAttributionsOf analysis: Analysis, _ text: Text) -> String? {
    let all = analysis.attributions
    guard all.map(\.id.rawValue) == Array(1..<all.count + 1) else {
      return "attributions are not numbered from 1"
    }
    for attribution in all {
      let name = "attribution \(attribution.id.rawValue)"
      guard !attribution.content.isEmpty, text.holds(attribution.content) else {
        return "the content of \(name) is empty, or out of order or bounds"
      }
      guard text.holds(attribution.cue.sorted()), text.holds(attribution.source?.spans ?? []) else {
        return "the cue or source of \(name) is out of order or bounds"
      }
      if let source = attribution.source, source.name.isEmpty {
        return "the source of \(name) has no name"
      }
      var parent = attribution.parent
      var steps = 0
      while let above = parent, steps <= all.count {
        guard let next = analysis.attribution(above) else {
          return "\(name) lies in attribution \(above.rawValue), which is not there"
        }
        parent = next.parent
        steps += 1
      }
      if parent != nil { return "\(name) lies in itself" }
    }
    return nil
  }

  private static func fault(inTimesOf analysis: Analysis, _ text: Text) -> String? {
    guard analysis.times.map(\.id) == Array(1..<analysis.times.count + 1) else {
      return "times are not numbered from 1"
    }
    guard text.holds(analysis.times.map(\.span)) else { return "times out of order or bounds" }
    for time in analysis.times {
      if let from = time.from, let to = time.to, to < from {
        return "time \(time.id) ends before it begins"
      }
    }
    return nil
  }

  /// A claim's words stand in its sentence, and again, the same, in each of its occurrences.
  private static func fault(inClaimsOf analysis: Analysis, _ text: Text) -> String? {
    guard analysis.claims.map(\.id.rawValue) == Array(1..<analysis.claims.count + 1) else {
      return "claims are not numbered from 1"
    }
    let sentences = Set(analysis.sentences)
    let times = Set(analysis.times.map(\.id))
    for claim in analysis.claims {
      let name = "claim \(claim.id)"
      guard !claim.spans.isEmpty, claim.spans == claim.spans.normalized, text.holds(claim.spans)
      else { return "the spans of \(name) are empty, or out of order or bounds" }
      guard sentences.contains(claim.sentence), claim.spans.allSatisfy(claim.sentence.contains)
      else { return "\(name) leaves its sentence" }
      guard text.article.blocks.indices.contains(claim.block),
        text.article.blocks[claim.block].span.contains(claim.sentence)
      else { return "\(name) stands in another block than its sentence" }
      let words = claim.spans.map { text.bytes[$0.range] }
      for occurrence in claim.occurrences {
        guard text.holds(occurrence), occurrence.map({ text.bytes[$0.range] }) == words else {
          return "an occurrence of \(name) has other words"
        }
      }
      guard claim.attributions.allSatisfy({ analysis.attribution($0) != nil }) else {
        return "\(name) lies in an attribution that is not there"
      }
      guard claim.times.allSatisfy(times.contains) else {
        return "\(name) has a time that is not there"
      }
      if let repeats = claim.repeats, repeats >= claim.id { return "\(name) repeats a later one" }
      if claim.statement?.isEmpty == true { return "the statement of \(name) is empty" }
      if let worth = claim.checkworthiness, !(0...1).contains(worth) {
        return "\(name) is worth \(worth)"
      }
    }
    return nil
  }
}
