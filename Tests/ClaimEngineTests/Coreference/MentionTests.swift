import ClaimModel
import Foundation
import TestSupport
import Testing

@testable import ClaimEngine

@Suite("mentions")
struct MentionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    /// Word and name of each mention; "?" and all candidates where it is open.
    let mentions: [String]

    var testDescription: String { text }
  }

  @Test(
    "say whom pronouns and short names stand for",
    arguments: [
      Case(
        text: "Mara Lind opened the mill in May. She paid for it herself.",
        mentions: ["She = Mara Lind"]),
      Case(
        text: "Tom Reed resigned on Monday. Reed's lawyer was surprised.",
        mentions: ["Reed = Tom Reed"]),
      // Namesakes: nobody can tell.
      Case(
        text: "Tom Reed spoke. Ana Reed listened. Then Reed left the hall.",
        mentions: ["Reed ? Tom Reed, Ana Reed"]),
      // "It rained" names nothing; a possessive is a mention.
      Case(
        text: "It rained all day, and the mayor, Ana Osei, opened her house.",
        mentions: ["her = Ana Osei"]),
      // One whom the article only describes.
      Case(
        text: "A retired judge found the letter. He gave it to the court.",
        mentions: ["He = A retired judge"]),
      // Whoever speaks does not mean herself.
      Case(
        text: "Tom Reed met Ana Osei. \"She is late,\" he said. His bus was late, too.",
        mentions: ["She = Ana Osei", "he = Tom Reed", "His = Tom Reed"]),
      Case(
        text: "The Harbour Authority said it would sell its ferries.",
        mentions: ["it = the Harbour Authority", "its = the Harbour Authority"]),
    ])
  func mentions(test: Case) throws {
    let article = Article(paragraphs: test.text)
    let analysis = try EncoderEngine().analyse(article).analysis
    let text = Document(article)
    let found = analysis.mentions.filter { $0.meant != nil || !$0.others.isEmpty }.map { mention in
      let word = text.string(of: mention.span)
      return mention.meant.map { "\(word) = \($0.name)" }
        ?? "\(word) ? " + mention.others.map(\.name).joined(separator: ", ")
    }
    #expect(found == test.mentions)
  }

  @Test("have the name of the source that they are, and confidences that sum to one at most")
  func agreement() throws {
    let article = Article(
      paragraphs:
        "Mayor Ana Osei opened the bridge. She said it was safe. Tom Reed asked her twice.")
    let analysis = try EncoderEngine().analyse(article).analysis
    let text = Document(article)
    let source = try #require(
      analysis.attributions.compactMap(\.source).first { text.string(of: $0.spans[0]) == "She" })
    let mention = try #require(analysis.mentions.first { $0.span == source.spans[0] })
    #expect(mention.meant?.name == source.name)
    for mention in analysis.mentions {
      let all = mention.others + [mention.meant].compactMap(\.self)
      #expect(all.reduce(0) { $0 + $1.confidence } <= 1.0001)
      for case let entity? in all.map(\.entity) {
        #expect(analysis.entities.contains { $0.id == entity })
      }
    }
  }

  @Test("are not part of what the journal keeps")
  func coding() throws {
    let analysis = try EncoderEngine().analyse(
      Article(paragraphs: "Mara Lind left. She was ill.")
    ).analysis
    #expect(!analysis.mentions.isEmpty)
    let coded = try JSONDecoder().decode(Analysis.self, from: JSONEncoder().encode(analysis))
    #expect(coded.mentions.isEmpty && coded.entities.isEmpty)
    #expect(coded.claims == analysis.claims)
  }
}
