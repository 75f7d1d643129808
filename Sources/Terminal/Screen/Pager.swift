import Glibc

/// Shows a text that is longer than the screen in the user's pager.
package struct Pager {
  /// The command for the shell.
  private let command: String
  private let environment: [String]
  private let rows: Int
  private let columns: Int

  /// Makes a pager for a terminal that can have one.
  ///
  /// - Parameters:
  ///   - environment: `PAGER` names the command, else it is `less`; empty or `cat` means none.
  ///     `less` is told to show colours and to end after one screen (`LESS=FRX`) unless `LESS` is
  ///     set.
  ///   - size: Of the terminal on standard output; nil where it is none.
  /// - Returns: nil where a text is better written as it is, also on a dumb terminal.
  package init?(environment: [String: String], size: TerminalSize?) {
    let command = environment["PAGER"] ?? "less"
    let term = environment["TERM"] ?? "dumb"
    guard let size, !command.isEmpty, command != "cat", term != "dumb" else { return nil }
    self.command = command
    rows = size.rows
    columns = size.columns
    self.environment = environment.merging(["LESS": "FRX"]) { own, _ in own }
      .map { "\($0)=\($1)" }
  }

  /// Writes a text to an output on the terminal, through the pager where it does not fit the
  /// screen.
  ///
  /// - Parameter lines: As many rows each as their width asks for.
  package func show(_ lines: [StyledText], on output: Output) {
    let needed = lines.reduce(0) { $0 + max(1, ($1.columns + columns - 1) / columns) }
    if needed < rows || !run(lines.map { $0.rendered(output.rendition) + "\n" }.joined(), output) {
      for line in lines { output.writeLine(line) }
    }
  }

  /// Feeds a text to the pager and waits for its end; false where it could not be started.
  private func run(_ text: String, _ output: Output) -> Bool {
    output.flush()
    guard let ends = try? makePipe() else { return false }
    // Ctrl-C is the pager's while it runs, and its early end is no failure of ours.
    let formerInterrupt = signal(SIGINT, SIG_IGN)
    let formerPipe = signal(SIGPIPE, SIG_IGN)
    let child = start(reading: ends.read)
    close(ends.read)
    if child != nil { try? writeBytes(Array(text.utf8), to: ends.write) }
    close(ends.write)
    var status: CInt = 0
    if let child {
      while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    }
    signal(SIGINT, formerInterrupt)
    signal(SIGPIPE, formerPipe)
    // The shell ends with 127 where it finds no such command.
    return child != nil && (status >> 8) & 0xFF != 127 && (status >> 8) & 0xFF != 126
  }

  private func start(reading descriptor: CInt) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGINT)
    sigaddset(&usual, SIGPIPE)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var child: pid_t = 0
    let arguments = cStrings(["sh", "-c", command])
    let variables = cStrings(environment)
    defer { (arguments + variables).forEach { free($0) } }
    let code = posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, variables)
    return code == 0 ? child : nil
  }

  /// Copies for C, ended by a null; the caller frees them.
  private func cStrings(_ strings: [String]) -> [UnsafeMutablePointer<CChar>?] {
    strings.map { strdup($0) } + [nil]
  }
}
