import ClaimModel
import FoundationEssentials
import Testing

@testable import Interchange

/// The files of the repository that tests look at.
enum Repository {
  static func bytes(_ path: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Array(try Data(contentsOf: root.appending(path: path)))
  }
}

@Suite("CodebookFile")
struct CodebookFileTests {
  @Test("has the file of the repository compiled in")
  func compiledIn() throws {
    #expect(CodebookFile.defaultBytes == (try Repository.bytes("Annotations/codebook.json")))
  }

  @Test("reads what it writes, and writes it the same again")
  func roundTrip() throws {
    let codebook = try CodebookFile.defaultCodebook()
    let bytes = CodebookFile.encode(codebook)
    #expect(try CodebookFile.decode(bytes) == codebook)
    #expect(try CodebookFile.encode(CodebookFile.decode(bytes)) == bytes)
    let small = try CodebookFile.decode(Array(Self.small.utf8))
    let named = try ClaimTableTests.other.get()
    #expect(try CodebookFile.decode(CodebookFile.encode(named)) == named)
    #expect(try CodebookFile.decode(CodebookFile.encode(small)) == small)
    #expect(CodebookFile.hash(codebook) != CodebookFile.hash(small))
    #expect(CodebookFile.hash(codebook).count == 71)
  }

  static let small = """
    {"schema": "assay.codebook/1", "name": "small", "version": "2", "attributes": [
      {"name": "verdict", "kind": "choice", "definition": "True or not.", "start": "open",
       "labels": [{"name": "open", "key": "o"}, {"name": "true", "mappings": {"Other": "T"}}]},
      {"name": "topics", "kind": "choices", "labels": [{"name": "health"}, {"name": "money"}]},
      {"name": "weight", "kind": "number", "labels": null},
      {"name": "text", "kind": "text", "definition": null}],
     "rules": [{"attribute": "verdict", "labels": ["true"], "needs": "weight",
                "enforcement": "refuse"}]}
    """

  @Test("writes the canonical form: keys in alphabetical order, every field there")
  func canonical() throws {
    let codebook = try Codebook(
      name: "n", version: "1",
      attributes: [
        .init(
          name: "a", kind: .choice, definition: "A.",
          labels: [.init(name: "b", key: "k", mappings: ["Y": "2", "X": "1"])], start: "b")
      ], rules: [.init(attribute: "a", labels: ["b"], needs: "evidence", enforcement: .warn)])
    #expect(
      String(decoding: CodebookFile.encode(codebook), as: UTF8.self) == """
        {
          "attributes": [
            {
              "definition": "A.",
              "kind": "choice",
              "labels": [
                {
                  "definition": "",
                  "key": "k",
                  "mappings": {
                    "X": "1",
                    "Y": "2"
                  },
                  "name": "b"
                }
              ],
              "name": "a",
              "start": "b"
            }
          ],
          "name": "n",
          "rules": [
            {
              "attribute": "a",
              "enforcement": "warn",
              "labels": [
                "b"
              ],
              "needs": "evidence"
            }
          ],
          "schema": "assay.codebook/1",
          "version": "1"
        }

        """)
  }

  /// What is replaced in `small`, by what, and what is said about it.
  static let refusals: [(String, String, String)] = [
    ("\"name\": \"small\"", "\"name\": small", "1:40: this is not a JSON value"),
    (", \"version\"", " \"version\"", "1:48: a comma or the end of the object should stand here"),
    (
      "assay.codebook/1", "x/2",
      "schema: 'x/2' is not 'assay.codebook/1', the form that is read here"
    ),
    ("\"schema\": \"assay.codebook/1\", ", "", "schema: this field is missing"),
    ("\"version\": \"2\"", "\"version\": 2", "version: a text should stand here, not a number"),
    (
      "\"definition\": \"True or not.\"", "\"defintion\": \"True or not.\"",
      "attributes[0]: 'defintion' is not a field here; "
        + "the fields are name, kind, definition, labels, start, role, min, max"
    ),
    (
      "\"kind\": \"number\"", "\"kind\": \"number\", \"min\": \"1\"",
      "attributes[2].min: a number should stand here, not a text"
    ),
    (
      "\"kind\": \"number\"", "\"kind\": \"number\", \"min\": 2, \"max\": 1",
      "attributes[2].min: it is greater than 'max'"
    ),
    (
      "\"kind\": \"choice\"", "\"kind\": \"choice\", \"max\": 1",
      "attributes[0].max: only a number has a 'max', no choice"
    ),
    (
      "\"kind\": \"number\"", "\"kind\": \"date\"",
      "attributes[2].kind: 'date' is not one of choice, choices, text, number"
    ),
    ("\"kind\": \"choice\", ", "", "attributes[0].kind: this field is missing"),
    (
      "\"key\": \"o\"", "\"key\": \"oo\"",
      "attributes[0].labels[0].key: 'oo' is not one printable ASCII character"
    ),
    (
      "\"key\": \"o\"", "\"key\": 1",
      "attributes[0].labels[0].key: a text should stand here, not a number"
    ),
    (
      "\"start\": \"open\"", "\"start\": \"closed\"",
      "attributes[0].start: 'closed' is not a label of 'verdict'"
    ),
    (
      "{\"Other\": \"T\"}", "{\"Other\": 1}",
      "attributes[0].labels[1].mappings.Other: a text should stand here, not a number"
    ),
    (
      "{\"Other\": \"T\"}", "[]",
      "attributes[0].labels[1].mappings: an object should stand here, not a list"
    ),
    (
      "\"name\": \"money\"", "\"name\": \"health\"",
      "attributes[1].labels[1].name: the name 'health' is taken"
    ),
    (
      "\"name\": \"topics\"", "\"name\": \"Topics\"",
      "attributes[1].name: 'Topics' is not a name; use lower-case letters, digits and hyphens"
    ),
    (
      "\"labels\": null", "\"labels\": [{\"name\": \"x\"}]",
      "attributes[2].labels: a number attribute has no labels"
    ),
    ("[\"true\"]", "[\"false\"]", "rules[0].labels[0]: 'false' is not a label of 'verdict'"),
    (
      "\"needs\": \"weight\"", "\"needs\": \"luck\"",
      "rules[0].needs: 'luck' is neither 'evidence' nor an attribute"
    ),
    ("\"refuse\"", "\"forbid\"", "rules[0].enforcement: 'forbid' is not one of warn, refuse"),
    (
      "\"rules\": [", "\"rules\": {}, \"name\": [",
      "7:15: the name 'name' stands twice in the object"
    ),
  ]

  @Test("says where a codebook is wrong, and why", arguments: refusals)
  func refuses(_ found: String, _ replacement: String, _ sentence: String) throws {
    #expect(Self.small.contains(found))
    let text = Self.small.replacing(found, with: replacement, maxReplacements: 1)
    let error = try #require(throws: CodebookError.self) {
      try CodebookFile.decode(Array(text.utf8))
    }
    #expect(error.description == sentence)
  }

  @Test(
    "refuses what is no codebook at all",
    arguments: ["[]", "{}", "", "\"x\"", "[[[[", "{\"schema\":null}"])
  func noCodebook(_ text: String) {
    #expect(throws: CodebookError.self) { try CodebookFile.decode(Array(text.utf8)) }
  }

  // MARK: The default codebook

  @Test("gives every label a definition of one sentence")
  func definitions() throws {
    for attribute in try CodebookFile.defaultCodebook().attributes {
      for definition in [attribute.definition] + attribute.labels.map(\.definition) {
        #expect(definition.hasSuffix(".") && definition.count(where: { $0 == "." }) == 1)
        #expect(definition.first?.isUppercase == true)
      }
    }
  }

  @Test("knows the label sets of the model")
  func labelSets() throws {
    let codebook = try CodebookFile.defaultCodebook()
    func labels(_ name: String) -> [String]? { codebook.attribute(named: name)?.labels.map(\.name) }
    #expect(
      codebook.attributes.map(\.name) == [
        "status", "stance", "source", "source-type", "claim-type", "checkworthiness", "workflow",
      ])
    #expect(labels("source-type") == SourceType.allCases.map(\.rawValue))
    #expect(labels("claim-type") == ClaimType.allCases.map(\.rawValue))
    #expect(codebook.attribute(named: "source")?.kind == .text)
    #expect(codebook.attribute(named: "status")?.start == "unverified")
    #expect(codebook.attribute(named: "workflow")?.start == "unstarted")
    #expect(
      codebook.rules == [
        .init(
          attribute: "status",
          labels: [
            "supported", "mostly-supported", "mixed", "misleading", "refuted", "fabricated",
          ], needs: "evidence", enforcement: .warn)
      ])
  }

  /// Label, key, and the labels of ClaimReview, AVeriTeC, FEVER and PolitiFact; empty for none.
  static let status: [[String]] = [
    ["supported", "1", "5", "Supported", "SUPPORTS", "true"],
    ["mostly-supported", "2", "4", "Supported", "SUPPORTS", "mostly-true"],
    ["mixed", "3", "3", "Conflicting Evidence/Cherrypicking", "NOT ENOUGH INFO", "half-true"],
    [
      "misleading", "4", "2", "Conflicting Evidence/Cherrypicking", "NOT ENOUGH INFO",
      "mostly-false",
    ],
    ["refuted", "5", "1", "Refuted", "REFUTES", "false"],
    ["fabricated", "6", "1", "Refuted", "REFUTES", "pants-fire"],
    ["not-enough-evidence", "7", "", "Not Enough Evidence", "NOT ENOUGH INFO", ""],
    ["not-checkable", "8", "", "", "", ""], ["satire", "9", "", "", "", ""],
    ["unverified", "0", "", "", "", ""],
  ]

  /// Label, key, and the labels of FNC-1, RumourEval and SemEval-2016.
  static let stance: [[String]] = [
    ["asserts", "a", "agree", "support", "FAVOR"], ["denies", "d", "disagree", "deny", "AGAINST"],
    ["hedges", "h", "agree", "support", "FAVOR"], ["doubts", "o", "disagree", "deny", "AGAINST"],
    ["questions", "q", "discuss", "query", "NONE"], ["reports", "n", "discuss", "comment", "NONE"],
    ["unclear", "u", "unrelated", "", "NONE"],
  ]

  @Test("maps verdicts and stances to published label sets")
  func mappings() throws {
    let codebook = try CodebookFile.defaultCodebook()
    func rows(_ name: String, _ sets: [String]) throws -> [[String]] {
      try #require(codebook.attribute(named: name)).labels.map { label in
        [label.name, label.key ?? ""] + sets.map { label.mappings[$0] ?? "" }
      }
    }
    #expect(
      try rows("status", ["ClaimReview", "AVeriTeC", "FEVER", "PolitiFact"]) == Self.status)
    #expect(try rows("stance", ["FNC-1", "RumourEval", "SemEval-2016"]) == Self.stance)
  }
}
