package import ClaimModel

/// What is decided about a claim, and what is offered.
extension OpenSession {
  /// Whether the claim has a verdict other than the one that every claim starts with.
  package func hasVerdict(_ record: ClaimRecord) -> Bool {
    guard let verdict = codebook.verdict, let value = record.labels[verdict.name] else {
      return false
    }
    return value.description != verdict.start
  }

  /// Why a value is proposed, in a few words; nil where nobody says.
  package func reason(for attribute: String, of record: ClaimRecord) -> String? {
    switch attribute {
    case "source":
      let attributions = record.claim.attributions.compactMap { state.analysis.attribution($0) }
      guard let innermost = attributions.last else { return nil }
      let words = article.words(of: (innermost.source?.spans ?? []) + innermost.cue)
      return words.isEmpty ? nil : "“\(words.replacing("\n", with: " "))”"
    case "stance": return record.claim.reasons?.stance
    case "claim-type": return record.claim.reasons?.type
    default: return nil
    }
  }

  /// The names that a source may have: those given and found near the claim first, each once.
  package func sourceNames(near record: ClaimRecord) -> [String] {
    let place = (record.claim.spans.first ?? record.claim.sentence).start
    var nearest: [String: Int] = [:]
    for attribution in state.analysis.attributions {
      guard let source = attribution.source,
        let span = (source.spans + attribution.cue + attribution.content).first
      else { continue }
      nearest[source.name] = min(nearest[source.name] ?? .max, abs(span.start - place))
    }
    for other in state.claims.values {
      guard case .text(let name)? = other.labels["source"] else { continue }
      let there = (other.claim.spans.first ?? other.claim.sentence).start
      nearest[name] = min(nearest[name] ?? .max, abs(there - place))
    }
    return nearest.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
  }
}
