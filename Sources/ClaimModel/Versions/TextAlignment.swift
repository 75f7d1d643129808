/// Which words of one text stand in another in the same order.
///
/// Runs of words that both texts have once only are the anchors, the longest runs first (patience
/// diff); what is small enough between anchors is aligned exactly, and what is too large without any
/// anchor, as a line repeated 100,000 times with changes, counts as changed but for its two ends.
struct TextAlignment {
  /// For each word of the old text its place among those of the new one, rising; nil where it is gone.
  private(set) var partners: [Int?]

  private let old: [Int32]
  private let new: [Int32]
  /// Whether a line begins with a word of the new text.
  private let lineStarts: [Bool]

  /// Lengths of the runs that are tried as anchors, one after the other.
  private static let runs = [24, 12, 6, 3, 1]
  /// A stretch with at most so many pairs of words is aligned exactly.
  private static let exactPairs = 65_536

  /// Aligns two texts given as the numbers of their words.
  /// - Parameter lineStarts: Whether a line begins with each word of the new text; empty to leave that
  ///   out.
  /// - Complexity: O(*n* log *n*) in the words of both, with exact stretches of bounded size.
  init(_ old: [Int32], _ new: [Int32], lineStarts: [Bool] = []) {
    self.old = old
    self.new = new
    self.lineStarts = lineStarts
    partners = Array(repeating: nil, count: old.count)
    var stretches = [Stretch(old: 0..<old.count, new: 0..<new.count, run: 0)]
    while let stretch = stretches.popLast() { stretches += align(stretch) }
    joinRuns()
  }

  /// Two runs of words that may hold each other's, and the anchors to try on them.
  private struct Stretch {
    var old: Range<Int>
    var new: Range<Int>
    var run: Int
  }

  /// Finds what it can, and gives the stretches that are still open.
  private mutating func align(_ whole: Stretch) -> [Stretch] {
    var stretch = whole
    while let first = stretch.old.first, let other = stretch.new.first, old[first] == new[other] {
      partners[first] = other
      stretch.old.removeFirst()
      stretch.new.removeFirst()
    }
    while let last = stretch.old.last, let other = stretch.new.last, old[last] == new[other] {
      partners[last] = other
      stretch.old.removeLast()
      stretch.new.removeLast()
    }
    guard !stretch.old.isEmpty, !stretch.new.isEmpty else { return [] }
    let (pairs, isHuge) = stretch.old.count.multipliedReportingOverflow(by: stretch.new.count)
    if !isHuge && pairs <= Self.exactPairs {
      alignExactly(stretch)
      return []
    }
    guard stretch.run < Self.runs.count else { return [] }
    return between(anchors(of: stretch), of: stretch)
  }

  // MARK: - Anchors

  private typealias Anchor = (old: Int, new: Int)

  /// Sets what the anchors say, and gives the stretches between them.
  private mutating func between(_ anchors: [Anchor], of stretch: Stretch) -> [Stretch] {
    let length = Self.runs[stretch.run]
    var open: [Stretch] = []
    var (nextOld, nextNew) = (stretch.old.lowerBound, stretch.new.lowerBound)
    for anchor in anchors where anchor.old >= nextOld && anchor.new >= nextNew {
      open.append(
        Stretch(old: nextOld..<anchor.old, new: nextNew..<anchor.new, run: stretch.run + 1))
      for step in 0..<length { partners[anchor.old + step] = anchor.new + step }
      nextOld = anchor.old + length
      nextNew = anchor.new + length
    }
    open.append(
      Stretch(
        old: nextOld..<stretch.old.upperBound, new: nextNew..<stretch.new.upperBound,
        run: stretch.run + 1))
    return open
  }

  /// The runs that stand once in either text, the most of them that keep one order.
  private func anchors(of stretch: Stretch) -> [Anchor] {
    let length = Self.runs[stretch.run]
    let inOld = Self.uniqueRuns(of: length, in: old, stretch.old)
    let inNew = Self.uniqueRuns(of: length, in: new, stretch.new)
    var pairs: [Anchor] = []
    for (hash, place) in inOld {
      guard let place, let found = inNew[hash], let other = found,
        old[place..<(place + length)].elementsEqual(new[other..<(other + length)])
      else { continue }
      pairs.append((place, other))
    }
    pairs.sort { $0.old < $1.old }
    return Self.longestRising(pairs)
  }

  /// The place of each run by its hash; nil where it stands more than once.
  private static func uniqueRuns(of length: Int, in words: [Int32], _ range: Range<Int>)
    -> [UInt64: Int?]
  {
    guard range.count >= length else { return [:] }
    var runs: [UInt64: Int?] = [:]
    runs.reserveCapacity(range.count)
    for start in range.lowerBound...(range.upperBound - length) {
      var hash: UInt64 = 14_695_981_039_346_656_037
      for word in words[start..<(start + length)] {
        hash = (hash ^ UInt64(UInt32(bitPattern: word))) &* 1_099_511_628_211
        hash ^= hash >> 29
      }
      let isKnown = runs[hash] != nil
      runs.updateValue(isKnown ? nil : start, forKey: hash)
    }
    return runs
  }

  /// The longest part of pairs, which rise in their old places, that rises in the new ones too.
  private static func longestRising(_ pairs: [Anchor]) -> [Anchor] {
    var ends: [Int] = []
    var before: [Int?] = []
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      before.append(low > 0 ? ends[low - 1] : nil)
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var rising: [Anchor] = []
    var next = ends.last
    while let index = next {
      rising.append(pairs[index])
      next = before[index]
    }
    return rising.reversed()
  }

  // MARK: - Runs

  /// Where the same words end one run and could as well begin the next, gives them to the next if a
  /// line begins with them, or if they are all of a run that is no longer than the next: "The" belongs
  /// to the sentence that stayed, not to one that went.
  private mutating func joinRuns() {
    var start = partners.count - 1
    while start > 0 {
      guard let place = partners[start], partners[start - 1] == nil else {
        start -= 1
        continue
      }
      let nearby = max(0, start - Self.widestGap)..<start
      guard let end = partners[nearby].lastIndex(where: { $0 != nil }) else {
        start = nearby.lowerBound
        continue
      }
      let count = partners[end] == place - 1 ? shift(before: start, at: place, after: end) : 0
      for step in 0..<count {
        partners[end - step] = nil
        partners[start - 1 - step] = place - 1 - step
      }
      start = count > 0 ? start - count : end
    }
  }

  /// How many of the words that end at `end` belong to the run that begins at `start`.
  private func shift(before start: Int, at place: Int, after end: Int) -> Int {
    var common = 0
    while common < Self.longestShift, end - common >= 0, start - 1 - common > end,
      partners[end - common] == place - 1 - common, old[end - common] == old[start - 1 - common]
    {
      common += 1
    }
    if let lineStart = (0...common).first(where: { isLineStart(place - $0) }) { return lineStart }
    let isWholeRun = end < common || partners[end - common] != place - 1 - common
    return isWholeRun && isRun(from: start, ofAtLeast: common) ? common : 0
  }

  private func isLineStart(_ place: Int) -> Bool {
    lineStarts.indices.contains(place) && lineStarts[place]
  }

  private func isRun(from start: Int, ofAtLeast length: Int) -> Bool {
    guard start + length <= partners.count, let place = partners[start] else { return false }
    return (0..<length).allSatisfy { partners[start + $0] == place + $0 }
  }

  /// No more words are given to the next run at once.
  private static let longestShift = 64
  /// Words that were paired further away than this stay as they are.
  private static let widestGap = 4096

  // MARK: - Small stretches

  /// The longest common subsequence of a small stretch.
  private mutating func alignExactly(_ stretch: Stretch) {
    let (rows, columns) = (stretch.old.count, stretch.new.count)
    let width = columns + 1
    // Cell (row, column): the most words in common from there on.
    var common = [Int32](repeating: 0, count: (rows + 1) * width)
    for row in stride(from: rows - 1, through: 0, by: -1) {
      let word = old[stretch.old.lowerBound + row]
      for column in stride(from: columns - 1, through: 0, by: -1) {
        let cell = row * width + column
        common[cell] =
          word == new[stretch.new.lowerBound + column]
          ? common[cell + width + 1] + 1 : max(common[cell + width], common[cell + 1])
      }
    }
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let cell = row * width + column
      let place = (old: stretch.old.lowerBound + row, new: stretch.new.lowerBound + column)
      if old[place.old] == new[place.new] {
        partners[place.old] = place.new
        row += 1
        column += 1
      } else if common[cell + width] >= common[cell + 1] {
        row += 1
      } else {
        column += 1
      }
    }
  }
}
