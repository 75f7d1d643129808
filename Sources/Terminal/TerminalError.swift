package import Files

/// What goes wrong between the program and its terminal.
package enum TerminalError: Error, Equatable {
  /// The descriptor that should be read from a terminal is none.
  case notATerminal(name: String)
  case cannotRead(name: String, code: CInt)
  case cannotWrite(name: String, code: CInt)
  /// A file that may have been planted.
  case unsafe(name: String, FileRefusal)
  /// The terminal could not be switched between lines and single keys.
  case cannotSwitch(code: CInt)
  /// Another program could not be started.
  case cannotStart(command: String, code: CInt)
  /// Signals could not be watched.
  case cannotWatch(code: CInt)
}

extension TerminalError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notATerminal(let name):
      "\(name) is not a terminal; start the program in one, or give it commands as a script"
    case .cannotRead(let name, let code):
      "cannot read \(name): \(systemReason(code))"
    case .cannotWrite(let name, let code):
      "cannot write \(name): \(systemReason(code))"
    case .unsafe(let name, let refusal):
      "cannot use \(name): \(refusal)"
    case .cannotSwitch(let code):
      "cannot switch the terminal to single keys: \(systemReason(code))"
    case .cannotStart(let command, let code):
      "cannot start '\(command)': \(systemReason(code))"
    case .cannotWatch(let code):
      "cannot watch for signals: \(systemReason(code))"
    }
  }
}
