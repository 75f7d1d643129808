import ClaimEngine
package import ClaimModel

/// Makes the claims that an annotator asks for, so that spans, sentences and occurrences follow.
///
/// It reads an article and what was found in it, and changes nothing: its results go into events.
package struct ClaimEditor: Sendable {
  private let article: Article
  private let analysis: Analysis
  private let bytes: [UInt8]

  package init(article: Article, analysis: Analysis) {
    self.article = article
    self.analysis = analysis
    bytes = Array(article.text.utf8)
  }

  // MARK: - New words for a claim

  /// The claim cut down to words that stand in it.
  package func trimmed(_ claim: Claim, to words: String) throws(EditError) -> Claim.Place {
    let pattern = try pattern(words)
    let hull = claim.spans.hull ?? claim.sentence
    guard let found = pattern.places(in: bytes, within: hull).first else {
      throw .notInClaim(words, claim.id)
    }
    return try trimmed(claim, to: found)
  }

  /// The claim from words on that stand in it; where they do several times, from the first place.
  ///
  /// - Parameter words: Also `WORDS to WORDS`, where the whole does not stand in the claim.
  package func trimmed(_ claim: Claim, from words: String) throws(EditError) -> Claim.Place {
    let hull = claim.spans.hull ?? claim.sentence
    if let first = try pattern(words).places(in: bytes, within: hull).first {
      return try trimmed(claim, to: TextSpan(first.start, hull.end))
    }
    for (start, end) in Self.halves(of: words) {
      guard let first = try pattern(start).places(in: bytes, within: hull).first,
        let last = try pattern(end).places(in: bytes, within: hull).last, first.start < last.end
      else { continue }
      return try trimmed(claim, to: TextSpan(first.start, last.end))
    }
    throw .notInClaim(words, claim.id)
  }

  /// The claim up to words that stand in it, and with them; where they do several times, up to the last place.
  package func trimmed(_ claim: Claim, upTo words: String) throws(EditError) -> Claim.Place {
    let hull = claim.spans.hull ?? claim.sentence
    guard let last = try pattern(words).places(in: bytes, within: hull).last else {
      throw .notInClaim(words, claim.id)
    }
    return try trimmed(claim, to: TextSpan(hull.start, last.end))
  }

  private func trimmed(_ claim: Claim, to stretch: TextSpan) throws(EditError) -> Claim.Place {
    let kept = claim.spans.compactMap { $0.intersection(stretch) }.map(withoutBlankEnds)
    return try place(claim, spans: kept)
  }

  /// The two sides of each "to" in a text.
  private static func halves(of words: String) -> [(String, String)] {
    words.ranges(of: " to ").map {
      (String(words[..<$0.lowerBound]), String(words[$0.upperBound...]))
    }
  }

  /// The claim with words of the article added, those nearest to it where they stand several times.
  package func extended(_ claim: Claim, by words: String) throws(EditError) -> Claim.Place {
    let pattern = try pattern(words)
    let hull = claim.spans.hull ?? claim.sentence
    let places = pattern.places(in: bytes, within: TextSpan(0, bytes.count))
    // What the claim has already would add nothing, so it is taken only where the words stand nowhere else.
    let added = places.filter { place in !claim.spans.contains { $0.intersection(place) == place } }
    guard
      let nearest = (added.isEmpty ? places : added)
        .min(by: { $0.distance(to: hull) < $1.distance(to: hull) })
    else { throw .notInArticle(words) }
    try check(claim.spans)
    return try place(claim, spans: joinedOverBlanks(claim.spans + [nearest]))
  }

  /// The claim with exactly these spans, which must lie in the text.
  package func moved(_ claim: Claim, to spans: [TextSpan]) throws(EditError) -> Claim.Place {
    try place(claim, spans: spans.normalized)
  }

  private func place(_ claim: Claim, spans: [TextSpan]) throws(EditError) -> Claim.Place {
    let spans = spans.normalized
    guard let first = spans.first else { throw .noWordsLeft(claim.id) }
    try check(spans)
    return Claim.Place(
      spans: spans, sentence: sentence(around: spans),
      block: article.block(at: first.start) ?? claim.block,
      occurrences: occurrences(of: spans, like: claim))
  }

  // MARK: - Split and merge

  /// The two claims on either side of a place; words that only connect belong to neither.
  package func split(_ claim: Claim, at words: String, newID: ClaimID) throws(EditError) -> [Claim]
  {
    let pattern = try pattern(words)
    let hull = claim.spans.hull ?? claim.sentence
    guard
      let found = pattern.places(in: bytes, within: hull).first(where: { place in
        claim.spans.contains { $0.overlaps(place) }
      })
    else { throw .notInClaim(words, claim.id) }
    let connects = words.split(whereSeparator: \.isWhitespace).allSatisfy {
      Self.connectives.contains($0.lowercased())
    }
    return try split(
      claim, before: found.start, after: connects ? found.end : found.start, newID: newID)
  }

  /// The two claims on either side of a gap in the text, which may be empty.
  package func split(_ claim: Claim, before first: Int, after second: Int, newID: ClaimID)
    throws(EditError) -> [Claim]
  {
    // A session from elsewhere may hold any places.
    let gap = TextSpan(first, max(first, second))
    try check(claim.spans)
    guard gap.end <= bytes.count else { throw .outsideText(gap) }
    let left = claim.spans.compactMap { $0.intersection(TextSpan(0, first)) }
    let right = claim.spans.compactMap {
      $0.intersection(TextSpan(second, max(second, bytes.count)))
    }
    let subject = sharedSubject(of: claim, cut: gap)
    let shared = subject.map { place in claim.spans.compactMap { $0.intersection(place) } } ?? []
    return try split(
      claim, into: [left, right.isEmpty ? [] : shared + right].map { $0.map(withoutConnectives) },
      newID: newID)
  }

  /// The two claims with exactly these spans, but for blanks and commas at their ends.
  package func split(_ claim: Claim, into parts: [[TextSpan]], newID: ClaimID) throws(EditError)
    -> [Claim]
  {
    var claims: [Claim] = []
    for spans in parts { try check(spans) }
    for (id, spans) in zip([claim.id, newID], parts) {
      let words = spans.map(withoutLooseEnds).normalized
      guard !words.isEmpty else { throw .emptyPart(claim.id) }
      claims.append(try part(of: claim, id: id, spans: words))
    }
    return claims
  }

  /// The subject that the words after a cut share with those before it; none where a "that" is cut away, which
  /// may have been one.
  private func sharedSubject(of claim: Claim, cut: TextSpan) -> TextSpan? {
    let gap = String(decoding: bytes[cut.range], as: UTF8.self).lowercased()
    guard let hull = claim.spans.hull, !gap.split(whereSeparator: \.isWhitespace).contains("that")
    else { return nil }
    return SharedSubject().shared(of: hull, cutAt: cut.end, in: bytes)
  }

  private func part(of claim: Claim, id: ClaimID, spans: [TextSpan]) throws(EditError) -> Claim {
    var part = Claim(
      id: id, spans: spans, sentence: claim.sentence, block: claim.block,
      attributions: claim.attributions, times: times(in: spans),
      checkworthiness: claim.checkworthiness, type: claim.type, stance: claim.stance,
      occurrences: claim.occurrences, reasons: claim.reasons)
    part.place = try place(claim, spans: spans)
    return part
  }

  /// The two claims on either side of a place between words, as `split(_:before:after:newID:)` gives them, without
  /// a word that only connects at the beginning of the second.
  package func split(_ claim: Claim, before place: Int, newID: ClaimID) throws(EditError) -> [Claim]
  {
    try split(claim, before: place, after: afterConnectives(place), newID: newID)
  }

  /// The place after the words that only connect, from a place on.
  private func afterConnectives(_ place: Int) -> Int {
    var start = place
    while start < bytes.count {
      var end = start
      while end < bytes.count, !Self.isBlank(bytes[end]) { end += 1 }
      let word = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
      guard end > start, Self.connectives.contains(word) else { return start }
      start = end
      while start < bytes.count, Self.isBlank(bytes[start]) { start += 1 }
    }
    return start
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09
  }

  /// One claim with the words of all, under the number of the first; commas and words that only connect
  /// between them are closed over.
  ///
  /// - Parameter spans: Its places, where they are to be others.
  package func merged(_ claims: [Claim], spans: [TextSpan]? = nil) throws(EditError) -> Claim {
    guard let first = claims.first, claims.count >= 2 else { throw .mergeNeedsTwo }
    for claim in claims { try check(claim.spans) }
    let spans = spans ?? joined(claims.flatMap(\.spans), over: connects)
    // One without a place in the text knows of no source in it.
    let placed = claims.first { !$0.spans.isEmpty } ?? first
    return try part(of: placed, id: first.id, spans: spans)
  }

  // MARK: - Add

  /// A new claim of words of the article: the first place that no claim covers, else the first.
  package func added(_ words: String, id: ClaimID, besides claims: [Claim]) throws(EditError)
    -> Claim
  {
    let places = try pattern(words).places(in: bytes, within: TextSpan(0, bytes.count))
    let isFree = { (place: TextSpan) in
      !claims.contains { claim in claim.spans.contains { $0.overlaps(place) } }
    }
    guard let span = places.first(where: isFree) ?? places.first else {
      throw .notInArticle(words)
    }
    return try added([span], id: id)
  }

  /// A new claim with exactly these spans.
  package func added(_ spans: [TextSpan], id: ClaimID) throws(EditError) -> Claim {
    let spans = spans.normalized
    guard let first = spans.first, let hull = spans.hull else { throw .noWordsLeft(id) }
    try check(spans)
    let around = analysis.attributions.filter { attribution in
      attribution.content.contains { $0.contains(hull) }
    }
    return Claim(
      id: id, spans: spans, sentence: sentence(around: spans),
      block: article.block(at: first.start) ?? 0,
      attributions: around.sorted { $0.contentLength > $1.contentLength }.map(\.id),
      times: times(in: spans))
  }

  // MARK: - Settle

  /// A claim that had no words in the text, with these.
  package func settled(_ claim: Claim, at spans: [TextSpan]) throws(EditError) -> Claim {
    var settled = try added(spans, id: claim.id)
    settled.statement = claim.statement
    settled.checkworthiness = claim.checkworthiness
    settled.type = claim.type
    settled.stance = claim.stance
    settled.repeats = claim.repeats
    settled.reasons = claim.reasons
    return settled
  }

  // MARK: - What follows from the spans

  private func pattern(_ words: String) throws(EditError) -> VerbatimWords {
    let meant = VerbatimWords.typed(words) {
      !$0.places(in: bytes, within: TextSpan(0, bytes.count)).isEmpty
    }
    guard let pattern = VerbatimWords(meant) else { throw .noWords }
    return pattern
  }

  private func check(_ spans: [TextSpan]) throws(EditError) {
    for span in spans where article.text.utf8Substring(span) == nil {
      throw .outsideText(span)
    }
  }

  /// The sentences that the spans touch, as one stretch; the spans themselves where none does.
  private func sentence(around spans: [TextSpan]) -> TextSpan {
    let touched = analysis.sentences.filter { sentence in spans.contains { $0.overlaps(sentence) } }
    return (touched + spans).hull ?? TextSpan(0, 0)
  }

  private func times(in spans: [TextSpan]) -> [Int] {
    analysis.times.filter { time in spans.contains { $0.overlaps(time.span) } }.map(\.id)
  }

  /// The old occurrences shifted to the new spans, those that still have the same words.
  private func occurrences(of spans: [TextSpan], like claim: Claim) -> [[TextSpan]] {
    guard let anchor = claim.spans.first?.start else { return [] }
    return claim.occurrences.compactMap { occurrence in
      guard let there = occurrence.first?.start else { return nil }
      let shifted = spans.compactMap { $0.shifted(by: there - anchor, within: bytes.count) }
      let isSame =
        shifted.count == spans.count
        && zip(shifted, spans).allSatisfy { bytes[$0.range].elementsEqual(bytes[$1.range]) }
      return isSame ? shifted : nil
    }
  }

  // MARK: - Ends

  private func withoutBlankEnds(_ span: TextSpan) -> TextSpan {
    span.trimmed(in: bytes) { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
  }

  /// Without words that only connect at its end, as "and" before what was cut off.
  private func withoutConnectives(_ span: TextSpan) -> TextSpan {
    var span = withoutLooseEnds(span)
    while span.length > 0 {
      var start = span.end
      while start > span.start, !Self.isBlank(bytes[start - 1]) { start -= 1 }
      let word = String(decoding: bytes[start..<span.end], as: UTF8.self).lowercased()
      guard Self.connectives.contains(word), start > span.start else { break }
      span = withoutLooseEnds(TextSpan(span.start, start))
    }
    return span
  }

  /// Without blanks, commas and the like at the ends, which a cut leaves behind.
  private func withoutLooseEnds(_ span: TextSpan) -> TextSpan {
    span.trimmed(in: bytes) { " \n\t,;:".utf8.contains($0) }
  }

  /// Spans in order, those joined that only blanks part.
  private func joinedOverBlanks(_ spans: [TextSpan]) -> [TextSpan] {
    joined(spans) { $0.allSatisfy(Self.isBlank) }
  }

  /// Whether a gap holds nothing but blanks, commas and the like, and words that only connect.
  private func connects(_ gap: ArraySlice<UInt8>) -> Bool {
    String(decoding: gap, as: UTF8.self).lowercased()
      .split { " \n\t,;:".contains($0) }.allSatisfy { Self.connectives.contains(String($0)) }
  }

  private func joined(_ spans: [TextSpan], over isGap: (ArraySlice<UInt8>) -> Bool) -> [TextSpan] {
    var joined: [TextSpan] = []
    for span in spans.normalized {
      if let last = joined.last, isGap(bytes[last.end..<span.start]) {
        joined[joined.count - 1] = TextSpan(last.start, span.end)
      } else {
        joined.append(span)
      }
    }
    return joined
  }

  private static let connectives: Set<String> = [
    "and", "but", "or", "that", "while", "whereas", "yet", "so", "nor", ",", ";", ":", "–", "-",
  ]
}

// MARK: - Spans

extension TextSpan {
  fileprivate func intersection(_ other: TextSpan) -> TextSpan? {
    let start = max(start, other.start)
    let end = min(end, other.end)
    return start < end ? TextSpan(start, end) : nil
  }

  /// Bytes between the two; 0 where they touch or overlap.
  fileprivate func distance(to other: TextSpan) -> Int {
    max(0, max(other.start - end, start - other.end))
  }

  fileprivate func shifted(by distance: Int, within length: Int) -> TextSpan? {
    guard start + distance >= 0, end + distance <= length else { return nil }
    return TextSpan(start + distance, end + distance)
  }

  fileprivate func trimmed(in bytes: [UInt8], _ isLoose: (UInt8) -> Bool) -> TextSpan {
    var (first, last) = (start, end)
    while first < last, isLoose(bytes[first]) { first += 1 }
    while last > first, isLoose(bytes[last - 1]) { last -= 1 }
    return TextSpan(first, last)
  }
}

extension Attribution {
  fileprivate var contentLength: Int { content.reduce(0) { $0 + $1.length } }
}

/// Why a claim cannot be changed as asked.
package enum EditError: Error, Equatable {
  case noWords
  case notInClaim(String, ClaimID)
  case notInArticle(String)
  case noWordsLeft(ClaimID)
  case emptyPart(ClaimID)
  case mergeNeedsTwo
  case outsideText(TextSpan)
}

extension EditError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noWords: "no words were given; write words of the article, as in: add the road was shut"
    case .notInClaim(let words, let id):
      "the words '\(words)' are not in claim \(id); 'show \(id)' shows what it says"
    case .notInArticle(let words):
      "the words '\(words)' are not in the article; they must be its own, in one piece"
    case .noWordsLeft(let id): "claim \(id) would have no words left; 'drop \(id)' removes it"
    case .emptyPart(let id): "one part of claim \(id) would have no words; cut it inside its words"
    case .mergeNeedsTwo: "a merge needs at least two claims: merge 3 4"
    case .outsideText(let span):
      "the span \(span.start)-\(span.end) does not lie in the article's text"
    }
  }
}
