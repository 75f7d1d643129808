import Glibc
import Terminal

/// Prints on standard error, where people read while figures go to files.
func report(_ text: String) {
  let line = Array((text + "\n").utf8)
  _ = write(STDERR_FILENO, line, line.count)
}

do {
  switch try BenchCommand(arguments: Array(CommandLine.arguments.dropFirst())) {
  case .help: print(BenchCommand.usage)
  case .list:
    for row in BenchRow.allCases { print("\(row.rawValue.padded(to: 8))  \(row.summary)") }
  case .visit(let store): print(try StoreVisit(store).lines().joined(separator: "\n"))
  case .measure(let request): try Bench(request).run()
  }
} catch let error as BenchUsageError {
  report("assay-bench: \(EscapedText("\(error)").text)\n\(BenchCommand.usage)")
  exit(64)
} catch {
  report("assay-bench: \(EscapedText("\(error)").text)")
  exit(1)
}
