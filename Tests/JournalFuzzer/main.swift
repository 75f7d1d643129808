import Glibc
import JournalFuzz

// Edits a session, hashes it anew and uses it, seed after seed:
//
//     journal-fuzz [--runs N] [--seed N]
//
// A trap ends it by signal, after the seed of which it printed the beginning last.

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

let first = number("--seed", else: 0)
let runs = number("--runs", else: 1000)
let session = try WildSession()
var counts = (done: 0, refused: 0)
for seed in first..<(first + runs) {
  if runs <= 1000 || seed % 1000 == 0 { say("seed \(seed)") }
  // One run takes some milliseconds; a loop that does not end is ended here.
  alarm(60)
  let outcome = try session.run(seed: seed)
  counts.done += outcome.done
  counts.refused += outcome.refused
}
print("\(runs) stores: \(counts.done) commands done, \(counts.refused) refused")
