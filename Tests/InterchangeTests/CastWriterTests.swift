import Testing

@testable import Interchange

@Suite("CastWriter")
struct CastWriterTests {
  @Test("writes asciicast v2, line ends as a terminal gets them, time never running back")
  func cast() {
    var cast = CastWriter(
      width: 80, height: 24, startedAt: 1_772_357_400, title: "a \"day\"",
      environment: ["TERM": "xterm-256color", "SHELL": "/bin/sh"])
    cast.output("\u{1B}[1mc1\u{1B}[0m\n\nx\r\n", atMilliseconds: 5)
    cast.output("é😀", atMilliseconds: 61_250)
    cast.output("late", atMilliseconds: 100)
    #expect(
      String(decoding: cast.takeBytes(), as: UTF8.self) == #"""
        {"version":2,"width":80,"height":24,"timestamp":1772357400,"title":"a \"day\"",\#
        "env":{"TERM":"xterm-256color","SHELL":"/bin/sh"}}
        [0.005,"o","\u001b[1mc1\u001b[0m\r\n\r\nx\r\n"]
        [61.250,"o","é😀"]
        [61.250,"o","late"]

        """#)
    #expect(cast.takeBytes().isEmpty)
  }

  @Test("leaves out what it was not told")
  func bare() {
    var cast = CastWriter(width: 1, height: 2, environment: [:])
    #expect(cast.takeBytes() == Array("{\"version\":2,\"width\":1,\"height\":2,\"env\":{}}\n".utf8))
  }
}
