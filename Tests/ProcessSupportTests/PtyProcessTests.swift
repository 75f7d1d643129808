import Glibc
import ProcessSupport
import Testing

@Suite("PtyProcess", .serialized)
struct PtyProcessTests {
  private func shell(_ script: String) throws -> PtyProcess {
    try PtyProcess("/bin/sh", ["-c", script], columns: 100, rows: 30)
  }

  @Test("gives the program a terminal of its own, of the size asked for")
  func terminal() throws {
    let child = try shell("test -t 0 && test -t 1 && test -t 2 && stty size && cat < /dev/tty")
    try child.expect("30 100\r\n")
    try child.send("to myself\r")
    // Once as the echo, once as what `cat` writes.
    try child.expect("to myself")
    try child.expect("to myself")
    #expect(child.isInLineMode())
    try child.send("\u{4}")
    #expect(try child.waitForExit() == .exited(0))
  }

  @Test("interrupts it by Ctrl-C, though the tests' threads block signals")
  func interrupt() throws {
    let child = try shell(
      "trap 'echo caught; exit 5' INT; echo ready; while :; do sleep 0.05; done")
    try child.expect("ready")
    try child.send("\u{3}")
    try child.expect("caught")
    #expect(try child.waitForExit() == .exited(5))
  }

  @Test("looks behind what was expected before, and gives what stands between")
  func cursor() throws {
    let child = try shell("echo one two one three")
    try child.expect("one")
    #expect(try child.expect("one") == " two ")
    #expect(try child.expect("three") == " ")
    #expect(try child.waitForExit() == .exited(0))
    #expect(child.transcript == "one two one three\r\n")
  }

  @Test("says what it saw instead")
  func failures() throws {
    let silent = try shell("echo here; exec sleep 600")
    #expect {
      try silent.expect("there", within: .milliseconds(200))
    } throws: {
      "\($0)" == #"waited in vain for "there"; saw "here\r\n""#
    }
    #expect {
      try silent.waitForExit(within: .milliseconds(50))
    } throws: {
      "\($0)" == #"did not end in time; saw "here\r\n""#
    }
    let brief = try shell("echo gone")
    #expect {
      try brief.expect("there")
    } throws: {
      "\($0)" == #"ended before "there"; saw "gone\r\n""#
    }
    #expect(throws: ProcessError.self) { try PtyProcess("/no/such/program") }
  }

  @Test("reads what comes while it waits for the end")
  func drains() throws {
    let child = try shell("seq 1 20000; kill -KILL $$")
    #expect(try child.waitForExit() == .killed(signal: SIGKILL))
    #expect(child.transcript.hasSuffix("20000\r\n"))
  }
}
