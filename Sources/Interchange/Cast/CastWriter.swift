/// Writes a terminal recording in the form asciicast v2, which asciinema plays.
///
/// https://docs.asciinema.org/manual/asciicast/v2/: a header line, then one line for each output.
package struct CastWriter: Sendable {
  private var json = JSONWriter(.compact)
  private var milliseconds: Int64 = 0

  /// Starts a recording.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal.
  ///   - height: Rows of the terminal.
  ///   - startedAt: Seconds since 1970, nil to leave it out.
  ///   - environment: Such as `TERM`, in the order to be written.
  package init(
    width: Int, height: Int, startedAt: Int64? = nil, title: String? = nil,
    environment: KeyValuePairs<String, String> = ["TERM": "xterm-256color"]
  ) {
    json.object { json in
      json.member("version", 2)
      json.member("width", width)
      json.member("height", height)
      if let startedAt { json.member("timestamp", Int(startedAt)) }
      if let title { json.member("title", title) }
      json.key("env")
      json.object { json in
        for (name, value) in environment { json.member(name, value) }
      }
    }
    json.endLine()
  }

  /// Adds what the terminal was sent; a bare LF becomes CR LF, as a terminal's driver sends it.
  ///
  /// - Parameter time: Milliseconds since the start; one that lies before the last output's is
  ///   moved there, since a recording cannot run backwards.
  package mutating func output(_ text: String, atMilliseconds time: Int64) {
    milliseconds = max(milliseconds, time)
    let fraction = String(milliseconds % 1000)
    let seconds =
      "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
    json.array { json in
      json.raw(seconds.utf8)
      json.string("o")
      json.string(Self.withReturns(text))
    }
    json.endLine()
  }

  /// Hands over the lines so far and forgets them.
  package mutating func takeBytes() -> [UInt8] {
    json.takeBytes()
  }

  private static func withReturns(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      if byte == 0x0A && bytes.last != 0x0D { bytes.append(0x0D) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
