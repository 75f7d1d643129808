import TestSupport
import Testing

@testable import Interchange

@Suite("JSONParser")
struct JSONParserTests {
  struct Refusal: Sendable, CustomTestStringConvertible {
    let json: [UInt8]
    let place: String
    let reason: String
    var testDescription: String { reason }

    init(_ json: String, _ place: String, _ reason: String) {
      self.init(bytes: Array(json.utf8), place, reason)
    }

    init(bytes: [UInt8], _ place: String, _ reason: String) {
      json = bytes
      self.place = place
      self.reason = reason
    }
  }

  static let refusals: [Refusal] = [
    Refusal("", "1:1", "it is empty"),
    Refusal(" \n ", "2:2", "it is empty"),
    Refusal("{} {}", "1:4", "something stands after the end"),
    Refusal("{\n  \"a\": 1,\n  \"a\": 2}", "3:3", "the name 'a' stands twice in the object"),
    Refusal("{\"😀\" 1}", "1:6", "a colon should stand after '😀'"),
    Refusal("{\"a\": 1,}", "1:9", "a name in quotes should stand here"),
    Refusal("{\"a\": 1 \"b\"", "1:9", "a comma or the end of the object should stand here"),
    Refusal("[1 2]", "1:4", "a comma or the end of the list should stand here"),
    Refusal("[1,]", "1:4", "this is not a JSON value"),
    Refusal("[1,", "1:4", "it ends where a value should stand"),
    Refusal("nul", "1:1", "this is not a JSON value"),
    Refusal("NaN", "1:1", "this is not a JSON value"),
    Refusal("-Infinity", "1:2", "a digit should stand here"),
    Refusal("01", "1:1", "a number starts with a superfluous 0"),
    Refusal("1.", "1:3", "a digit should stand here"),
    Refusal("1e999", "1:1", "the number is too large"),
    Refusal(String(repeating: "9", count: 500), "1:1", "the number is too large"),
    Refusal("\"abc", "1:1", "the text that starts here has no end"),
    Refusal("\"a\nb\"", "1:3", "a control character must be written as an escape"),
    Refusal("\"\\x\"", "1:2", "JSON has no such escape"),
    Refusal("\"\\", "1:3", "it ends within a text"),
    Refusal("\"\\u12\"", "1:2", "four hexadecimal digits should stand after \\u"),
    Refusal("\"\\ud800\"", "1:2", "half of a surrogate pair is missing"),
    Refusal("\"\\ud800\\u0041\"", "1:2", "half of a surrogate pair is missing"),
    Refusal("\"\\udc00\"", "1:2", "half of a surrogate pair is missing"),
    Refusal(
      bytes: [0x5B, 0x22, 0xFF, 0x22, 0x5D], "1:2", "the text is not UTF-8"),
    // A surrogate written as three bytes, and a character cut short.
    Refusal(bytes: [0x22, 0xED, 0xA0, 0x80, 0x22], "1:1", "the text is not UTF-8"),
    Refusal(bytes: [0x22, 0xF0, 0x9F, 0x98, 0x22], "1:1", "the text is not UTF-8"),
    Refusal(
      String(repeating: "[", count: 100_000), "1:65",
      "lists and objects are nested more than 64 deep"),
    Refusal(
      String(repeating: "{\"a\":", count: 100_000), "1:321",
      "lists and objects are nested more than 64 deep"),
  ]

  @Test("says where and why it refuses", arguments: refusals)
  func refuses(_ refusal: Refusal) {
    #expect(throws: JSONFault(place: refusal.place, reason: refusal.reason)) {
      try JSONParser.parse(refusal.json)
    }
  }

  @Test("stops at its limits")
  func limits() {
    #expect(throws: JSONFault(place: "", reason: "it has 4 bytes, and no more than 3 are read")) {
      try JSONParser.parse(Array("1234".utf8), limits: JSONParser.Limits(bytes: 3))
    }
    #expect(throws: JSONFault(place: "1:6", reason: "there are more than 3 values")) {
      try JSONParser.parse(Array("[0,0,0]".utf8), limits: JSONParser.Limits(values: 3))
    }
    let huge = [UInt8](repeating: UInt8(ascii: "["), count: 64 << 20)
    #expect(throws: JSONFault.self) { try JSONParser.parse(huge) }
  }

  @Test("finds a name that stands twice among many")
  func manyNames() {
    let names = (0..<40).map { "\"n\($0)\":0" }.joined(separator: ",")
    #expect(throws: Never.self) { try JSONParser.parse(Array("{\(names)}".utf8)) }
    #expect(throws: JSONFault.self) { try JSONParser.parse(Array("{\(names),\"n3\":0}".utf8)) }
    #expect(throws: JSONFault.self) { try JSONParser.parse(Array("{\(names),\"n39\":0}".utf8)) }
  }

  @Test("cuts what is too long for a message")
  func longMessages() throws {
    let name = String(repeating: "é", count: 100_000)
    let error = try #require(throws: JSONFault.self) {
      try JSONField(JSONParser.parse(Array("{\"\(name)\":0}".utf8))).object(["a", "b"])
    }
    #expect(error.reason.hasPrefix("'éé") && error.reason.hasSuffix("the fields are a, b"))
    #expect(error.reason.count == 403)
  }

  static let texts: [(String, String)] = [
    (#""""#, ""),
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u00e9\u20AC""#, "é€"),
    (#""\ud83d\ude00 x""#, "😀 x"),
    (#""\u0000""#, "\u{0}"),
    (#""\uffff""#, "\u{FFFF}"),
    ("\"e\u{301}\"", "e\u{301}"),
  ]

  @Test("reads texts", arguments: texts)
  func readsText(_ json: String, _ text: String) throws {
    let read = try JSONField(JSONParser.parse(Array(json.utf8))).string()
    #expect(read.utf8.elementsEqual(text.utf8))
  }

  @Test("skips a byte order mark and the spaces around")
  func spaces() throws {
    let node = try JSONParser.parse(
      [0xEF, 0xBB, 0xBF] + Array(" \r\n\t{ \"a\" : [ 1 , -2.5e1 ] } ".utf8))
    let members = try JSONField(node).object(["a"])
    let numbers = try members.required("a").array()
    #expect(try numbers[0].integer() == 1)
    guard case .number(-25) = numbers[1].node.content else {
      Issue.record("-2.5e1 is not -25")
      return
    }
  }

  @Test("keeps what the writer writes", .tags(.property), arguments: 0..<50 as Range<UInt64>)
  func writerRoundTrip(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let scalars = (0..<200).map { _ in
      Unicode.Scalar(UInt32.random(in: 0..<0x3000, using: &generator)) ?? "😀"
    }
    let text = String(String.UnicodeScalarView(scalars))
    let number = Double.random(in: -1e6...1e6, using: &generator)
    var json = JSONWriter(seed.isMultiple(of: 2) ? .pretty : .compact)
    json.object { json in
      json.member(text, text)
      json.member("n\(text)", number)
      json.key("list")
      json.array { _ in }
    }
    let fields = try JSONField(JSONParser.parse(json.bytes)).dictionary()
    #expect(fields[0].name.utf8.elementsEqual(text.utf8))
    #expect(try fields[0].field.string().utf8.elementsEqual(text.utf8))
    guard case .number(number) = fields[1].field.node.content else {
      Issue.record("\(number) has changed")
      return
    }
  }
}

extension Tag {
  @Tag static var property: Self
}
