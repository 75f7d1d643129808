import ClaimModel
import Terminal
import Testing

@testable import Workbench

@Suite("AnnotateKeys")
struct AnnotateKeysTests {
  private static func codebook(_ labels: [(String, String)]) throws -> Codebook {
    try Codebook(
      name: "own", version: "1",
      attributes: [
        Codebook.Attribute(
          name: "verdict", kind: .choice, definition: "",
          labels: labels.map { Codebook.Label(name: $0.0, key: $0.1) }, role: .verdict)
      ], rules: [])
  }

  @Test("gives the codebook's keys their labels and the verbs the keys that are left")
  func clash() throws {
    let keys = AnnotateKeys(try Self.codebook([("sound", "S"), ("weak", "/"), ("open", "o")]))
    #expect(keys.action(of: .character("S")) == .label(attribute: "verdict", label: "sound"))
    #expect(keys.action(of: .alt("S")) == .pickSource)
    #expect(keys.name(of: .pickSource) == "Alt-S")
    #expect(keys.action(of: .alt("/")) == .find)
    #expect(keys.action(of: .character("T")) == .pickType)
    #expect(keys.name(of: .accept) == "space")
    #expect(keys.action(of: .character("z")) == nil)
  }

  @Test("names every verb's key, whatever the codebook takes")
  func everyVerb() throws {
    let taken = AnnotateAction.verbs.enumerated().map {
      ("label-\($0)", String(Character($1.key == " " ? "~" : $1.key)))
    }
    let keys = AnnotateKeys(try Self.codebook(taken))
    for verb in AnnotateAction.verbs {
      #expect(!keys.name(of: verb.action).isEmpty, "\(verb.summary)")
    }
    #expect(keys.action(of: .character(" ")) == .accept)
  }

  @Test(
    "gives each choice of a list a key of its own, a letter of its name where one is free",
    arguments: [
      (["quantity", "event", "causal"], "qec"), (["quote", "quantity", "queue"], "que"),
      (["a", "a", "a"], "a12"), ([], ""),
    ])
  func letters(names: [String], keys: String) {
    let choices = Annotator.lettered(names)
    #expect(String(String.UnicodeScalarView(choices.map(\.key))) == keys)
    #expect(choices.map(\.text) == names)
  }
}
