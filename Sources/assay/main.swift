import ArticleReader
import ClaimModel
import Glibc
import Terminal
import Workbench

/// The moment, as the system's clock has it.
func present() -> Timestamp {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
}

/// Where the program remembers things between runs, as the XDG base directories say.
func stateFolder(_ environment: [String: String]) -> String? {
  if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/assay" }
  return environment["HOME"].map { $0 + "/.local/state/assay" }
}

func environment() -> [String: String] {
  var values: [String: String] = [:]
  var entry = environ
  while let text = entry.pointee {
    let halves = String(cString: text).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    if halves.count == 2 { values[String(halves[0])] = String(halves[1]) }
    entry += 1
  }
  return values
}

// Both are then told by the call that fails, in a sentence, instead of ending the program.
signal(SIGPIPE, SIG_IGN)
signal(SIGXFSZ, SIG_IGN)
let environmentValues = environment()
let arguments = Array(CommandLine.arguments.dropFirst())
let noColor = arguments.contains("--no-color")

func output(_ descriptor: CInt, name: String, bufferSize: Int) -> Output {
  Output(
    descriptor: descriptor, name: name,
    rendition: Rendition(
      isTerminal: isTerminal(descriptor), environment: environmentValues, noColor: noColor),
    bufferSize: bufferSize)
}

let hasScreen = isTerminal(STDIN_FILENO) && isTerminal(STDOUT_FILENO)
let isDumb = ["", "dumb"].contains(environmentValues["TERM"] ?? "")
let beginning = ContinuousClock.now
let standardOutput = output(STDOUT_FILENO, name: "standard output", bufferSize: 32_768)
let workbench = Workbench(
  settings: Settings(environment: environmentValues),
  output: standardOutput,
  errors: output(STDERR_FILENO, name: "standard error", bufferSize: 0),
  surroundings: Surroundings(
    now: present, cores: max(1, min(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), 8)),
    elapsed: { ContinuousClock.now - beginning },
    terminalSize: { TerminalSize(descriptor: STDOUT_FILENO, environment: environmentValues) },
    errorTerminal: { TerminalSize(descriptor: STDERR_FILENO) },
    sleep: { duration in
      let seconds = duration / .seconds(1)
      usleep(UInt32(min(seconds, 1000) * 1_000_000))
    },
    waitForKey: { try waitForKey() },
    standardInput: { try ArticleFile.load(descriptor: STDIN_FILENO) },
    withKeys: isTerminal(STDIN_FILENO) ? { try withKeys($0) } : nil,
    fullScreen: hasScreen && !isDumb
      ? {
        try FullScreen(output: standardOutput) {
          TerminalSize(descriptor: STDOUT_FILENO, environment: environmentValues)
        }
      } : nil,
    keyLine: hasScreen && isDumb ? { readLine() } : nil,
    stateFolder: stateFolder(environmentValues), passphrase: environmentValues["ASSAY_PASSPHRASE"]))

workbench.surroundings.standardInputChunk = { try ArticleFile.chunk(of: STDIN_FILENO) }

workbench.surroundings.lineProgram = {
  try LineProgram(command: $0, environment: environmentValues)
}

func waitForKey() throws -> Bool {
  var keys = try RawKeys()
  switch keys.next() {
  case .key(.character("q")), .key(.control("c")), .key(.control("d")), .key(.escape): return false
  case .key: return true
  default: return false
  }
}

func withKeys(_ ask: (() -> Key?) throws -> Void) throws {
  var keys = try RawKeys()
  try ask {
    while true {
      switch keys.next() {
      case .key(let key): return key
      case .resized, .timeout: continue
      case .terminated, .endOfInput: return nil
      }
    }
  }
}

let program = ShellProgram(
  workbench, isTerminal: isTerminal(STDIN_FILENO),
  historyPath: stateFolder(environmentValues).map { $0 + "/history" })
exit(program.run(arguments))
