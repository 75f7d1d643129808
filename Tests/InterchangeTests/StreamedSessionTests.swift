import ClaimModel
import TestSupport
import Testing

@testable import Interchange

@Suite("Sessions that are read event by event")
struct StreamedSessionTests {
  /// Reads bytes in pieces of a length, with nothing read as a whole.
  private func decode(_ bytes: [UInt8], pieces length: Int = 37) throws -> SessionDocument {
    var rest = bytes[...]
    return try SessionJSON.decode(
      streaming: {
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.dropFirst(length) }
        return Array(rest.prefix(length))
      }, wholeBytes: 0)
  }

  @Test("are the same as those that are read at once", arguments: 0..<20 as Range<UInt64>)
  func same(seed: UInt64) throws {
    let document = SampleSession.random(seed: seed)
    let bytes = try SessionJSON.encode(document)
    #expect(try decode(bytes, pieces: 1 + Int(seed) * 50) == document)
    #expect(try SessionJSON.decode(bytes) == document)
  }

  @Test("are refused where one that is read at once is", arguments: 0..<60 as Range<UInt64>)
  func damaged(seed: UInt64) throws {
    var rng = SeededGenerator(seed: seed)
    var bytes = try SessionJSON.encode(SampleSession.random(seed: seed, steps: 6))
    let place = Int.random(in: 0..<bytes.count, using: &rng)
    let pieces = ["0", "-1", "\"", "}", "[", "]", ",", "null", "\\", "\"events\":[", "{}"]
    bytes.replaceSubrange(
      place..<min(bytes.count, place + Int.random(in: 0...3, using: &rng)),
      with: Array((pieces.randomElement(using: &rng) ?? "").utf8))
    let whole = try? SessionJSON.decode(bytes)
    let streamed = try? decode(bytes)
    #expect(whole == streamed)
  }

  @Test("say in which event something is wrong")
  func places() throws {
    let text = String(
      decoding: try SessionJSON.encode(SampleSession.random(seed: 1, steps: 6)), as: UTF8.self)
    let changes = [
      ("\"seq\": 3", "\"seq\": 4", "events[2].seq: 3 should stand here"),
      ("\"seq\":3", "\"seq\":4", "events[2].seq: 3 should stand here"),
      ("\"assay.session/", "\"assay.other/", "schema: "),
    ]
    for (found, replacement, sentence) in changes where text.contains(found) {
      let changed = text.replacing(found, with: replacement, maxReplacements: 1)
      let error = try #require(throws: InterchangeError.self) { try decode(Array(changed.utf8)) }
      #expect(error.description.hasPrefix(sentence), "\(error)")
    }
    let error = try #require(throws: InterchangeError.self) {
      try decode(Array(text.utf8.dropLast(3)))
    }
    #expect(!error.description.isEmpty)
  }
}

@Suite("JSONListSplitter")
struct JSONListSplitterTests {
  private func split(_ text: String) -> (rest: String, elements: [String]) {
    var splitter = JSONListSplitter(list: "e")
    var elements: [String] = []
    for byte in text.utf8 {
      splitter.take([byte]) { elements.append(String(decoding: $1, as: UTF8.self)) }
    }
    return (String(decoding: splitter.rest, as: UTF8.self), elements)
  }

  @Test("hands over the elements of one list, and keeps the rest")
  func splits() {
    let cases: [(String, String, [String])] = [
      (
        #"{"a":1,"e":[1,[2,3],{"e":[4]}],"b":[5]}"#, #"{"a":1,"e":[],"b":[5]}"#,
        ["1", "[2,3]", #"{"e":[4]}"#]
      ),
      (#"{"e":["],\"","}"]}"#, #"{"e":[]}"#, [#""],\"""#, #""}""#]),
      (#"{"a":{"e":[1]},"e":[]}"#, #"{"a":{"e":[1]},"e":[]}"#, []),
      (#"{"x":"e","y":[1]}"#, #"{"x":"e","y":[1]}"#, []),
      ("{\"e\" : [ \n ] }", "{\"e\" : [] }", []),
      (#"{"e":[1,]}"#, #"{"e":[]}"#, ["1", ""]),
      (#"{"e":[,1]}"#, #"{"e":[]}"#, ["", "1"]),
    ]
    for (text, rest, elements) in cases {
      let found = split(text)
      #expect(found.rest == rest && found.elements == elements, "\(text)")
    }
  }

  @Test("has what stands before the list when the first element is handed over")
  func before() {
    var splitter = JSONListSplitter(list: "e")
    var before: [String] = []
    splitter.take(Array(#"{"a":1,"e":[7,8],"b":2}"#.utf8)) { splitter, _ in
      before.append(String(decoding: splitter.restClosed, as: UTF8.self))
    }
    #expect(before == [#"{"a":1,"e":[]}"#, #"{"a":1,"e":[]}"#])
  }
}
