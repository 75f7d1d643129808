import Glibc
import ProcessSupport
import Testing

@Suite("runProcess")
struct RunProcessTests {
  @Test("feeds and reads more than pipes hold, both ways at once")
  func large() throws {
    let input = [UInt8](repeating: 0x78, count: 1 << 20)
    let result = try runProcess("/bin/sh", ["-c", "tee /dev/stderr"], input: input)
    #expect(result.standardOutput == input)
    #expect(result.standardError == input)
    #expect(result.status == .exited(0))
  }

  @Test("keeps standard output, standard error and the exit code apart")
  func streams() throws {
    let result = try runProcess("/bin/sh", ["-c", "echo out; echo err >&2; exit 66"])
    #expect(result.output == "out\n")
    #expect(result.errors == "err\n")
    #expect(result.exitCode == 66)
  }

  @Test("counts a killed program as a shell does")
  func killed() throws {
    let result = try runProcess("/bin/sh", ["-c", "kill -TERM $$"])
    #expect(result.status == .killed(signal: SIGTERM))
    #expect(result.exitCode == 143)
  }

  @Test("sets folder and variables, and hands on no others")
  func surroundings() throws {
    setenv("PROCESS_SUPPORT_SECRET", "1", 1)
    let script = "pwd; echo $OWN $LC_ALL $INPUTRC [$PROCESS_SUPPORT_SECRET]"
    let result = try runProcess(
      "/bin/sh", ["-c", script], environment: ["OWN": "own", "LC_ALL": "C"], folder: "/usr")
    #expect(result.output == "/usr\nown C /dev/null []\n")
  }

  @Test("goes on where the program does not read its input")
  func unread() throws {
    let input = [UInt8](repeating: 0, count: 1 << 20)
    #expect(try runProcess("/bin/true", input: input).exitCode == 0)
  }

  @Test("says which program cannot be started")
  func missing() throws {
    #expect {
      _ = try runProcess("/no/such/program")
    } throws: {
      "\($0)" == "starting /no/such/program failed: No such file or directory"
    }
  }

  @Test("kills a program that takes too long")
  func endless() {
    #expect {
      _ = try runProcess(
        "/bin/sh", ["-c", "echo begun; exec sleep 600"], within: .milliseconds(300))
    } throws: {
      "\($0)".hasPrefix("did not end in time; saw ")
    }
  }
}
