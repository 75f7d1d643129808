/// How long something takes, in milliseconds.
func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  let clock = ContinuousClock()
  let start = clock.now
  try body()
  return (clock.now - start) / .milliseconds(1)
}

extension [Double] {
  /// The middle one; 0 of none.
  var median: Double {
    guard !isEmpty else { return 0 }
    let ordered = sorted()
    return count % 2 == 1 ? ordered[count / 2] : (ordered[count / 2 - 1] + ordered[count / 2]) / 2
  }

  /// The value that so many in a hundred do not exceed; 0 of none.
  func percentile(_ percent: Int) -> Double {
    isEmpty ? 0 : sorted()[Swift.min(count * percent / 100, count - 1)]
  }

  /// The smallest one, which other programs disturbed least; 0 of none.
  var best: Double { self.min() ?? 0 }
}
