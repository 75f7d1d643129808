import Glibc
import Testing

@testable import Terminal

/// Real programs of the shell, given lines and asked for lines.
@Suite("LineProgram", .serialized, .timeLimit(.minutes(5)))
struct LineProgramTests {
  init() { ignoreBrokenPipes() }

  private func start(_ command: String) throws -> LineProgram {
    try LineProgram(command: command, environment: ["PATH": "/usr/bin:/bin", "WORD": "tide"])
  }

  /// Its lines, waited for until there are so many or it ends.
  private func lines(_ count: Int, of program: LineProgram) -> [String] {
    var lines: [String] = []
    while lines.count < count, program.end == nil {
      lines += program.lines(within: .seconds(60)).map { String(decoding: $0, as: UTF8.self) }
    }
    return lines
  }

  /// Waits for its end.
  private func end(of program: LineProgram) -> LineProgram.End? {
    while program.end == nil { _ = program.lines(within: .seconds(60)) }
    return program.end
  }

  @Test("gives each line an answer, and the program its environment")
  func answers() throws {
    let program = try start(#"while read -r line; do echo "$WORD $line"; done"#)
    program.send(Array("one".utf8))
    #expect(lines(1, of: program) == ["tide one"])
    program.send(Array("".utf8))
    program.send(Array("zwölf".utf8))
    #expect(lines(2, of: program) == ["tide ", "tide zwölf"])
    #expect(program.end == nil)
  }

  @Test("does not wait for a program that says nothing, nor for one that reads nothing")
  func silent() throws {
    let program = try start("exec sleep 1000")
    #expect(program.lines(within: .milliseconds(20)).isEmpty)
    // More than a pipe holds.
    program.send([UInt8](repeating: 0x61, count: 1 << 20))
    #expect(program.lines().isEmpty)
    #expect(program.end == nil)
  }

  @Test(
    "tells how it ended, and what it complained of last",
    arguments: [
      ("echo bye >&2; exit 3", LineProgram.End.exited(3), Optional("bye")),
      ("kill -9 $$", .killed(signal: 9), nil),
      ("no-such-program", .exited(127), "sh: 1: no-such-program: not found"),
      ("true", .exited(0), nil),
    ])
  func ends(command: String, expected: LineProgram.End, complaint: String?) throws {
    let program = try start(command)
    #expect(end(of: program) == expected)
    #expect(program.complaint == complaint)
  }

  @Test("gives the lines that were written before the end")
  func lastLines() throws {
    let program = try start("echo one; echo two; printf half")
    var lines: [String] = []
    while program.end == nil {
      lines += program.lines(within: .seconds(60)).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(lines == ["one", "two"])
  }

  @Test("stops a program that writes a line without end")
  func endless() throws {
    let program = try start("exec tr '\\0' x < /dev/zero")
    #expect(end(of: program) == .wroteTooLong)
  }

  @Test("takes a part at a time from a program that never stops writing lines")
  func flood() throws {
    let program = try start("exec yes")
    #expect(lines(1, of: program).first == "y")
    #expect(program.end == nil)
  }

  @Test("ends with its value, also where it would not: nothing of its group is left")
  func stops() throws {
    var process: pid_t = 0
    do {
      let program = try start("trap '' TERM; echo $$; while :; do sleep 1; done")
      process = try #require(pid_t(lines(1, of: program).first ?? ""))
      #expect(kill(process, 0) == 0)
      withExtendedLifetime(program) {}
    }
    #expect(kill(process, 0) == -1)
  }

  @Test("is told of the end by the end of its input")
  func told() throws {
    let folder = try TemporaryFolder()
    do {
      let program = try start("echo ready; cat; echo over > \(folder.path)/end")
      #expect(lines(1, of: program) == ["ready"])
      program.stop()
      #expect(program.end == .stopped)
    }
    #expect(try folder.read("end") == "over\n")
  }
}
