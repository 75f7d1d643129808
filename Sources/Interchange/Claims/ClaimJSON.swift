import ClaimModel

/// What the files about claims have in common: claims, attributions and times as JSON objects.
extension JSONWriter {
  /// The members of a claim as it was found, or as it stands now.
  ///
  /// - Parameters:
  ///   - words: Its words, where they are not those of its spans.
  ///   - statement: The wording that holds, proposed or the annotator's own.
  mutating func claimMembers(
    _ claim: Claim, words: String? = nil, statement: String?, of text: BorderText
  ) {
    member("id", claim.id.name)
    key("spans")
    spans(claim.spans, of: text)
    member("text", words ?? text.article.words(of: claim.spans))
    member("statement", statement)
    key("sentence")
    span(claim.sentence, of: text)
    member("block", claim.block)
    member("attributions", claim.attributions.map(\.name), inline: true)
    member("times", claim.times.map { "t\($0)" }, inline: true)
    member("checkworthiness", claim.checkworthiness)
    member("type", claim.type?.rawValue)
    member("stance", claim.stance)
  }

  /// What an engine says of a claim beside itself: which it repeats, and why it was appraised so.
  ///
  /// Neither stands there where there is none, so that a reader of older files needs to know of neither.
  mutating func repeatsAndReasons(of claim: Claim) {
    if let repeats = claim.repeats { member("repeats", repeats.name) }
    guard let reasons = claim.reasons else { return }
    key("reasons")
    inline { json in
      json.object { json in
        json.member("checkworthiness", reasons.checkworthiness)
        json.member("type", reasons.type)
        json.member("stance", reasons.stance)
      }
    }
  }

  /// Where the same sentence stands again.
  mutating func occurrences(of claim: Claim, in text: BorderText) {
    key("occurrences")
    inline { json in
      json.array { json in
        for spans in claim.occurrences { json.spans(spans, of: text) }
      }
    }
  }

  mutating func attributions(_ attributions: [Attribution], of text: BorderText) {
    array { json in
      for attribution in attributions { json.attribution(attribution, of: text) }
    }
  }

  private mutating func attribution(_ attribution: Attribution, of text: BorderText) {
    object { json in
      json.member("id", attribution.id.name)
      json.member("parent", attribution.parent?.name)
      json.member("mode", attribution.mode.rawValue)
      json.key("source")
      if let source = attribution.source {
        json.object { json in
          json.wordsMembers(source.spans, of: text)
          json.member("name", source.name)
          json.member("type", source.type.rawValue)
        }
      } else {
        json.null()
      }
      json.key("cue")
      json.object { $0.wordsMembers(attribution.cue, of: text) }
      json.key("content")
      json.object { $0.wordsMembers(attribution.content, of: text) }
    }
  }

  private mutating func wordsMembers(_ spans: [TextSpan], of text: BorderText) {
    key("spans")
    self.spans(spans, of: text)
    member("text", text.article.words(of: spans))
  }

  mutating func times(_ times: [TimeExpression], of text: BorderText) {
    array { json in
      for time in times {
        json.inline { json in
          json.object { json in
            json.member("id", "t\(time.id)")
            json.key("span")
            json.span(time.span, of: text)
            json.member("text", text.article.words(of: [time.span]))
            json.member("from", time.from?.description)
            json.member("to", time.to?.description)
          }
        }
      }
    }
  }
}

extension ClaimID {
  /// As files name it: `c3`.
  package var name: String { "c\(rawValue)" }
}

extension AttributionID {
  /// As files name it: `a1`.
  package var name: String { "a\(rawValue)" }
}
