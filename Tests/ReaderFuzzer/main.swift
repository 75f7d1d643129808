import Glibc
import ReaderFuzz

// Reads damaged files of the corpus, seed after seed, or the files that are named:
//
//     reader-fuzz [--runs N] [--seed N] [--trace]
//     reader-fuzz FILE…
//
// It ends with 1 after faults, at the latest after the tenth. A trap, or a minute for one input, ends
// it by signal; then run it again from the last seed it printed with `--trace`, which prints each seed
// before it is read.

func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
}

func number(_ name: String, else standard: UInt64) -> UInt64 {
  let arguments = CommandLine.arguments
  guard let place = arguments.firstIndex(of: name) else { return standard }
  guard place + 1 < arguments.count, let number = UInt64(arguments[place + 1]), number <= 1 << 40
  else {
    say("\(name) takes a whole number up to \(1 << 40)")
    exit(64)
  }
  return number
}

func processorMilliseconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
}

let check = ReadingCheck()
var counts = (read: 0, refused: 0, faults: 0)
var slowest = (milliseconds: 0.0, name: "none")

/// Reads an input, some twice, and counts how it came out.
@MainActor func run(_ input: Mutator.Input, name: String) {
  alarm(60)
  let start = processorMilliseconds()
  switch check.outcome(of: input) {
  case .read: counts.read += 1
  case .refused: counts.refused += 1
  case .fault(let fault):
    counts.faults += 1
    say("\(name), \(input.kind): \(fault)")
  }
  let milliseconds = processorMilliseconds() - start
  if milliseconds > slowest.milliseconds { slowest = (milliseconds, name) }
}

let paths = CommandLine.arguments.dropFirst()
if let first = paths.first, !first.hasPrefix("--") {
  for path in paths {
    guard let file = try CorpusFile(path: path) else {
      say("'\(path)' does not end like a file of the corpus: html, md, txt, eml, mhtml, xhtml")
      exit(64)
    }
    run(file.input, name: path)
  }
} else {
  let first = number("--seed", else: 0)
  let isTraced = CommandLine.arguments.contains("--trace")
  let mutator = Mutator(try CorpusFile.all())
  for seed in first..<(first + number("--runs", else: 1_000_000)) where counts.faults < 10 {
    if isTraced || seed % 10_000 == 0 { say("seed \(seed)") }
    run(mutator.input(seed: seed), name: "seed \(seed)")
  }
}
print(
  "\(counts.read) read, \(counts.refused) refused, \(counts.faults) faults; "
    + "slowest: \(slowest.name), \(Int(slowest.milliseconds)) ms")
exit(counts.faults == 0 ? 0 : 1)
