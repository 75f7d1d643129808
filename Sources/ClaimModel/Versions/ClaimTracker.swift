/// Finds claims of one text again in another.
package struct ClaimTracker {
  private let old: WordSequence
  private let new: WordSequence
  private let oldNumbers: [Int32]
  private let newNumbers: [Int32]
  private let alignment: TextAlignment
  /// For each old word the nearest word before it that has a partner, and after it; -1 and the count
  /// where there is none.
  private let partnered: (before: [Int], after: [Int])
  /// Where each word stands in the new text.
  private let places: [Int32: [Int]]

  /// Compares two texts.
  /// - Complexity: O(*n* log *n*) in the bytes of both.
  package init(from oldText: String, to newText: String) {
    old = WordSequence(oldText)
    new = WordSequence(newText)
    var numbers = WordNumbers()
    oldNumbers = numbers.numbers(of: old)
    newNumbers = numbers.numbers(of: new)
    alignment = TextAlignment(oldNumbers, newNumbers, lineStarts: new.lineStarts)
    partnered = Self.partnered(alignment)
    var places: [Int32: [Int]] = [:]
    for (place, number) in newNumbers.enumerated() { places[number, default: []].append(place) }
    self.places = places
  }

  private static func partnered(_ alignment: TextAlignment) -> (before: [Int], after: [Int]) {
    let count = alignment.partners.count
    var before: [Int] = []
    var last = -1
    for index in 0..<count {
      before.append(last)
      if alignment.partners[index] != nil { last = index }
    }
    var after = Array(repeating: count, count: count)
    var next = count
    for index in stride(from: count - 1, through: 0, by: -1) {
      after[index] = next
      if alignment.partners[index] != nil { next = index }
    }
    return (before, after)
  }

  /// What became of a claim.
  package struct Track: Hashable, Sendable {
    package var verdict: CarryOver.Verdict
    /// The claim's words in the new text; where they changed, those that seem to stand for them.
    package var spans: [TextSpan] = []
    /// Where in the new text the words stand or would stand, in UTF-8 bytes.
    package var place: Int
  }

  // MARK: - The same words

  /// The same words at the same place among what stayed as it was; nil where they are not there.
  package func unmoved(_ spans: [TextSpan]) -> [TextSpan]? {
    unmoved(spans) { _ in true }
  }

  private func unmoved(_ spans: [TextSpan], where isFree: ([TextSpan]) -> Bool) -> [TextSpan]? {
    var found: [TextSpan] = []
    var least = 0
    for span in spans {
      let words = old.words(in: span)
      guard !words.isEmpty, let start = aligned(words) ?? near(words, from: least) else {
        return nil
      }
      guard start >= least else { return nil }
      found.append(cut(span, words, at: start))
      least = start + words.count
    }
    return found.isEmpty || !isFree(found) ? nil : found
  }

  /// Where words stand all together by the alignment, as the index of the first.
  private func aligned(_ words: Range<Int>) -> Int? {
    guard let start = alignment.partners[words.lowerBound] else { return nil }
    for (step, word) in words.enumerated() where alignment.partners[word] != start + step {
      return nil
    }
    return start
  }

  /// The first place of words between the neighbours that stayed, for an alignment may have given
  /// single words of them to others nearby.
  private func near(_ words: Range<Int>, from least: Int) -> Int? {
    let window = window(of: words)
    let start = max(window.lowerBound, least)
    let end = min(window.upperBound, start + Self.longestWindow) - words.count
    guard start <= end else { return nil }
    return (start...end).first { stands(words, at: $0) }
  }

  /// No more words are looked at between two neighbours.
  private static let longestWindow = 4096

  /// The new words between the neighbours of some old ones that stayed.
  private func window(of words: Range<Int>) -> Range<Int> {
    let before = partnered.before[words.lowerBound]
    let after = partnered.after[words.upperBound - 1]
    let start = before < 0 ? 0 : (alignment.partners[before] ?? 0) + 1
    let end =
      after < alignment.partners.count
      ? alignment.partners[after] ?? newNumbers.count : newNumbers.count
    return start..<max(start, end)
  }

  private func stands(_ words: Range<Int>, at place: Int) -> Bool {
    place >= 0 && place + words.count <= newNumbers.count
      && oldNumbers[words].elementsEqual(newNumbers[place..<(place + words.count)])
  }

  /// The bytes of a span where its words stand in the new text: it may begin inside its first word.
  private func cut(_ span: TextSpan, _ words: Range<Int>, at place: Int) -> TextSpan {
    let first = old.spans[words.lowerBound]
    let last = old.spans[words.upperBound - 1]
    return TextSpan(
      new.spans[place].start + max(0, span.start - first.start),
      new.spans[place + words.count - 1].end - max(0, last.end - span.end))
  }
}

// MARK: - Words elsewhere

extension ClaimTracker {
  /// Fewer words than this may stand anywhere by chance.
  private static let fewestMovedWords = 4
  /// No more places of a word are tried.
  private static let mostPlaces = 2000

  /// The same words elsewhere, the place nearest to where they stood; all spans, in their order.
  private func moved(_ spans: [TextSpan], where isFree: ([TextSpan]) -> Bool) -> [TextSpan]? {
    let runs = spans.map { old.words(in: $0) }
    guard !runs.contains(where: \.isEmpty), let first = runs.first, let last = runs.last,
      runs.reduce(0, { $0 + $1.count }) >= Self.fewestMovedWords,
      let anchor = runs.indices.max(by: { runs[$0].count < runs[$1].count })
    else { return nil }
    // What stands between the spans may have grown, but the claim must not run over half the text.
    let reach = 2 * (last.upperBound - first.lowerBound) + 40
    for place in occurrences(of: runs[anchor], near: window(of: runs[anchor]).lowerBound) {
      guard let starts = starts(of: runs, anchor: anchor, at: place, reach: reach) else { continue }
      let found = spans.indices.map { cut(spans[$0], runs[$0], at: starts[$0]) }
      if isFree(found) { return found }
    }
    return nil
  }

  /// Where all runs stand when one of them stands at a place.
  private func starts(of runs: [Range<Int>], anchor: Int, at place: Int, reach: Int) -> [Int]? {
    var starts = Array(repeating: place, count: runs.count)
    for index in stride(from: anchor - 1, through: 0, by: -1) {
      let latest = starts[index + 1] - runs[index].count
      let found = stride(from: latest, through: max(0, place - reach), by: -1)
        .first { stands(runs[index], at: $0) }
      guard let found else { return nil }
      starts[index] = found
    }
    for index in runs.indices.dropFirst(anchor + 1) {
      let earliest = starts[index - 1] + runs[index - 1].count
      let found = stride(from: earliest, through: place + reach, by: 1)
        .first { stands(runs[index], at: $0) }
      guard let found else { return nil }
      starts[index] = found
    }
    return starts
  }

  /// Where a run of words stands, the nearest to a place first.
  private func occurrences(of run: Range<Int>, near place: Int) -> [Int] {
    var rarest = run.lowerBound
    for word in run where count(of: word) < count(of: rarest) { rarest = word }
    let all = places[oldNumbers[rarest]] ?? []
    let target = place + rarest - run.lowerBound
    var above = all.firstIndex { $0 >= target } ?? all.count
    var below = above - 1
    var found: [Int] = []
    for _ in 0..<min(all.count, Self.mostPlaces) {
      let takesAbove =
        below < 0 || (above < all.count && all[above] - target <= target - all[below])
      let start = (takesAbove ? all[above] : all[below]) - (rarest - run.lowerBound)
      if takesAbove { above += 1 } else { below -= 1 }
      if stands(run, at: start) { found.append(start) }
    }
    return found
  }

  private func count(of oldWord: Int) -> Int { places[oldNumbers[oldWord]]?.count ?? 0 }
}

// MARK: - Changed words

extension ClaimTracker {
  /// What the alignment left of a claim: the new words from its first to its last that stayed, with
  /// what was put in place of its ends.
  private func remnant(of spans: [TextSpan]) -> [TextSpan]? {
    var kept = 0
    var total = 0
    var isWholeSpanKept = false
    var found: [TextSpan] = []
    var length = 0
    for span in spans {
      let words = old.words(in: span)
      let stayed = words.filter { alignment.partners[$0] != nil }
      total += words.count
      kept += stayed.count
      guard let first = stayed.first, let last = stayed.last,
        var start = alignment.partners[first], var end = alignment.partners[last].map({ $0 + 1 })
      else { continue }
      isWholeSpanKept = isWholeSpanKept || (words.count >= 3 && aligned(words) != nil)
      let window = window(of: words)
      let lead = first - words.lowerBound
      let hasNeighbourBefore = partnered.before[words.lowerBound] == words.lowerBound - 1
      if lead > 0, hasNeighbourBefore, start - window.lowerBound <= 2 * lead + 4 {
        start = window.lowerBound
      }
      let trail = words.upperBound - 1 - last
      let hasNeighbourAfter = partnered.after[words.upperBound - 1] == words.upperBound
      if trail > 0, hasNeighbourAfter, window.upperBound - end <= 2 * trail + 4 {
        end = window.upperBound
      }
      length += end - start
      found.append(TextSpan(new.spans[start].start, new.spans[end - 1].end))
    }
    guard !found.isEmpty, 2 * kept >= total || isWholeSpanKept, length <= 3 * total + 8 else {
      return nil
    }
    return found.normalized
  }

  /// Whether the first and the last word of every span stayed, so that the ends are certain.
  private func hasFirmEnds(_ spans: [TextSpan]) -> Bool {
    spans.allSatisfy { span in
      let words = old.words(in: span)
      return !words.isEmpty && alignment.partners[words.lowerBound] != nil
        && alignment.partners[words.upperBound - 1] != nil
    }
  }

  /// The numbers of the words in some spans, sorted.
  private func bag(_ words: WordSequence, _ numbers: [Int32], _ spans: [TextSpan]) -> [Int32] {
    spans.flatMap { numbers[words.words(in: $0)] }.sorted()
  }

  /// The part of words that two bags share, from 0 to 1 (Dice).
  private static func likeness(_ left: [Int32], _ right: [Int32]) -> Double {
    var common = 0
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
      if left[first] == right[second] {
        common += 1
        first += 1
        second += 1
      } else if left[first] < right[second] {
        first += 1
      } else {
        second += 1
      }
    }
    let all = left.count + right.count
    return all == 0 ? 0 : 2 * Double(common) / Double(all)
  }
}

// MARK: - Words shared out

extension ClaimTracker {
  /// Claims of the new text that share the words of an old one between them, as where a sentence was
  /// cut in two.
  ///
  /// - Parameters:
  ///   - spans: The claim in the old text.
  ///   - claims: The spans of each claim of the new text that may have its words.
  /// - Returns: Two or more places in `claims`, in their order; else none.
  package func covering(_ spans: [TextSpan], among claims: [[TextSpan]]) -> [Int] {
    let words = spans.flatMap { Array(old.words(in: $0)) }
    let stayed = Set(words.compactMap { alignment.partners[$0] })
    guard 2 * stayed.count > words.count else { return [] }
    var covering: [Int] = []
    var covered: Set<Int> = []
    for (index, claim) in claims.enumerated() {
      let own = claim.flatMap { Array(new.words(in: $0)) }
      let shared = own.filter(stayed.contains)
      guard shared.count >= 2, 2 * shared.count >= own.count else { continue }
      covering.append(index)
      covered.formUnion(shared)
    }
    return covering.count >= 2 && 2 * covered.count > words.count ? covering : []
  }
}

// MARK: - Many claims

extension ClaimTracker {
  /// So many proposals before and after the place of a claim may be its new words.
  private static let neighbours = 24
  /// Words that share less than this say something else.
  private static let leastLikeness = 0.5

  /// What became of claims, so that no two come to the same words that had different ones.
  ///
  /// - Parameters:
  ///   - claims: The spans of each in the old text, and whether they are as an engine cut them.
  ///   - proposals: The spans of what an engine finds in the new text, in reading order.
  /// - Complexity: Besides the comparison of the texts, O(1) places tried a claim.
  package func tracks(
    of claims: [(spans: [TextSpan], isProposed: Bool)], among proposals: [[TextSpan]]
  ) -> [Track] {
    var tracks = claims.map { Track(verdict: .gone, place: place(of: $0.spans)) }
    var taken: [[TextSpan]: [TextSpan]] = [:]
    func isFree(_ found: [TextSpan], for spans: [TextSpan]) -> Bool {
      found == found.normalized && (taken[found].map { $0 == spans } ?? true)
    }
    func settle(_ index: Int, _ verdict: CarryOver.Verdict, _ found: [TextSpan]) {
      taken[found] = claims[index].spans
      tracks[index] = Track(verdict: verdict, spans: found, place: found[0].start)
    }
    // What stayed comes first, so that nothing that moved takes its place.
    for (index, claim) in claims.enumerated() {
      if let found = unmoved(claim.spans, where: { isFree($0, for: claim.spans) }) {
        settle(index, .unmoved, found)
      }
    }
    for (index, claim) in claims.enumerated() where tracks[index].verdict == .gone {
      if let found = moved(claim.spans, where: { isFree($0, for: claim.spans) }) {
        settle(index, .moved, found)
      }
    }
    let order = proposals.indices.sorted { start(proposals[$0]) < start(proposals[$1]) }
    for (index, claim) in claims.enumerated() where tracks[index].verdict == .gone {
      let remnant = remnant(of: claim.spans).flatMap { isFree($0, for: claim.spans) ? $0 : nil }
      let proposal = likeliest(for: claim.spans, remnant, among: proposals, order) {
        taken[$0] == nil
      }
      let keepsCut = !claim.isProposed && hasFirmEnds(claim.spans)
      if let found = (keepsCut ? remnant : nil) ?? proposal ?? remnant {
        settle(index, .changed, found)
      }
    }
    return tracks
  }

  private func start(_ spans: [TextSpan]) -> Int { spans.first?.start ?? 0 }

  private func place(of spans: [TextSpan]) -> Int {
    spans.first.map { place(of: $0.start) } ?? 0
  }

  /// Where in the new text something would stand that stood at a byte of the old one: after the
  /// nearest word before it that stayed.
  package func place(of utf8Offset: Int) -> Int {
    var word = old.words(in: TextSpan(utf8Offset, max(utf8Offset, old.bytes.count))).lowerBound - 1
    if word >= 0, alignment.partners[word] == nil { word = partnered.before[word] }
    return word < 0 ? 0 : alignment.partners[word].map { new.spans[$0].end } ?? 0
  }

  /// The proposal near a claim's place that shares most of its words, and some with what is left of it.
  private func likeliest(
    for spans: [TextSpan], _ remnant: [TextSpan]?, among proposals: [[TextSpan]], _ order: [Int],
    where isFree: ([TextSpan]) -> Bool
  ) -> [TextSpan]? {
    let place = remnant?.first?.start ?? self.place(of: spans)
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if start(proposals[order[middle]]) < place { low = middle + 1 } else { high = middle }
    }
    let words = bag(old, oldNumbers, spans)
    var best: (spans: [TextSpan], likeness: Double)?
    for position in max(0, low - Self.neighbours)..<min(order.count, low + Self.neighbours) {
      let proposal = proposals[order[position]]
      guard !proposal.isEmpty, isFree(proposal) else { continue }
      if let remnant, !proposal.contains(where: { span in remnant.contains { $0.overlaps(span) } })
      {
        continue
      }
      let likeness = Self.likeness(words, bag(new, newNumbers, proposal))
      if likeness >= Self.leastLikeness, likeness > best?.likeness ?? 0 {
        best = (proposal, likeness)
      }
    }
    return best?.spans
  }
}
