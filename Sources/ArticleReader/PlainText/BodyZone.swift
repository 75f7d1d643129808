/// Where an article's body starts and ends among its passages.
struct BodyZone {
  /// Passages from the first to the last of the body; headings and other things may lie between.
  private(set) var range: Range<Int>
  /// Whether what follows the body starts with a heading over links, as "Related stories".
  private(set) var endsAtSection = false
  /// Whether the passages are so unlike prose that every one of them counts as body.
  private(set) var isUnpunctuated = false

  /// The body ends at a heading over links when at most this share of its prose stands after it.
  private static let shareAfterSection = 5
  /// Words from which an unfinished last line is a truncated paragraph and not a link.
  private static let wordsOfTruncated = 14

  /// - Parameters:
  ///   - lists: The items of lists that are ground for claims.
  ///   - breaks: The page's own words that stand in the middle of articles, such as "Advertisement".
  init(_ passages: [Passage], _ kinds: [PassageKind], lists: Set<Int>, breaks: Set<Int>) {
    self.breaks = breaks
    var seeds = kinds.indices.filter { kinds[$0] == .prose || lists.contains($0) }
    if seeds.isEmpty {
      seeds = Self.indices(of: kinds) { $0 == .sentence }
      let fragments = kinds.count { $0 == .fragment }
      if fragments > 2 * seeds.count {
        // Verse, a list of headlines, notes: too few sentences to tell the body by them.
        seeds = Self.indices(of: kinds) { $0 == .sentence || $0 == .fragment }
        isUnpunctuated = true
      }
    }
    for isBody: (PassageKind) -> Bool in [
      { $0 == .list || $0 == .quote || $0 == .fragment || $0 == .caption || $0 == .heading },
      { $0 != .rule && $0 != .date },
      { _ in true },
    ] where seeds.isEmpty {
      seeds = Self.indices(of: kinds, where: isBody)
      isUnpunctuated = true
    }
    guard let first = seeds.first, let last = seeds.last else {
      range = 0..<0
      return
    }
    range = first..<(last + 1)
    guard !isUnpunctuated else { return }
    cutAtSection(seeds, kinds)
    extendUp(passages, kinds)
    extendDown(passages, kinds)
  }

  private static func indices(
    of kinds: [PassageKind], where isIncluded: (PassageKind) -> Bool
  ) -> [Int] {
    kinds.indices.filter { isIncluded(kinds[$0]) }
  }

  private mutating func cutAtSection(_ seeds: [Int], _ kinds: [PassageKind]) {
    var before = 0
    for index in range.lowerBound..<kinds.count {
      if before < seeds.count, seeds[before] == index { before += 1 }
      guard kinds[index] == .notice(isSectionHeading: true), before > 0,
        (seeds.count - before) * Self.shareAfterSection <= before
      else { continue }
      range = range.lowerBound..<(seeds[before - 1] + 1)
      endsAtSection = true
      sectionStart = index
      return
    }
  }

  /// The heading that ends the body.
  private var sectionStart: Int?
  private let breaks: Set<Int>

  private mutating func extendUp(_ passages: [Passage], _ kinds: [PassageKind]) {
    var first = range.lowerBound
    while first > 0 {
      let kind = kinds[first - 1]
      let leadsToList =
        kind == .fragment && passages[first - 1].end == .colon && kinds[first] == .list
      guard kind == .sentence || kind == .quote || leadsToList else { break }
      first -= 1
    }
    range = first..<range.upperBound
  }

  private mutating func extendDown(_ passages: [Passage], _ kinds: [PassageKind]) {
    let end = sectionStart ?? kinds.count
    var next = range.upperBound
    while next < end {
      switch kinds[next] {
      case .sentence, .list, .quote, .prose:
        range = range.lowerBound..<(next + 1)
        next += 1
      case .rule:
        next += 1
      case .fragment, .heading:
        // A line that leads to a list or a last short sentence.
        if passages[next].end == .colon {
          range = range.lowerBound..<(next + 1)
          next += 1
        } else if next + 1 < end, [.sentence, .list].contains(kinds[next + 1]),
          passages[next + 1].end != .question
        {
          range = range.lowerBound..<(next + 2)
          next += 2
        } else if passages[next].words >= Self.wordsOfTruncated, next == range.upperBound {
          range = range.lowerBound..<(next + 1)
          next += 1
        } else {
          return
        }
      default:
        guard breaks.contains(next), next + 1 < end,
          [.prose, .sentence].contains(kinds[next + 1])
        else { return }
        next += 1
      }
    }
  }
}
