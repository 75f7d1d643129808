/// One line about work that takes a while, drawn over itself and wiped at the end.
///
/// Nothing is drawn in the first second, for an output that is no terminal, or more than ten times
/// a second. The clock comes from outside.
package struct ProgressLine {
  private let title: String
  private let unit: String
  private let total: Int?
  private let output: Output
  private let columns: Int
  private let isShown: Bool
  private let now: () -> Duration
  private let start: Duration
  private var lastDrawn: Duration?
  private var drawnColumns = 0

  /// Starts the clock of a piece of work.
  ///
  /// - Parameters:
  ///   - title: What is being done, as in "exporting".
  ///   - unit: What is counted, in the plural.
  ///   - total: How many there are; nil where nobody knows, and then no share and no time left is
  ///     shown.
  ///   - output: Standard error.
  ///   - terminal: The size of the terminal behind `output`; nil where it is none, and nothing is
  ///     drawn.
  ///   - now: Time since any fixed moment, never going back.
  package init(
    _ title: String, unit: String, total: Int?, output: Output, terminal: TerminalSize?,
    now: @escaping () -> Duration
  ) {
    self.title = EscapedText(title, lineFeeds: .space).text
    self.unit = EscapedText(unit, lineFeeds: .space).text
    self.total = total
    self.output = output
    columns = (terminal?.columns ?? 1) - 1
    isShown = terminal != nil
    self.now = now
    start = now()
  }

  /// Says how many are done.
  ///
  /// Cheap where nothing is drawn: one look at the clock.
  package mutating func update(done: Int) {
    if !isShown { return }
    let moment = now()
    let elapsed = moment - start
    if elapsed < .seconds(1) { return }
    if let lastDrawn, moment - lastDrawn < .milliseconds(100) { return }
    lastDrawn = moment
    let line = StyledText(Self.line(title, unit, done: done, total: total, elapsed: elapsed))
      .truncated(to: columns)
    output.send("\r" + line.padded(to: drawnColumns).text)
    output.flush()
    drawnColumns = line.columns
  }

  /// Wipes the line; calling it again does nothing.
  package mutating func finish() {
    if drawnColumns == 0 { return }
    output.send("\r" + String(repeating: " ", count: drawnColumns) + "\r")
    output.flush()
    drawnColumns = 0
  }
}

// MARK: - The line

extension ProgressLine {
  /// The line's text.
  ///
  /// `exporting  42 %  420,000 of 1,000,000 rows  98,000/s  0:06 left`
  static func line(
    _ title: String, _ unit: String, done: Int, total: Int?, elapsed: Duration
  ) -> String {
    let seconds = elapsed / .seconds(1)
    let rate = seconds > 0 ? Double(done) / seconds : 0
    var parts = [title]
    if let total, total > 0 {
      let done = min(done, total)
      let percent = Int(Double(done) / Double(total) * 100)
      parts.append("\(percent) %")
      parts.append("\(grouped(done)) of \(grouped(total)) \(unit)")
    } else {
      parts.append("\(grouped(done)) \(unit)")
    }
    parts.append(rate >= 10 ? "\(grouped(Int(rate)))/s" : "\(Double(Int(rate * 10)) / 10)/s")
    if let total, rate > 0, done < total {
      parts.append("\(clock(Double(total - done) / rate)) left")
    }
    return parts.joined(separator: "  ")
  }

  /// Digits in groups of three.
  private static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var end = digits.utf8.count - 3
    while end > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: end))
      end -= 3
    }
    return digits
  }

  /// `0:06`, `12:00` or `3:07:30`, rounded up; a day and more is said as such.
  private static func clock(_ seconds: Double) -> String {
    guard seconds < 86_400 else { return "over a day" }
    let whole = Int(seconds.rounded(.up))
    func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutesAndSeconds = "\(twoDigits(whole % 60))"
    return whole < 3600
      ? "\(whole / 60):\(minutesAndSeconds)"
      : "\(whole / 3600):\(twoDigits(whole / 60 % 60)):\(minutesAndSeconds)"
  }
}
