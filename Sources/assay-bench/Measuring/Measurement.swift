/// One figure, beside its yardstick of the same run and what it should be.
struct Measurement: Equatable {
  let row: BenchRow
  let name: String
  let figure: Quantity
  var yardstick: Yardstick?
  var target: Target?

  struct Yardstick: Equatable {
    let name: String
    let figure: Quantity
  }

  enum Target: Equatable {
    case atMost(Double)
    case atLeast(Double)
    /// Of the figure to its yardstick.
    case ratioAtMost(Double)
  }

  /// The figure in yardsticks; nil without one, and where they count different things.
  var ratio: Double? {
    guard let yardstick, yardstick.figure.unit == figure.unit, yardstick.figure.value > 0 else {
      return nil
    }
    return figure.value / yardstick.figure.value
  }

  /// Whether the target is reached; nil without one.
  var isReached: Bool? {
    switch target {
    case nil: nil
    case .atMost(let limit)?: figure.value <= limit
    case .atLeast(let limit)?: figure.value >= limit
    case .ratioAtMost(let limit)?: ratio.map { $0 <= limit } ?? false
    }
  }
}

/// A number of something.
struct Quantity: Equatable {
  let value: Double
  let unit: Unit

  enum Unit: String {
    case milliseconds = "ms"
    case megabytes = "MB"
    case wordsPerSecond = "words/s"
    case eventsPerSecond = "events/s"
    case rowsPerSecond = "rows/s"
    case times = "x"
    case keysPerClaim = "keys/claim"
    case percent = "%"
    case claims
  }

  init(_ value: Double, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }
}

extension Quantity: CustomStringConvertible {
  var description: String { "\(value.shortened) \(unit.rawValue)" }
}

extension Double {
  /// Three digits that count, and none cut off before the point.
  var shortened: String {
    let decimals = magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : 3
    let factor = [1.0, 10, 100, 1000][decimals]
    let scaled = (self * factor).rounded() / factor
    if decimals > 0 { return String(scaled) }
    guard let whole = Int(exactly: scaled) else { return String(scaled) }
    var digits = String(whole.magnitude)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits.removeLast(3)
    }
    return (whole < 0 ? "-" : "") + ([digits[...]] + groups).joined(separator: ",")
  }
}
