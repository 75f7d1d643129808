import Glibc
import Terminal

/// Shows what ``LineReader`` and ``RawKeys`` return, for tests and for trying them by hand.
///
/// `LineReaderProbe lines [HISTORY]` echoes lines in brackets until the end of input, and `keys`
/// the keys until `q`. Either leaves with 3 after a signal to end. A bare word completes to one of
/// a few verbs, `source` to a name, and `read` to a file.
@main
enum LineReaderProbe {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let output = Output(descriptor: STDOUT_FILENO, name: "standard output", bufferSize: 0)
    do {
      switch arguments.first {
      case "keys": try echoKeys(on: output)
      case "page": page(Int(arguments.dropFirst().first ?? "") ?? 100)
      default: try echoLines(historyPath: arguments.dropFirst().first, on: output)
      }
    } catch {
      Output(descriptor: STDERR_FILENO, name: "standard error").writeLine("\(error)")
      exit(1)
    }
  }

  private static func echoLines(historyPath: String?, on output: Output) throws {
    var reader = try LineReader(application: "probe", historyPath: historyPath, historyLimit: 5)
    if let failure = reader.historyFailure { output.writeLine("[history: \(failure)]") }
    let prompt = StyledText("probe", Style(.green, .bold)) + "> "
    while true {
      let result = try reader.readLine(prompt: prompt, rendition: .styled, complete: complete)
      switch result {
      case .line(let line): output.writeLine("[line: \(line)] \(columns()) columns")
      case .interrupted: output.writeLine("[interrupted]")
      case .endOfInput:
        output.writeLine("[end]")
        return
      case .terminated(let signal):
        output.writeLine("[terminated \(signal)]")
        exit(3)
      }
    }
  }

  private static func complete(_ request: CompletionRequest) -> CompletionAnswer {
    let verb = request.linePrefix.split(separator: " ").first ?? ""
    let word = request.wordText.lowercased()
    let words =
      switch verb {
      case "read": nil as [String]?
      case "source": ["Kofi Annan", "Kong Quan", "Konrad", "Shen Guofang", "Zoë Ångström"]
      case "many": (100..<320).map { "choice-\($0)" }
      default: ["show", "stance", "status=", "source", "split", "many"]
      }
    guard let words else { return .fileNames }
    return .words(
      words.filter { $0.lowercased().hasPrefix(word) }
        .map { Completion($0, suffix: $0.hasSuffix("=") ? .none : .space) })
  }

  private static func echoKeys(on output: Output) throws {
    let signal = try keysUntilEnd(on: output)
    output.writeLine("[left]")
    if signal { exit(3) }
  }

  private static func keysUntilEnd(on output: Output) throws -> Bool {
    var keys = try RawKeys()
    output.writeLine("[ready]")
    while true {
      let event = keys.next(timeout: .seconds(30))
      output.writeLine("[\(event)] \(columns()) columns")
      switch event {
      case .key(.character("q")), .endOfInput, .timeout: return false
      case .terminated: return true
      case .key(.control("z")): keys.suspend()
      case .key, .resized: continue
      }
    }
  }

  private static func page(_ count: Int) {
    let output = Output(descriptor: STDOUT_FILENO, name: "standard output", rendition: .styled)
    var environment = ["PATH": "/usr/bin:/bin"]
    for name in ["PAGER", "TERM"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    let lines = (1...count).map { StyledText("line \($0)", Style(.red)) }
    let pager = Pager(environment: environment, size: TerminalSize(descriptor: STDOUT_FILENO))
    if let pager { pager.show(lines, on: output) } else { output.writeLine("[no pager]") }
    output.writeLine("[shown]")
    output.flush()
  }

  private static func columns() -> Int { TerminalSize(descriptor: STDOUT_FILENO)?.columns ?? 0 }
}
