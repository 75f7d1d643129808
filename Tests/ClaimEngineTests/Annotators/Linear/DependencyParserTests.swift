import ClaimModel
import LinearModels
import TestSupport
import Testing

@testable import ClaimEngine

@Suite("DependencyParser")
struct DependencyParserTests {
  private static let parser = DependencyParser()

  private func parse(_ text: String) -> (Document, ParseTree) {
    let tagged = Document.tagged(Article(paragraphs: text))
    return (tagged, Self.parser.parse(tagged))
  }

  @Test(
    "hangs words on their heads",
    arguments: [
      ("The old mayor resigned on Monday.", "mayor", "resigned", Relation.subject),
      ("The council sold the harbour.", "harbour", "sold", .object),
      ("The mayor said that the bridge was unsafe.", "unsafe", "said", .complement),
      ("The bridge, which was built in 1931, will close.", "built", "bridge", .relativeClause),
      ("The pump failed because the valve was open.", "open", "failed", .adverbialClause),
      ("She wants to leave.", "leave", "wants", .openComplement),
      ("The mayor of Tarn resigned.", "Tarn", "mayor", .nounModifier),
      ("The firm was sold by the owner.", "owner", "sold", .oblique),
      ("The road will not open.", "will", "open", .auxiliary),
    ])
  func arcs(sentence: String, word: String, head: String, relation: Relation) throws {
    let (text, tree) = parse(sentence)
    let token = try #require(text.tokens.firstIndex { text.string(of: $0) == word })
    #expect(tree.heads[token].map { text.string(of: text.tokens[$0]) } == head)
    #expect(tree.relations[token] == relation)
  }

  @Test("gives every sentence of any text one root", arguments: 0..<30 as Range<UInt64>)
  func oneRoot(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "The mayor", "said", "that", "\"", ",", ".", "(", ")", "and", "if", "é😀", "—", "who", "1,000",
      "n't", "to go", "Osei", ";", "\n\n", "is",
    ]
    let drawn = (0..<80).map { _ in pieces.randomElement(using: &generator) ?? "" }
    let (text, tree) = parse(drawn.joined(separator: " "))
    #expect(tree.heads.count == text.tokens.count && tree.relations.count == text.tokens.count)
    for sentence in text.sentences {
      #expect(sentence.tokens.count { tree.heads[$0] == nil } == 1)
      #expect(
        sentence.tokens.allSatisfy { token in
          tree.heads[token].map(sentence.tokens.contains) ?? (tree.relations[token] == .root)
        })
    }
  }

  @Test("leaves a list of navigation without arcs")
  func navigation() {
    let (text, tree) = parse(String(repeating: "the river said that the council ", count: 200))
    #expect(text.sentences.count == 1)
    #expect(tree.heads.allSatisfy { $0 == nil })
  }

  @Test("refuses weights that are none")
  func noWeights() {
    for bytes: [UInt8] in [[], Array("APR1".utf8), Array("APR1\u{1}\0\0\0\0\0\0\0".utf8)] {
      #expect(bytes.withUnsafeBytes { ParserModel($0) } == nil)
    }
  }
}
