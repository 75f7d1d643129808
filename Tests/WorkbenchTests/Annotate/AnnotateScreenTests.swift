import ClaimModel
import FoundationEssentials
import Glibc
import Terminal
import Testing

@testable import Workbench

/// Screens as somebody has looked at them and found them right, in `Golden`; ASSAY_REWRITE_GOLDEN=1 writes
/// them anew.
@Suite("AnnotateScreen")
struct AnnotateScreenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  struct Screen: Sendable, CustomTestStringConvertible {
    let name: String
    let columns: Int
    let rows: Int
    /// Keys that are pressed before: plain ones only.
    let keys: String
    var testDescription: String { name }
  }

  static let screens = [
    Screen(name: "smallest", columns: 60, rows: 15, keys: ""),
    Screen(name: "plain", columns: 80, rows: 24, keys: "1"),
    Screen(name: "usual", columns: 100, rows: 30, keys: "15"),
    Screen(name: "large", columns: 200, rows: 50, keys: ""),
    Screen(name: "too-small", columns: 50, rows: 12, keys: ""),
    Screen(name: "wide-characters", columns: 60, rows: 15, keys: "1111"),
    Screen(name: "picking", columns: 80, rows: 24, keys: "S"),
    Screen(name: "cutting", columns: 80, rows: 24, keys: "|"),
    Screen(name: "typing", columns: 60, rows: 15, keys: "Nthe ministry's own figures"),
    Screen(name: "keys", columns: 80, rows: 24, keys: "?"),
    Screen(name: "article", columns: 80, rows: 24, keys: "C"),
    Screen(name: "needs-evidence-narrow", columns: 60, rows: 15, keys: "5"),
    Screen(name: "needs-evidence-usual", columns: 100, rows: 30, keys: "5"),
    Screen(name: "evidence", columns: 80, rows: 24, keys: "Ehttps://example.org/a"),
    Screen(name: "group", columns: 60, rows: 15, keys: "G"),
  ]

  @Test("shows what it showed when somebody looked", arguments: screens)
  func golden(screen: Screen) throws {
    let desk = try Desk(.proposed)
    var annotator = try Annotator(desk.workbench)
    for scalar in screen.keys.unicodeScalars { annotator.take(.character(scalar), at: .zero) }
    let frame = AnnotateScreen(
      annotator.state, keys: annotator.keys,
      size: TerminalSize(columns: screen.columns, rows: screen.rows)
    ).frame
    for row in frame.rows { #expect(row.columns <= screen.columns, "\(row.text)") }
    #expect(frame.rows.count == screen.rows)
    let url = Self.folder.appending(path: screen.name + ".screen")
    if getenv("ASSAY_REWRITE_GOLDEN").map({ String(cString: $0) }) == "1" {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(frame.text.utf8).write(to: url)
      Issue.record("\(screen.name) was written anew; look at it before committing it")
      return
    }
    #expect(frame.text == String(decoding: try Data(contentsOf: url), as: UTF8.self))
  }

  @Test(
    "in a claim of forty lines, what the arrows move is on the screen", arguments: [">", "<", "|"])
  func longClaim(key: String) throws {
    let clause = "the pier sank into the mud of the outer basin and nobody came to look at it"
    let words = Array(repeating: clause, count: 30).joined(separator: ", ")
    let desk = try Desk(DrawnClaims("It rained. ⟦1:\(words)⟧. It snowed."))
    var annotator = try Annotator(desk.workbench)
    for scalar in key.unicodeScalars { annotator.take(.character(scalar), at: .zero) }
    let mark = [">": "⟧", "<": "⟦", "|": "✂"][key] ?? ""
    for step in 0..<40 {
      let frame = AnnotateScreen(
        annotator.state, keys: annotator.keys, size: TerminalSize(columns: 60, rows: 15)
      ).frame
      // The last row of '|' has the scissors in its own words.
      #expect(frame.rows.dropLast().contains { $0.text.contains(mark) }, "after \(step) steps")
      annotator.take(key == "<" ? .right : .left, at: .zero)
    }
  }

  @Test("at 80 columns the head keeps the order's and the filter's names")
  func head() throws {
    let desk = try Desk(.proposed)
    var annotator = try Annotator(desk.workbench, order: .uncertain)
    for scalar in "F".unicodeScalars { annotator.take(.character(scalar), at: .zero) }
    annotator.take(.pasted("undecided"), at: .zero)
    annotator.take(.enter, at: .zero)
    let frame = AnnotateScreen(
      annotator.state, keys: annotator.keys, size: TerminalSize(columns: 60, rows: 15)
    ).frame
    #expect(frame.rows[0].text.contains("order uncertain · filter undecided"))
  }

  @Test("scrolling stops at the ends of what is read, so that the next key the other way moves")
  func scrolling() throws {
    let desk = try Desk(.proposed)
    var annotator = try Annotator(desk.workbench)
    let size = TerminalSize(columns: 60, rows: 15)
    for key in ["C", "?"] {
      for scalar in key.unicodeScalars { annotator.take(.character(scalar), at: .zero) }
      var frames: [Frame] = []
      for press in Array(repeating: Key.pageDown, count: 30) + [.up] {
        annotator.take(press, at: .zero)
        annotator.prepare(for: size)
        frames.append(
          AnnotateScreen(annotator.state, keys: annotator.keys, size: size).frame)
      }
      // The sample's article fits the screen whole.
      if key == "?" { #expect(frames[30] != frames[29]) }
      #expect(frames[29] == frames[28])
      annotator.take(.escape, at: .zero)
    }
  }

  @Test("sends only the rows that differ, and nothing where none does")
  func difference() {
    let size = TerminalSize(columns: 10, rows: 3)
    let first = Frame(["one", "two", "three"], size: size)
    let second = Frame(["one", "2", "three"], size: size)
    #expect(second.sequence(after: second, rendition: .plain).isEmpty)
    let sent = second.sequence(after: first, rendition: .plain)
    #expect(sent.contains("\u{1B}[2;1H\u{1B}[K2"))
    #expect(!sent.contains("one") && !sent.contains("three"))
    #expect(second.sequence(after: nil, rendition: .plain).contains("three"))
  }

  @Test("escapes what an article would send to the terminal")
  func hostile() throws {
    let desk = try Desk(DrawnClaims("⟦1:It rained \u{1B}]52;c;eA==\u{7} and \u{202E}snowed⟧."))
    let annotator = try Annotator(desk.workbench)
    let frame = AnnotateScreen(
      annotator.state, keys: annotator.keys, size: TerminalSize(columns: 80, rows: 24)
    ).frame
    let sent = frame.sequence(after: nil, rendition: .plain)
    #expect(!sent.contains("\u{1B}]") && !sent.contains("\u{7}") && !sent.contains("\u{202E}"))
    #expect(frame.text.contains("^[]52"))
  }
}
