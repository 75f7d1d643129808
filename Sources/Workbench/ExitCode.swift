/// What the program ends with, after sysexits(3) where it has a code for the case.
package enum ExitCode: Int32, CaseIterable, Sendable {
  case done = 0
  case failed = 1
  case differs = 2
  case usage = 64
  case badInput = 65
  case noInput = 66
  case cannotWrite = 73

  package var meaning: String {
    switch self {
    case .done: "done"
    case .failed: "failed"
    case .differs: "a check found a difference"
    case .usage: "the command was wrong"
    case .badInput: "the input cannot be used"
    case .noInput: "there is no such input"
    case .cannotWrite: "the output cannot be written"
    }
  }
}
