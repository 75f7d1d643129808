import ClaimModel

/// Which claims a command is about, as it was typed: `3`, `3-7`, `3,5,9-12`, `.` or `all`.
package enum ClaimSelection: Equatable, Sendable {
  case current
  /// Those that the filter lets through.
  case all
  case numbers([ClosedRange<Int>])

  package init?(_ word: String) {
    switch word {
    case ".": self = .current
    case "all": self = .all
    default:
      var ranges: [ClosedRange<Int>] = []
      for part in word.split(separator: ",", omittingEmptySubsequences: false) {
        let ends = part.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = Self.number(ends[0]), let last = Self.number(ends[ends.count - 1]),
          first <= last
        else { return nil }
        ranges.append(first...last)
      }
      self = .numbers(ranges)
    }
  }

  /// Whether it may take claims along that nobody named one by one.
  package var isRange: Bool {
    switch self {
    case .current: false
    case .all: true
    case .numbers(let ranges): ranges.contains { $0.count > 1 }
    }
  }

  /// A claim's number: digits only, and few enough for any session.
  private static func number(_ digits: Substring) -> Int? {
    guard (1...7).contains(digits.utf8.count), digits.allSatisfy({ "0"..."9" ~= $0 }) else {
      return nil
    }
    return Int(digits)
  }
}
