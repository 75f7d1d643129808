import Glibc
import Terminal
import Testing

@Suite("Output")
struct OutputTests {
  @Test("captures what is written, in its rendition")
  func captures() {
    for (rendition, expected) in [
      (Rendition.plain, "a b\n\nc\nd"), (.styled, "a \u{1B}[0;1mb\u{1B}[0m\n\nc\nd"),
    ] {
      let output = Output(capturing: rendition)
      output.write("a ")
      output.writeLine(StyledText("b", .bold))
      output.writeLine()
      output.write(Array("c\n".utf8))
      output.write(StyledText("d"))
      output.flush()
      #expect(output.captured == expected)
    }
  }

  @Test("gathers what is written until the buffer is full, it is flushed, or it goes")
  func buffers() throws {
    let folder = try TemporaryFolder()
    try folder.write([], to: "out")
    let descriptor = open(folder.file("out"), O_WRONLY)
    defer { close(descriptor) }
    do {
      let output = Output(descriptor: descriptor, name: "out", bufferSize: 4)
      output.write("abc")
      #expect(try folder.read("out") == "")
      output.write("de")
      #expect(try folder.read("out") == "abcde")
      output.write("f")
      output.flush()
      #expect(try folder.read("out") == "abcdef")
      output.write("g")
    }
    #expect(try folder.read("out") == "abcdefg")
  }

  @Test("falls silent when the reader goes away")
  func closed() {
    ignoreBrokenPipes()
    var ends: [CInt] = [-1, -1]
    #expect(pipe(&ends) == 0)
    let output = Output(descriptor: ends[1], name: "pipe", bufferSize: 0)
    output.write("heard")
    #expect(!output.isClosed)
    close(ends[0])
    output.write("lost")
    output.write("lost too")
    #expect(output.isClosed)
    #expect(output.failure == nil)
    close(ends[1])
  }

  @Test("remembers the first failure, in words")
  func fails() {
    let descriptor = open("/dev/full", O_WRONLY)
    defer { close(descriptor) }
    let output = Output(descriptor: descriptor, name: "the export", bufferSize: 0)
    output.write("x")
    #expect(output.failure == .cannotWrite(name: "the export", code: ENOSPC))
    #expect(output.failure?.description == "cannot write the export: no space left on device")
  }

  @Test("waits for a slow reader of a pipe that does not block")
  func slow() {
    var ends: [CInt] = [-1, -1]
    #expect(pipe(&ends) == 0)
    _ = fcntl(ends[1], F_SETFL, O_NONBLOCK)
    // A thread of its own, since the writer waits for it in this one.
    var reader = pthread_t()
    let countBytes: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
      var bytes = [UInt8](repeating: 0, count: 4096)
      var total = 0
      while case let count = read(CInt(Int(bitPattern: $0)), &bytes, bytes.count), count > 0 {
        total += count
      }
      return UnsafeMutableRawPointer(bitPattern: total)
    }
    pthread_create(&reader, nil, countBytes, UnsafeMutableRawPointer(bitPattern: Int(ends[0])))
    do {
      let output = Output(descriptor: ends[1], name: "pipe")
      for _ in 0..<100 { output.write(String(repeating: "x", count: 10_000)) }
    }
    close(ends[1])
    var received: UnsafeMutableRawPointer?
    pthread_join(reader, &received)
    #expect(Int(bitPattern: received) == 1_000_000)
    close(ends[0])
  }
}

@Suite("TerminalError")
struct TerminalErrorTests {
  static let cases: [(TerminalError, String)] = [
    (
      .notATerminal(name: "standard input"),
      "standard input is not a terminal; start the program in one, or give it commands as a script"
    ),
    (.cannotRead(name: "h", code: EACCES), "cannot read h: permission denied"),
    (.cannotWrite(name: "h", code: EROFS), "cannot write h: read-only file system"),
    (.cannotSwitch(code: EIO), "cannot switch the terminal to single keys: input/output error"),
    (.cannotWatch(code: EMFILE), "cannot watch for signals: too many open files"),
  ]

  @Test("says what failed", arguments: cases)
  func says(_ error: TerminalError, _ sentence: String) {
    #expect(error.description == sentence)
  }

  @Test("refuses single keys where there is no terminal")
  func noTerminal() {
    #expect(throws: TerminalError.notATerminal(name: "the input")) {
      _ = try RawKeys(descriptor: -1)
    }
  }
}

@Suite("TerminalSize")
struct TerminalSizeTests {
  static let cases: [([String: String], Int, Int)] = [
    ([:], 80, 24),
    (["COLUMNS": "120", "LINES": "50"], 120, 50),
    (["COLUMNS": "wide", "LINES": "0"], 80, 24),
    (["COLUMNS": "-5", "LINES": "99999"], 80, 24),
  ]

  @Test("falls back on the environment, then on 80 by 24", arguments: cases)
  func falls(_ environment: [String: String], _ columns: Int, _ rows: Int) {
    let size = TerminalSize(descriptor: -1, environment: environment)
    #expect(size == TerminalSize(columns: columns, rows: rows))
    #expect(TerminalSize(descriptor: -1) == nil)
    #expect(!isTerminal(-1))
  }
}
