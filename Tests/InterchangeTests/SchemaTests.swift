import ClaimModel
import Testing

@testable import Interchange

/// As much of JSON Schema (draft 2020-12) as the schemas of the repository use; a keyword that it
/// does not know is an error, so that none goes unchecked.
struct SchemaValidator {
  let root: JSONNode

  init(_ name: String) throws {
    root = try JSONParser.parse(try Repository.bytes("Annotations/schema/\(name).schema.json"))
  }

  /// The places where a value does not fit, with the keyword.
  func faults(in json: [UInt8]) throws -> [String] {
    try faults(JSONField(JSONParser.parse(json)), JSONField(root))
  }

  private func faults(_ value: JSONField, _ schema: JSONField) throws -> [String] {
    let keywords = try schema.dictionary()
    var faults: [String] = []
    for (keyword, argument) in keywords {
      let fits: Bool
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description": continue
      case "$ref":
        let name = try argument.string().split(separator: "/").last.map(String.init) ?? ""
        faults += try self.faults(value, try definition(name))
        continue
      case "anyOf":
        fits = try argument.array().contains { try self.faults(value, $0).isEmpty }
      case "type":
        if case .string(let type) = argument.node.content {
          fits = Self.is(value.node, type)
        } else {
          fits = try argument.strings().contains { Self.is(value.node, $0) }
        }
      case "const": fits = value.firstDifference(from: argument.node) == nil
      case "enum":
        fits = try argument.array().contains { value.firstDifference(from: $0.node) == nil }
      case "pattern":
        guard case .string(let text) = value.node.content else { continue }
        fits = try text.contains(Regex(try argument.string()))
      case "minimum", "maximum":
        guard case .number(let number) = value.node.content,
          case .number(let bound) = argument.node.content
        else { continue }
        fits = keyword == "minimum" ? number >= bound : number <= bound
      case "minItems", "maxItems":
        guard case .array(let elements) = value.node.content else { continue }
        let bound = try argument.integer()
        fits = keyword == "minItems" ? elements.count >= bound : elements.count <= bound
      case "items":
        guard case .array = value.node.content else { continue }
        for element in try value.array() { faults += try self.faults(element, argument) }
        continue
      case "required":
        guard case .object(let members) = value.node.content else { continue }
        fits = try argument.strings().allSatisfy { name in members.contains { $0.name == name } }
      case "properties", "additionalProperties":
        guard case .object = value.node.content else { continue }
        if keyword == "properties" { faults += try properties(of: value, argument) }
        if keyword == "additionalProperties" {
          faults += try additional(to: keywords, of: value, argument)
        }
        continue
      default: fits = false
      }
      if !fits { faults.append("\(value.place): \(keyword)") }
    }
    return faults
  }

  private func properties(of value: JSONField, _ properties: JSONField) throws -> [String] {
    let schemas = try properties.dictionary()
    return try value.dictionary().flatMap { name, field in
      try schemas.first { $0.name == name }.map { try faults(field, $0.field) } ?? []
    }
  }

  private func additional(
    to keywords: [(name: String, field: JSONField)], of value: JSONField, _ argument: JSONField
  ) throws -> [String] {
    let known = try keywords.first { $0.name == "properties" }?.field.dictionary().map(\.name) ?? []
    let others = try value.dictionary().filter { !known.contains($0.name) }
    if case .bool(false) = argument.node.content {
      return others.map { "\($0.field.place): additionalProperties" }
    }
    return try others.flatMap { try faults($0.field, argument) }
  }

  private func definition(_ name: String) throws -> JSONField {
    let definitions = try JSONField(root).dictionary().first { $0.name == "$defs" }
    let definition = try definitions?.field.dictionary().first { $0.name == name }
    return try #require(definition).field
  }

  private static func `is`(_ node: JSONNode, _ type: String) -> Bool {
    switch (type, node.content) {
    case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string),
      ("array", .array), ("object", .object):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}

@Suite("The schemas of Annotations/schema")
struct SchemaTests {
  @Test("fit every session", arguments: 0..<10 as Range<UInt64>)
  func session(seed: UInt64) throws {
    let document = SampleSession.random(seed: seed)
    #expect(try SchemaValidator("session").faults(in: SessionJSON.encode(document)) == [])
    var json = JSONWriter(.compact)
    json.claimLines(of: document)
    let validator = try SchemaValidator("claim")
    for line in json.bytes.split(separator: UInt8(ascii: "\n")) {
      #expect(try validator.faults(in: Array(line)) == [])
    }
  }

  @Test("fit articles and what was found in them, alone and in a stream")
  func splits() throws {
    let article = SampleSession.article
    #expect(try SchemaValidator("article").faults(in: ArticleJSON.encode(article)) == [])
    let validator = try SchemaValidator("split")
    #expect(
      try validator.faults(in: SplitJSON.encode(SampleSession.analysis, of: article)) == [])
    var json = JSONWriter(.compact)
    let request = try SplitRequest(line: Array(#"{"id":3,"text":""}"#.utf8))
    json.split(SampleSession.analysis, of: article, request: request.id)
    #expect(try validator.faults(in: json.bytes) == [])
  }

  @Test("fit codebooks as they are written by hand and by the program")
  func codebooks() throws {
    let validator = try SchemaValidator("codebook")
    #expect(try validator.faults(in: CodebookFile.defaultBytes) == [])
    #expect(try validator.faults(in: CodebookFile.encode(CodebookFile.defaultCodebook())) == [])
  }

  /// Every list of an `enum` keyword, and every `const` of a kind of event.
  static func enumerations(in field: JSONField) throws -> (lists: [[String]], kinds: [String]) {
    var lists: [[String]] = []
    var kinds: [String] = []
    switch field.node.content {
    case .array:
      for element in try field.array() {
        let inner = try enumerations(in: element)
        lists += inner.lists
        kinds += inner.kinds
      }
    case .object:
      for (name, member) in try field.dictionary() {
        if name == "enum" {
          lists.append(try member.array().compactMap { try? $0.string() })
        } else if name == "kind", let const = try member.dictionary().first, const.name == "const" {
          kinds.append(try const.field.string())
        } else {
          let inner = try enumerations(in: member)
          lists += inner.lists
          kinds += inner.kinds
        }
      }
    default: break
    }
    return (lists, kinds)
  }

  @Test(
    "list the values that the model has",
    arguments: ["article", "split", "session", "claim", "codebook"])
  func enumerations(name: String) throws {
    let known = [
      Block.Role.allCases.map(\.rawValue), Attribution.Mode.allCases.map(\.rawValue),
      SourceType.allCases.map(\.rawValue), ClaimType.allCases.map(\.rawValue),
      CarryOver.Verdict.allCases.map(\.rawValue), ClaimRecord.Standing.allCases.map(\.rawValue),
      ClaimRecord.Origin.allCases.map(\.rawValue), Evidence.Relation.allCases.map(\.rawValue),
      ClaimReading.Origin.allCases.map(\.rawValue), ClaimReading.bases,
      Basis.allCases.map(\.rawValue),
      Codebook.Attribute.Kind.allCases.map(\.rawValue), Codebook.Role.allCases.map(\.rawValue),
      Codebook.Rule.Enforcement.allCases.map(\.rawValue),
      Entity.Kind.allCases.map(\.rawValue),
    ]
    let found = try Self.enumerations(in: JSONField(SchemaValidator(name).root))
    #expect(!found.lists.isEmpty)
    for list in found.lists { #expect(known.contains(list)) }
    #expect(found.kinds == (name == "session" ? Event.Kind.allCases.map(\.rawValue) : []))
  }

  @Test("find what does not fit")
  func faults() throws {
    let article = SplitJSON.encode(SampleSession.analysis, of: SampleSession.article)
    #expect(
      try SchemaValidator("article").faults(in: article).contains("claims: additionalProperties"))
    #expect(try SchemaValidator("claim").faults(in: Array("{}".utf8)) == [": required"])
    #expect(
      try SchemaValidator("codebook").faults(
        in: Array(#"{"schema":"x","name":1,"version":"","attributes":[]}"#.utf8))
        == ["schema: const", "name: type", "attributes: minItems"])
  }
}
