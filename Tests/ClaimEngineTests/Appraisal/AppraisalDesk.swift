import ClaimModel

@testable import ClaimEngine

/// Appraises claims that are drawn in short texts.
struct AppraisalDesk {
  /// Appraises a sentence in the journalist's voice.
  func appraisal(_ claim: String) -> ClaimAppraisal { appraisal([claim], of: claim) }

  /// Appraises stretches of a text as one claim in the journalist's voice.
  func appraisal(_ parts: [String], of plain: String) -> ClaimAppraisal {
    appraise(parts, of: plain, attributions: [])
  }

  /// Appraises what stands after a cue, or a part of it.
  ///
  /// - Parameters:
  ///   - between: What stands between the cue and the claim, outside both.
  ///   - mode: Direct where the claim has quote marks of its own.
  func reported(
    _ claim: String, by source: String? = "Carl Weiss", type: SourceType = .namedPerson,
    cue: String,
    between: String = "", mode: Attribution.Mode = .indirect, after: String = ""
  ) -> ClaimAppraisal {
    let lead = source.map { $0 + " " } ?? ""
    let plain = lead + cue + " " + between + claim + after
    let start = (lead + cue + " ").utf8.count
    let cueStart = lead.utf8.count
    let attribution = Attribution(
      id: AttributionID(rawValue: 1), mode: mode,
      source: source.map { .init(spans: [TextSpan(0, $0.utf8.count)], name: $0, type: type) },
      cue: [TextSpan(cueStart, cueStart + cue.utf8.count)],
      content: [TextSpan(start, plain.utf8.count)])
    return appraise([claim], of: plain, attributions: [attribution])
  }

  private func appraise(_ parts: [String], of plain: String, attributions: [Attribution])
    -> ClaimAppraisal
  {
    let text = Document.parsed(Article(paragraphs: plain))
    let bytes = Array(plain.utf8)
    let spans = parts.map { part in
      let part = Array(part.utf8)
      // The last place: a cue may hold the same words.
      let start =
        (0...(bytes.count - part.count)).last { bytes[$0..<$0 + part.count].elementsEqual(part) }
        ?? 0
      return TextSpan(start, start + part.count)
    }
    return ClaimAppraiser(
      index: NameIndex(text.annotated(by: NameStage())), attributions: attributions, times: []
    )
    .appraisal(
      of: Claim(
        id: ClaimID(rawValue: 1), spans: spans, sentence: TextSpan(0, bytes.count),
        block: 0, attributions: attributions.map(\.id)))
  }
}
