private import CReadline
import Glibc
import Synchronization

/// Reads lines from the terminal on standard input with GNU readline, whose keys and modes follow
/// the user's inputrc.
///
/// Readline keeps hidden global state, so one reader at most exists at a time, used by one thread.
/// Between two reads the terminal and the signals are as the reader found them: a Ctrl-C then does
/// what the program arranged, with ``SignalWatch`` or not.
package struct LineReader: ~Copyable {
  private var history: LineHistory

  /// How a read ended.
  package enum Result: Hashable, Sendable {
    /// The line without its end. A pasted line may hold line feeds.
    case line(String)
    /// Ctrl-C: what was typed is dropped.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal went away.
    case endOfInput
    /// The process was asked to end, by SIGTERM or SIGHUP; what was typed is dropped.
    case terminated(signal: CInt)
  }

  /// Prepares readline.
  ///
  /// - Parameters:
  ///   - application: The name for `$if` in the user's inputrc.
  ///   - historyPath: A file of the user's, made with mode 0600; nil remembers nothing beyond the
  ///     run.
  ///   - historyLimit: The number of lines that are remembered.
  package init(
    application: String, historyPath: String?, historyLimit: Int = 5_000
  ) throws(TerminalError) {
    guard isTerminal(STDIN_FILENO) else { throw .notATerminal(name: "standard input") }
    let isFirst = readerExists.exchange(true, ordering: .sequentiallyConsistent) == false
    precondition(isFirst, "readline serves one reader at a time")
    history = LineHistory(path: historyPath, limit: historyLimit)
    prepareReadline(application: application)
    clear_history()
    for line in history.lines { add_history(line) }
  }

  deinit { readerExists.store(false, ordering: .sequentiallyConsistent) }

  /// Why the history file cannot be used, if it cannot; the lines of this run are remembered all
  /// the same.
  package var historyFailure: TerminalError? { history.failure }

  /// Shows a prompt and reads a line.
  ///
  /// - Parameters:
  ///   - prompt: One line; `rendition` says whether its styles are shown.
  ///   - remembers: Whether the line goes into the history.
  ///   - complete: Called when the user asks to complete a word, which is inside of this call.
  package mutating func readLine(
    prompt: StyledText, rendition: Rendition, remembers: Bool = true,
    complete: (CompletionRequest) -> CompletionAnswer = { _ in .words([]) }
  ) throws(TerminalError) -> Result {
    let result = try withoutActuallyEscaping(complete) { complete throws(TerminalError) in
      let read = try Read(complete: complete)
      currentRead.withLock { $0 = read }
      defer { currentRead.withLock { $0 = nil } }
      return read.run(prompt: prompt.renderedPrompt(rendition))
    }
    if remembers, case .line(let line) = result { remember(line) }
    return result
  }

  private mutating func remember(_ line: String) {
    guard let change = history.add(line) else { return }
    if let index = change.removed { forget(index) }
    add_history(change.added)
    if change.dropsOldest { forget(0) }
  }

  private func forget(_ index: Int) {
    if let entry = remove_history(CInt(index)) { _ = free_history_entry(entry) }
  }
}

// MARK: - One read

/// Whether a reader exists, since readline's state is the process's.
private let readerExists = Atomic<Bool>(false)

/// The read that readline's callbacks belong to, which get no context of their own.
///
/// They are called on the thread that is inside of `readLine`, and only while it is there.
private let currentRead = Mutex<Read?>(nil)

/// What one call of `readLine` and the callbacks made from it share.
///
/// It is unchecked because only the thread inside of `readLine` uses what it holds: the mutex hands
/// out the reference, and nothing else has it.
private final class Read: @unchecked Sendable {
  private var signals: SignalWatch
  private let complete: (CompletionRequest) -> CompletionAnswer
  private var result: LineReader.Result?

  init(complete: @escaping (CompletionRequest) -> CompletionAnswer) throws(TerminalError) {
    signals = try SignalWatch([SIGINT, SIGTERM, SIGHUP, SIGWINCH, SIGTSTP])
    self.complete = complete
  }

  func run(prompt: String) -> LineReader.Result {
    rl_reset_screen_size()
    rl_callback_handler_install(prompt) { line in
      // Removed here, or readline would show the prompt again.
      rl_callback_handler_remove()
      let text = line.map { String(cString: $0) }
      free(line)
      currentRead.withLock { $0 }?.lineEnded(text)
    }
    while true {
      switch wait() {
      case .input: rl_callback_read_char()
      case .signal(let signal): act(on: signal)
      }
      if let result { return finish(result) }
    }
  }

  /// Leaves the terminal as it was, with the cursor at the start of a line.
  private func finish(_ result: LineReader.Result) -> LineReader.Result {
    switch result {
    case .line:
      // A Ctrl-C after the line is meant for what the line starts.
      signals.passedOn = [SIGINT, SIGTERM, SIGHUP]
    case .endOfInput:
      signals.passedOn = [SIGTERM, SIGHUP]
      // Readline itself ends the line where it takes pasted text in brackets.
      let brackets = rl_variable_value("enable-bracketed-paste").map { String(cString: $0) }
      if brackets != "on" { rl_crlf() }
    case .interrupted, .terminated:
      if result == .interrupted { signals.passedOn = [SIGTERM, SIGHUP] }
      creadline_show_line_end()
      if result == .interrupted { rl_echo_signal_char(SIGINT) }
      rl_crlf()
      rl_free_line_state()
      rl_callback_sigcleanup()
      rl_callback_handler_remove()
    }
    return result
  }

  private func lineEnded(_ text: String?) {
    // A terminal that went away is the end, even where readline takes what was typed as a line.
    if result == nil { result = text.map { .line($0) } ?? .endOfInput }
  }
}

// MARK: - Waiting

extension Read {
  private enum Event {
    case input
    case signal(CInt)
  }

  /// Waits for a key or a signal, the signal first.
  private func wait() -> Event {
    var requests = [
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      if let signal = signals.next() { return .signal(signal) }
      requests[0].revents = 0
      requests[1].revents = 0
      if poll(&requests, 2, -1) > 0, requests[0].revents == 0 { return .input }
    }
  }

  private func act(on signal: CInt) {
    switch signal {
    case SIGWINCH: rl_resize_terminal()
    case SIGTSTP:
      rl_cleanup_after_signal()
      signals.letAct(signal)
      rl_reset_after_signal()
      rl_forced_update_display()
    case SIGINT: result = .interrupted
    default: result = .terminated(signal: signal)
    }
  }

  /// The next byte for readline.
  ///
  /// It also reads in the middle of a command, as in "Display all 120 possibilities?"; a signal
  /// that ends the read aborts that command with Ctrl-G.
  fileprivate func readByte() -> CInt {
    while result == nil {
      switch wait() {
      case .signal(let signal): act(on: signal)
      case .input:
        var byte: UInt8 = 0
        let count = withUnsafeMutableBytes(of: &byte) {
          try? readBytes(from: STDIN_FILENO, into: $0)
        }
        if count == 1 { return CInt(byte) }
        result = .endOfInput
        return EOF
      }
    }
    return 7
  }
}

// MARK: - Completion

extension Read {
  /// Tells readline which quote is open at the cursor: left to itself, it would take an apostrophe
  /// for one.
  fileprivate func findOpenQuote() {
    let prefix = String(cString: creadline_line()).utf8.prefix(Int(creadline_cursor()))
    let quote = CompletionRequest.openQuote(in: prefix)
    creadline_set_quote(CChar(quote?.rawValue.asciiValue ?? 0))
  }

  /// Answers readline with a list that it frees: what replaces the word, then the choices, then
  /// nil.
  ///
  /// - Parameter word: The start and end of the word in readline's line, in bytes.
  fileprivate func completions(of word: Range<Int>) -> UnsafeMutablePointer<
    UnsafeMutablePointer<CChar>?
  >? {
    let request = CompletionRequest(
      line: String(cString: creadline_line()), word: word,
      openQuote: UInt8(exactly: creadline_open_quote())
        .flatMap { CompletionRequest.Quote(rawValue: Character(UnicodeScalar($0))) })
    creadline_set_all_quotes()
    switch complete(request) {
    case .fileNames:
      creadline_complete_file_name()
      return nil
    case .words(let completions):
      let choice = CompletionChoice(completions, for: request)
      let isDone = choice?.suffix == .space
      creadline_set_completion(0, isDone ? 0x20 : 0, isDone ? 0 : 1)
      guard let choice else { return nil }
      let texts =
        choice.choices.count == 1 ? [choice.insertion] : [choice.insertion] + choice.choices
      let list = calloc(texts.count + 1, MemoryLayout<UnsafeMutablePointer<CChar>?>.stride)?
        .assumingMemoryBound(to: UnsafeMutablePointer<CChar>?.self)
      for (index, text) in texts.enumerated() { list?[index] = strdup(text) }
      return list
    }
  }
}

/// Sets readline up, which leaves signals and input to ``Read`` and takes UTF-8 whatever the locale
/// says, since the articles and the terminals of today are UTF-8.
private func prepareReadline(application: String) {
  // Readline keeps the name's pointer for good; it is prepared once for each reader.
  let name = strdup(application)
  creadline_prepare(
    name,
    { _ in currentRead.withLock { $0 }?.readByte() ?? EOF },
    {
      currentRead.withLock { $0 }?.findOpenQuote()
      return nil
    },
    { _, start, end in
      currentRead.withLock { $0 }?.completions(of: Int(start)..<Int(end))
    })
  if !isTerminal(STDOUT_FILENO) { creadline_show_on_standard_error() }
  setlocale(LC_CTYPE, "")
  if nl_langinfo(CInt(CODESET)).map({ String(cString: $0) }) != "UTF-8" {
    // Readline takes the locale from the environment before each line.
    setenv("LC_ALL", "C.UTF-8", 1)
    setlocale(LC_CTYPE, "")
  }
  rl_initialize()
}
