import FoundationEssentials
import Glibc

/// A program run to its end, its standard output in a file.
struct ChildProcess {
  let path: String
  let arguments: [String]
  /// Nil for one that goes nowhere.
  var outputPath: String?
  /// Added to the environment of this process.
  var environment: [String: String] = [:]

  /// Runs it, looking for its name along `PATH`.
  ///
  /// - Returns: From before its start to after its end.
  @discardableResult
  func milliseconds() throws -> Double {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, outputPath ?? "/dev/null", O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    var settings = ProcessInfo.processInfo.environment.merging(environment) { $1 }
      .map { strdup("\($0)=\($1)") }
    defer { for word in words + settings { free(word) } }
    words.append(nil)
    settings.append(nil)
    let clock = ContinuousClock()
    let start = clock.now
    var child: pid_t = 0
    let code = posix_spawnp(&child, path, &actions, nil, words, settings)
    guard code == 0 else { throw BenchError.noProgram(path) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
    let elapsed = (clock.now - start) / .milliseconds(1)
    guard status == 0 else {
      let command = ([path] + arguments).joined(separator: " ")
      throw BenchError.child(command, status: Int(status >> 8))
    }
    return elapsed
  }
}
