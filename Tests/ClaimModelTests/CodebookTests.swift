import ClaimModel
import Testing

@Suite("Codebook")
struct CodebookTests {
  private static let status = Codebook.Attribute(
    name: "status", kind: .choice, definition: "",
    labels: [.init(name: "supported", key: "1"), .init(name: "refuted", key: "2")],
    start: "supported")

  struct Misfit: Sendable, CustomTestStringConvertible {
    let attributes: [Codebook.Attribute]
    var rules: [Codebook.Rule] = []
    let message: String
    var testDescription: String { message }
  }

  static let misfits: [Misfit] = [
    Misfit(attributes: [], message: "attributes: a codebook needs at least one attribute"),
    Misfit(
      attributes: [status, status], message: "attributes[1].name: the name 'status' is taken"),
    Misfit(
      attributes: [.init(name: "Who?", kind: .text, definition: "")],
      message:
        "attributes[0].name: 'Who?' is not a name; use lower-case letters, digits and hyphens"
    ),
    Misfit(
      attributes: [.init(name: "evidence", kind: .text, definition: "")],
      message: "attributes[0].name: the name 'evidence' is taken"),
    Misfit(
      attributes: [.init(name: "stance", kind: .choice, definition: "")],
      message: "attributes[0].labels: a choice attribute needs labels"),
    Misfit(
      attributes: [.init(name: "n", kind: .number, definition: "", labels: [.init(name: "x")])],
      message: "attributes[0].labels: a number attribute has no labels"),
    Misfit(
      attributes: [
        status,
        .init(name: "stance", kind: .choice, definition: "", labels: [.init(name: "a", key: "2")]),
      ],
      message: "attributes[1].labels[0].key: the key '2' already gives 'refuted'"),
    Misfit(
      attributes: [
        .init(name: "x", kind: .choices, definition: "", labels: [.init(name: "a", key: "é")])
      ],
      message: "attributes[0].labels[0].key: 'é' is not one printable ASCII character"),
    Misfit(
      attributes: [
        .init(name: "x", kind: .choice, definition: "", labels: [.init(name: "a")], start: "b")
      ],
      message: "attributes[0].start: 'b' is not a label of 'x'"),
    Misfit(
      attributes: [status],
      rules: [.init(attribute: "stance", labels: [], needs: "evidence", enforcement: .warn)],
      message: "rules[0].attribute: no attribute is called 'stance'"),
    Misfit(
      attributes: [status],
      rules: [.init(attribute: "status", labels: ["true"], needs: "evidence", enforcement: .warn)],
      message: "rules[0].labels[0]: 'true' is not a label of 'status'"),
    Misfit(
      attributes: [status],
      rules: [.init(attribute: "status", labels: [], needs: "proof", enforcement: .refuse)],
      message: "rules[0].needs: 'proof' is neither 'evidence' nor an attribute"),
  ]

  @Test("says what does not fit, and where", arguments: misfits)
  func refuses(_ misfit: Misfit) throws {
    let error = #expect(throws: CodebookError.self) {
      try Codebook(name: "n", version: "1", attributes: misfit.attributes, rules: misfit.rules)
    }
    #expect(error?.description == misfit.message)
  }

  @Test("takes a codebook that fits")
  func accepts() throws {
    let codebook = try Codebook(
      name: "n", version: "1", attributes: [Self.status],
      rules: [
        .init(attribute: "status", labels: ["refuted"], needs: "evidence", enforcement: .refuse)
      ])
    #expect(codebook.attribute(named: "status")?.label(named: "refuted")?.key == "2")
    #expect(codebook.attribute(named: "stance") == nil)
  }
}
