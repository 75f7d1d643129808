/// Whether two claims say the same in other words: most of what they are about is shared, and
/// nothing that would make them differ is in one alone.
///
/// Figures must be the same, names, dates, negation, opposites and modality must not contradict.
/// The thresholds were set on the table of `ClaimLikenessTests`, for links that can be trusted rather
/// than for all that might be made.
package struct ClaimLikeness: Sendable {
  /// The share of the words of both that must be common to them.
  private static let share = 0.75
  /// The same where figures and dates are common too.
  private static let anchoredShare = 0.7
  /// With fewer common words, two claims must have no others.
  private static let fewest = 3
  /// With so many, figures and a date among them, another word in the same place is another name
  /// for the same.
  private static let plenty = 8

  /// Whether the second says the same as the first; it is so both ways.
  ///
  /// - Complexity: O(*n* log *n*) in the words.
  package static func isRepeat(_ one: ClaimWords, _ other: ClaimWords) -> Bool {
    guard one.numbers == other.numbers, one.modality == other.modality,
      !one.dates.contradict(other.dates)
    else { return false }
    let (leftWords, rightWords, flips) = Negated.aligned(one.content, other.content)
    let left = Set(leftWords)
    let right = Set(rightWords)
    let common = left.intersection(right)
    let hasFixedDate = one.dates.isFixed && other.dates.isFixed
    let figures = one.numbers.count + (hasFixedDate ? 1 : 0)
    let shared = common.count + figures
    guard common.count >= fewest || left == right && shared >= 2 else { return false }
    let all = left.count + right.count + 2 * figures
    guard Double(2 * shared) >= (figures > 0 ? anchoredShare : share) * Double(all) else {
      return false
    }
    let onlyLeft = left.subtracting(common)
    let onlyRight = right.subtracting(common)
    return (flips + one.negations + other.negations).isMultiple(of: 2)
      && !contradict(one.names, other, other.names, one)
      && !areOpposite(onlyLeft.union(one.poles), onlyRight.union(other.poles))
      && hasSameSubject(one, other, common)
      && (figures >= 2 && shared >= plenty
        || !hasContrast(leftWords, rightWords, common: common))
  }

  /// Whether each names somebody whom the other does not.
  private static func contradict(
    _ names: [[String]], _ other: ClaimWords, _ otherNames: [[String]], _ one: ClaimWords
  ) -> Bool {
    func isStrange(_ name: [String], to words: ClaimWords) -> Bool {
      !name.contains { words.content.contains($0) }
    }
    if names.contains(where: { isStrange($0, to: other) }),
      otherNames.contains(where: { isStrange($0, to: one) })
    {
      return true
    }
    // "Viktor Hale" and "Dana Hale" are two people, "Hale" may be either.
    return names.contains { name in
      otherNames.contains { same in
        name.last == same.last && name.count > 1 && same.count > 1
          && !Set(name).isSubset(of: same) && !Set(same).isSubset(of: name)
      }
    }
  }

  private static func areOpposite(_ one: Set<String>, _ other: Set<String>) -> Bool {
    one.contains { word in
      guard let opposites = Opposites.english.words[word] else { return false }
      return !opposites.isDisjoint(with: other.subtracting(one))
    }
  }

  /// Whether who does it in the one is not who bears it in the other: "A sued B" and "B sued A" differ,
  /// "A was sued by B" is the same as the second.
  private static func hasSameSubject(
    _ one: ClaimWords, _ other: ClaimWords, _ common: Set<String>
  ) -> Bool {
    guard let first = one.subject, let second = other.subject, first != second,
      common.contains(first), common.contains(second), one.hasBy == other.hasBy
    else { return true }
    // "The old bridge" and "the bridge" have the same subject.
    let isBeside = { (words: [String]) in
      guard let here = words.firstIndex(of: first), let there = words.firstIndex(of: second) else {
        return false
      }
      return abs(here - there) == 1
    }
    return isBeside(one.content) && isBeside(other.content)
  }

  /// Whether each has a word of its own in the same place: between the same two common words.
  private static func hasContrast(
    _ one: [String], _ other: [String], common: Set<String>
  ) -> Bool {
    !gaps(of: one, common).isDisjoint(with: gaps(of: other, common))
  }

  private struct Gap: Hashable {
    let before: String?
    let after: String?
  }

  private static func gaps(of words: [String], _ common: Set<String>) -> Set<Gap> {
    var gaps: Set<Gap> = []
    var before: String?
    var isOpen = false
    for word in words {
      if common.contains(word) {
        if isOpen { gaps.insert(Gap(before: before, after: word)) }
        isOpen = false
        before = word
      } else {
        isOpen = true
      }
    }
    if isOpen { gaps.insert(Gap(before: before, after: nil)) }
    return gaps
  }
}

// MARK: - Contradictions

extension ClaimWords.Dates {
  /// Whether both say when, and not the same.
  fileprivate func contradict(_ other: Self) -> Bool {
    func differ(_ one: Set<String>, _ other: Set<String>) -> Bool {
      !one.isEmpty && !other.isEmpty && one != other
    }
    if differ(months, other.months) || differ(days, other.days) || differ(years, other.years) {
      return true
    }
    // Where both are fixed in the calendar, "yesterday" and "on Tuesday" may be the same day.
    if isFixed && other.isFixed && !days.isEmpty && !other.days.isEmpty { return false }
    return differ(weekdays, other.weekdays) || differ(directions, other.directions)
  }
}

/// The pairs of `RepeatWords.opposites`, by the stem of either.
private struct Opposites: Sendable {
  static let english = Opposites()

  let words: [String: Set<String>]

  private init() {
    var words: [String: Set<String>] = [:]
    for pair in RepeatWords.opposites.split(separator: " ") {
      let halves = pair.split(separator: "/").map { WordStem.english.stem(String($0)) }
      guard halves.count == 2 else { continue }
      words[halves[0], default: []].insert(halves[1])
      words[halves[1], default: []].insert(halves[0])
    }
    self.words = words
  }
}

/// Words that differ by a prefix that negates: "safe" and "unsafe".
private enum Negated {
  private static let prefixes = ["un", "in", "im", "il", "ir", "dis", "non", "non-"]

  /// The words of both, without the prefix where the other has the word without it, and how many
  /// those are.
  static func aligned(_ one: [String], _ other: [String]) -> ([String], [String], flips: Int) {
    var flips = 0
    func plain(_ words: [String], beside others: [String]) -> [String] {
      words.map { word in
        guard word.utf8.count > 4, !others.contains(word) else { return word }
        for prefix in prefixes where word.hasPrefix(prefix) {
          let plain = String(word.dropFirst(prefix.count))
          guard others.contains(plain), !words.contains(plain) else { continue }
          flips += 1
          return plain
        }
        return word
      }
    }
    let left = plain(one, beside: other)
    let right = plain(other, beside: one)
    return (left, right, flips)
  }
}
