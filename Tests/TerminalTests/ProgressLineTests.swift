import Testing

@testable import Terminal

@Suite("ProgressLine")
struct ProgressLineTests {
  /// A clock that a test turns.
  private final class Clock {
    var time = Duration.seconds(500)
  }

  private let clock = Clock()
  private let output = Output(capturing: .plain)

  private func line(total: Int?, columns: Int? = 80) -> ProgressLine {
    ProgressLine(
      "exporting", unit: "rows", total: total, output: output,
      terminal: columns.map { TerminalSize(columns: $0, rows: 24) }, now: { [clock] in clock.time })
  }

  @Test("draws nothing in the first second, then at most ten times a second, and wipes itself")
  func draws() {
    var progress = line(total: 1_000_000)
    clock.time += .milliseconds(999)
    progress.update(done: 1)
    #expect(output.captured == "")
    clock.time += .milliseconds(1001)
    progress.update(done: 200_000)
    let first = "exporting  20 %  200,000 of 1,000,000 rows  100,000/s  0:08 left"
    #expect(output.captured == "\r" + first)
    clock.time += .milliseconds(50)
    progress.update(done: 250_000)
    #expect(output.captured == "\r" + first)
    clock.time += .milliseconds(1_950)
    progress.update(done: 1_000_000)
    let second = "exporting  100 %  1,000,000 of 1,000,000 rows  250,000/s"
    let padding = String(repeating: " ", count: first.count - second.count)
    #expect(output.captured == "\r" + first + "\r" + second + padding)
    let before = output.captured
    progress.finish()
    let wipe = "\r" + String(repeating: " ", count: second.count) + "\r"
    #expect(output.captured == before + wipe)
    progress.finish()
    #expect(output.captured == before + wipe)
  }

  @Test("is cut to the terminal's width")
  func narrow() {
    var progress = line(total: nil, columns: 16)
    clock.time += .seconds(2)
    progress.update(done: 10)
    #expect(output.captured == "\rexporting  10 …")
  }

  @Test("draws nothing where there is no terminal")
  func noTerminal() {
    var progress = line(total: 10, columns: nil)
    clock.time += .seconds(5)
    progress.update(done: 5)
    progress.finish()
    #expect(output.captured == "")
  }

  /// Done, total, seconds, and the line.
  static let cases: [(Int, Int?, Int, String)] = [
    (0, 10, 2, "reading  0 %  0 of 10 files  0.0/s"),
    (3, 10, 2, "reading  30 %  3 of 10 files  1.5/s  0:05 left"),
    (1234, nil, 10, "reading  1,234 files  123/s"),
    (0, 0, 2, "reading  0 files  0.0/s"),
    (12, 10, 1, "reading  100 %  10 of 10 files  12/s"),
    (1, 3601, 1, "reading  0 %  1 of 3,601 files  1.0/s  1:00:00 left"),
    (1, 1_000_000, 1, "reading  0 %  1 of 1,000,000 files  1.0/s  over a day left"),
  ]

  @Test("says share, count, rate and time left", arguments: cases)
  func says(_ done: Int, _ total: Int?, _ seconds: Int, _ line: String) {
    #expect(
      ProgressLine.line("reading", "files", done: done, total: total, elapsed: .seconds(seconds))
        == line)
  }
}
