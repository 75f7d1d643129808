import Terminal

/// Runs `annotate` on a terminal: keys in, frames out, until the annotator leaves.
struct AnnotateLoop {
  private let workbench: Workbench
  private let order: ClaimOrder
  private let program: SuggestingProgram?

  init(_ workbench: Workbench, order: ClaimOrder, program: SuggestingProgram?) {
    self.workbench = workbench
    self.order = order
    self.program = program
  }

  /// On the whole screen.
  ///
  /// - Throws: `AnnotateError.ended` where a signal asks the process to end; the terminal is as before then.
  func run(on screen: consuming FullScreen) throws {
    var annotator = try Annotator(workbench, order: order, program: program)
    while !annotator.isDone {
      let size = screen.currentSize
      annotator.prepare(for: size)
      screen.draw(AnnotateScreen(annotator.state, keys: annotator.keys, size: size).frame)
      switch screen.next() {
      case .key(let key): annotator.take(key, at: workbench.surroundings.elapsed())
      case .resized, .timeout: continue
      case .ended(let signal): throw AnnotateError.ended(signal: signal)
      }
    }
  }

  /// On a terminal that cannot place text: the screen is printed after every line, whose characters are
  /// keys; an empty line is Enter.
  func runByLines(_ readLine: () throws -> String?) throws {
    var annotator = try Annotator(workbench, order: order, program: program)
    while !annotator.isDone {
      let columns = max(workbench.columns, AnnotateScreen.smallest.columns)
      let size = TerminalSize(columns: columns, rows: 20)
      annotator.prepare(for: size)
      let screen = AnnotateScreen(annotator.state, keys: annotator.keys, size: size)
      for row in screen.frame.rows where !row.isEmpty { workbench.output.writeLine(row) }
      workbench.output.flush()
      guard let line = try readLine() else { return }
      let keys = Key.keys(typed: line)
      if case .typing = annotator.state.mode, keys != [.escape] {
        annotator.take(.pasted(line), at: workbench.surroundings.elapsed())
        annotator.take(.enter, at: workbench.surroundings.elapsed())
        continue
      }
      for key in keys.isEmpty ? [.enter] : keys where !annotator.isDone {
        annotator.take(key, at: workbench.surroundings.elapsed())
      }
    }
  }
}

/// Why `annotate` cannot begin, or was ended.
enum AnnotateError: Error, Equatable, CustomStringConvertible {
  case noTerminal
  case noClaims
  /// By a signal, or nil where the terminal went away.
  case ended(signal: Int32?)

  var description: String {
    switch self {
    case .noTerminal:
      "'annotate' needs a terminal for its keys; in a script, the verbs of the prompt do the same"
    case .noClaims: "the article has no claims to judge; 'add \"WORDS\"' makes one"
    case .ended: "ended from outside; every decision is kept"
    }
  }
}
