import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("Names with an encoder's classes")
struct NameFinderTests {
  /// The names of a text in which each word may carry a class: `Ashdown/o Herald/o Perle/p said`, `-` for none.
  private func names(_ drawn: String) throws -> [String] {
    let words = drawn.split(separator: " ").map { $0.split(separator: "/") }
    let plain = words.map { String($0[0]) }.joined(separator: " ")
    var text = Document.parsed(Article(paragraphs: plain))
    try #require(text.tokens.count == words.count, "\(plain) has other tokens than words")
    for (index, word) in words.enumerated() {
      text.tokens[index].named =
        switch word.count > 1 ? word[1] : "-" {
        case "p": .person
        case "o": .organization
        case "l": .place
        case "m": .other
        default: .none
        }
    }
    let index = NameIndex(text.annotated(by: NameStage()))
    return index.mentions.map { index.words($0.tokens) + " = " + index.name(of: $0.entity) }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let drawn: String
    let names: [String]
    var testDescription: String { drawn }
  }

  @Test(
    "parts names that stand side by side, and leaves words that are none",
    arguments: [
      Case(
        drawn: "In the Ashdown/o Herald/o Perle/p said no , but Perle/p lied .",
        names: ["Ashdown Herald = Ashdown Herald", "Perle = Perle", "Perle = Perle"]),
      Case(
        drawn: "Natural gas met Natural/l Bridge/l .", names: ["Natural Bridge = Natural Bridge"]),
      Case(
        drawn: "Unlike Kestrel/o , Reed/p pays .", names: ["Kestrel = Kestrel", "Reed = Reed"]),
      Case(
        drawn: "Senate/o Ranking Member Ines/p Adler/p said no .",
        names: ["Ines Adler = Ines Adler"]),
      Case(
        drawn: "A former Miss Universe Alina Mora came . Mora said no .",
        names: ["Alina Mora = Alina Mora", "Mora = Alina Mora"]),
      Case(
        drawn: "South/l Varn/l voted . Miners of Varn/l left .",
        names: ["South Varn = South Varn", "Varn = Varn"]),
      Case(
        drawn: "They DO REALLY want to leave with the FBI/o .", names: ["FBI = FBI"]),
    ])
  func boundaries(_ known: Case) throws {
    #expect(try names(known.drawn) == known.names)
  }
}
