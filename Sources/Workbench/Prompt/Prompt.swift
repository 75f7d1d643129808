import ClaimModel
import Interchange
import Journal
package import Terminal

/// The loop that reads commands and runs them, from a terminal or from a script.
package struct Prompt {
  private let workbench: Workbench

  package init(_ workbench: Workbench) { self.workbench = workbench }

  // MARK: - At a terminal

  /// Reads from the terminal until the user leaves; errors end a command and never the loop.
  ///
  /// - Returns: 0, or 128 and the number of the signal that ended it.
  package func runInteractively(historyPath: String?) throws -> Int32 {
    workbench.isInteractive = true
    workbench.interrupts = try Interrupts()
    var reader = try LineReader(application: "assay", historyPath: historyPath)
    let completer = Completer(workbench)
    try workbench.showCurrent()
    while !workbench.isQuitting {
      workbench.output.flush()
      workbench.errors.flush()
      // From here on a Ctrl-C is for the line, and after it for the command that the line starts.
      workbench.interrupts?.clear()
      let result = try reader.readLine(
        prompt: promptText, rendition: workbench.output.rendition,
        complete: completer.answer)
      switch result {
      case .line(let line):
        // A pasted text may hold several lines; what it holds is never taken for commands.
        runReporting(line)
      case .interrupted: continue
      case .endOfInput: return 0
      case .terminated(let signal): return 128 + signal
      }
    }
    return workbench.endingSignal.map { 128 + $0 } ?? 0
  }

  private func runReporting(_ line: String) {
    do {
      try workbench.run(line: line)
    } catch {
      report(error)
    }
  }

  private var promptText: StyledText {
    guard let open = workbench.open else { return StyledText("assay> ", Palette.heading) }
    let position = open.cursor.flatMap { open.position(of: $0) }
    var text = StyledText("assay", Palette.heading)
    if let cursor = open.cursor {
      text.append(" \(cursor)", Palette.number)
      text.append(position.map { " (\($0 + 1)/\(open.shown.count))" } ?? "", Palette.quiet)
    }
    if open.readingReason != nil { text.append(" reading", Palette.warning) }
    return text + "> "
  }

  // MARK: - As a script

  /// Runs the commands of a script, up to the first error unless told to go on.
  ///
  /// - Returns: The code of the first error, else 0.
  package func runScript(_ lines: consuming ScriptReader, keepsGoing: Bool) throws -> Int32 {
    workbench.isInteractive = false
    var code: Int32 = 0
    while !workbench.isQuitting, !workbench.output.isClosed, let line = try lines.next() {
      do {
        try workbench.run(line: line)
      } catch {
        report(error, line: lines.lineNumber)
        if code == 0 { code = ExitCode(for: error).rawValue }
        if !keepsGoing { break }
      }
    }
    return code
  }

  private func report(_ error: any Error, line: Int? = nil) {
    workbench.output.flush()
    workbench.report(error, place: line.map { "line \($0)" })
  }
}

extension Workbench {
  /// Says what went wrong, in one sentence on standard error.
  package func report(_ error: any Error, place: String? = nil) {
    // The reader of our output left; that is its right, and nothing to report.
    if case InterchangeError.readerGone = error { return }
    let place = place.map { $0 + ": " } ?? ""
    tell(StyledText("assay: \(place)\(error)", Palette.warning))
    errors.flush()
  }

  /// Says what is wrong with one article of several, and names it.
  func report(_ error: any Error, about name: String) {
    let sentence = "\(error)"
    report(error, place: sentence.contains("'\(name)'") ? nil : "'\(name)'")
  }
}
