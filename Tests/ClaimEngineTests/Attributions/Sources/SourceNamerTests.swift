import ClaimModel
import TestSupport
import Testing

@testable import ClaimEngine

/// An article whose sources are drawn with `⟦⟧`, resolved in reading order.
private func resolved(_ drawn: String) -> [String] {
  let marked = MarkedText(drawn)
  let article = Article(paragraphs: marked.plain)
  let text = Document.parsed(article)
  let attributions = marked.spans.enumerated().map { number, span in
    Attribution(
      id: AttributionID(rawValue: number + 1), mode: .indirect,
      source: .init(spans: [span], name: "", type: .unknown), cue: [], content: [])
  }
  return SourceNamer(index: NameIndex(text.annotated(by: NameStage()))).named(attributions)
    .compactMap { attribution in
      attribution.source.map { "\($0.name) | \($0.type.rawValue)" }
    }
}

@Suite("Source names")
struct SourceNamerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let article: String
    let expected: [String]
    var testDescription: String { article }
  }

  @Test(
    "drops title, role and determiner",
    arguments: [
      Case(
        article: "⟦Harbour ministry spokesman Lin Boqu⟧ said the port was open.",
        expected: ["Lin Boqu | official-role"]),
      Case(
        article: "⟦Deputy Finance Minister Olga Petrenko⟧ said taxes would fall.",
        expected: ["Olga Petrenko | official-role"]),
      Case(
        article: "⟦US Ambassador to Chile Mark B. Dunn⟧ said he had no comment.",
        expected: ["Mark B. Dunn | official-role"]),
      Case(
        article: "⟦Jane Holt, a spokeswoman for the water board,⟧ said pipes had burst.",
        expected: ["Jane Holt | official-role"]),
      Case(
        article: "⟦Her chief adviser, Tom Reilly,⟧ denied the report.",
        expected: ["Tom Reilly | named-person"]),
      Case(
        article: "⟦Secretary of State Maria Lund⟧ said talks had begun.",
        expected: ["Maria Lund | official-role"]),
      Case(
        article: "⟦former president Carlos Vega⟧ said so.",
        expected: ["Carlos Vega | named-person"]),
      Case(
        article: "⟦Anna Roth, 34, a nurse from Leeds,⟧ said she had seen the crash.",
        expected: ["Anna Roth | named-person"]),
      Case(
        article: "⟦Sen. Paul Orr (R-Ohio)⟧ and ⟦Rep. Lisa Kent, D-Maine,⟧ said no.",
        expected: ["Paul Orr | official-role", "Lisa Kent | official-role"]),
      Case(
        article: "⟦Professor Ian Marsh⟧ said the dam was safe.", expected: ["Ian Marsh | expert"]),
      Case(
        article: "⟦Jo Ek, vice president and counsel for the Orb Organization,⟧ said no.",
        expected: ["Jo Ek | named-person"]),
      Case(
        article: "⟦Peter Ash, the chief executive officer of Ash Foods,⟧ said sales fell.",
        expected: ["Peter Ash | named-person"]),
    ])
  func description(_ known: Case) {
    #expect(resolved(known.article) == known.expected)
  }

  @Test(
    "gives a short name the fullest form of the article",
    arguments: [
      Case(
        article:
          "Mayor Dora Quill spoke first. ⟦Quill⟧ said the bridge was safe. ⟦Mrs. Quill⟧ added that it was old.",
        expected: ["Dora Quill | official-role", "Dora Quill | official-role"]),
      Case(
        article: "⟦Reyes⟧ said it rained. The farmer, Miguel Reyes, lost his crop.",
        expected: ["Miguel Reyes | named-person"]),
      Case(
        article:
          "Deputy minister Hao Jianguo met reporters. ⟦Hao⟧ said trade had grown.",
        expected: ["Hao Jianguo | official-role"]),
      Case(
        article: "Ben Stark met Ben J. Stark's lawyer. ⟦Stark⟧ said nothing had changed.",
        expected: ["Ben J. Stark | named-person"]),
      Case(
        article:
          "The Global Grain Association (GGA) met in Rome. ⟦The GGA⟧ said prices would rise.",
        expected: ["Global Grain Association | organization"]),
      Case(
        article: "The foreign ministry protested. ⟦The ministry⟧ said it was serious.",
        expected: ["foreign ministry | government"]),
      Case(
        article:
          "President Ana Okoro spoke. ⟦Okoro⟧ said no.\n\nA clerk, Ben Okoro, came. ⟦Ben Okoro⟧ said yes. ⟦Okoro⟧ agreed.",
        expected: [
          "Ana Okoro | official-role", "Ben Okoro | named-person", "Ben Okoro | named-person",
        ]),
      Case(
        article:
          "⟦Cllr Mary Hale⟧ said it was late. ⟦Cllr Jane Hale⟧ said it was not. ⟦Cllr Mary Hale⟧ left.",
        expected: [
          "Mary Hale | official-role", "Jane Hale | official-role", "Mary Hale | official-role",
        ]),
      Case(
        article:
          "Bill Hart and his wife Susan Hart came. ⟦Mr. Hart⟧ said yes. ⟦Mrs. Hart⟧ said no.",
        expected: ["Bill Hart | named-person", "Susan Hart | named-person"]),
    ])
  func shortForm(_ known: Case) {
    #expect(resolved(known.article) == known.expected)
  }

  @Test(
    "gives a pronoun and a role to whom they mean",
    arguments: [
      Case(
        article:
          "⟦Minister Goran Ilic⟧ said the road was closed.\n\n⟦He⟧ said it would open in May.",
        expected: ["Goran Ilic | official-role", "Goran Ilic | official-role"]),
      Case(
        article:
          "⟦Karen Doyle⟧ met Peter Lamb on Monday. ⟦She⟧ said the deal was dead. ⟦He⟧ said it was not.",
        expected: [
          "Karen Doyle | named-person", "Karen Doyle | named-person", "Peter Lamb | named-person",
        ]),
      Case(
        article:
          "Police spokeswoman Rita Moss came late. ⟦The spokeswoman⟧ said two men were held.",
        expected: ["Rita Moss | official-role"]),
      Case(
        article: "The council met. A clerk, Omar Said Aziz, ⟦who⟧ said it was late, left.",
        expected: ["Omar Said Aziz | named-person"]),
      Case(
        article: "Senator Ted Marlow of Texas, ⟦who⟧ opposed the bill, stayed.",
        expected: ["Ted Marlow | official-role"]),
      Case(
        article: "⟦The ministry⟧ said it would act. ⟦It⟧ said troops were ready.",
        expected: ["ministry | government", "ministry | government"]),
      Case(
        article: "⟦Two teachers⟧ said the roof leaked. ⟦They⟧ said nobody came.",
        expected: ["Two teachers | anonymous", "Two teachers | anonymous"]),
      Case(
        article:
          "⟦A spokeswoman⟧ said rent was due, and Castle Row was full. ⟦She⟧ added that it was dear.",
        expected: ["spokeswoman | official-role", "spokeswoman | official-role"]),
      Case(
        article:
          "Grain Mill was shut. The author of the letter wrote back: ⟦she⟧ said she stood by it.",
        expected: ["author of the letter | anonymous"]),
      Case(
        article: "Sodium was rare then. The letter is from a farmer. ⟦It⟧ says the well is dry.",
        expected: ["letter | document"]),
      Case(article: "Last year ⟦I⟧ said this would fail.", expected: ["I | journalist-voice"]),
    ])
  func reference(_ known: Case) {
    #expect(resolved(known.article) == known.expected)
  }

  @Test(
    "tells the holders of like roles and names apart",
    arguments: [
      Case(
        article:
          "Republican nominee Carl Ruiz met Democratic nominee Dora Quill. ⟦The Democratic nominee⟧ said no. ⟦The GOP nominee⟧ said yes.",
        expected: ["Dora Quill | named-person", "Carl Ruiz | named-person"]),
      Case(
        article:
          "Vice President Ian Marsh came. President Ana Okoro left. ⟦The president⟧ said no.",
        expected: ["Ana Okoro | official-role"]),
      Case(
        article:
          "Film director Ines Adler came. ⟦The director⟧ said no. Theatre director Olga Perle left. Perle, Perle and Perle were late.",
        expected: ["Ines Adler | named-person"]),
      Case(
        article: "Chilean President Ana Okoro left. ⟦The Peruvian president⟧ said no.",
        expected: ["Peruvian president | official-role"]),
      Case(
        article:
          "President Okoro spoke for an hour. His wife, Ines Okoro, listened. ⟦President Okoro⟧ said no. ⟦Mr. Okoro⟧ left.",
        expected: ["Okoro | official-role", "Okoro | official-role"]),
      Case(
        article:
          "Former Gov. Ines Adler came. ⟦Mr. King⟧ said no. Paul King left. ⟦Mr. King⟧ agreed.",
        expected: ["Paul King | named-person", "Paul King | named-person"]),
      Case(
        article: "Chandler van Holt came. ⟦Van Holt⟧ said no.",
        expected: ["Chandler van Holt | named-person"]),
      Case(
        article: "A former Miss Universe Alina Mora came. ⟦Mora⟧ said no.",
        expected: ["Alina Mora | named-person"]),
      Case(
        article: "Unlike Kestrel, Tom Reed pays. ⟦Kestrel⟧ said no. In May Kestrel closed.",
        expected: ["Kestrel | organization"]),
    ])
  func likeRoles(_ known: Case) {
    #expect(resolved(known.article) == known.expected)
  }

  @Test(
    "gives those who speak for others the same kind, whatever the words",
    arguments: [
      "spokeswoman", "press secretary", "communications director", "director of communications",
    ])
  func speakers(role: String) {
    #expect(
      resolved("⟦Jane Holt, \(role) for the Orr campaign,⟧ said no. ⟦The \(role)⟧ left.")
        .first == "Jane Holt | official-role")
  }

  @Test(
    "tells the kinds of sources",
    arguments: [
      ("⟦Washington⟧ said", "government"), ("⟦The United States⟧ said", "government"),
      ("⟦Police⟧ said", "government"), ("⟦the supreme court⟧ said", "government"),
      ("⟦the airline⟧ said", "organization"), ("⟦The Green Party⟧ said", "organization"),
      ("⟦Reuters⟧ said", "news-media"), ("⟦the newspaper⟧ said", "news-media"),
      ("⟦a court document⟧ said", "document"), ("⟦the 2013 memo⟧ said", "document"),
      ("⟦a new survey of 900 farmers⟧ said", "data-or-study"),
      ("⟦exit polls⟧ said", "data-or-study"),
      ("⟦a tweet⟧ said", "social-post"), ("⟦critics⟧ said", "vague-collective"),
      ("⟦many economists⟧ said", "vague-collective"), ("⟦some⟧ said", "vague-collective"),
      ("⟦a group of rabbis⟧ said", "vague-collective"),
      ("⟦an economist at the bank⟧ said", "expert"),
      ("⟦an eyewitness⟧ said", "witness"), ("⟦a source close to the talks⟧ said", "anonymous"),
      ("⟦a senior official who declined to be named⟧ said", "anonymous"),
      ("⟦an official⟧, speaking on condition of anonymity, said", "anonymous"),
      ("⟦two officials familiar with the matter⟧ said", "anonymous"),
      ("⟦a judge in Ohio⟧ said", "official-role"), ("⟦a friend⟧ said", "anonymous"),
      ("⟦One of them, a nurse,⟧ said", "anonymous"), ("⟦a voice⟧ said", "anonymous"),
      ("⟦Lakeside Mills⟧ said", "organization"), ("⟦the Ardent Heron⟧ said", "organization"),
      ("⟦a flight log⟧ said", "document"), ("⟦Satellite images⟧ said", "document"),
      ("Ardent Cells is big. ⟦Ardent⟧ said", "organization"),
      ("Castle Row chiefs met. ⟦Castle Row⟧ said", "organization"),
      ("⟦The operator, Ardent Line,⟧ said", "organization"),
      ("⟦63 percent of voters⟧ said", "data-or-study"),
      ("⟦eight of 10 voters⟧ said", "data-or-study"),
      ("⟦two analyses⟧ said", "data-or-study"), ("⟦a number of cities⟧ said", "vague-collective"),
      ("⟦another slide⟧ said", "document"), ("⟦a narrator⟧ said", "anonymous"),
      ("⟦The Tarn businessman⟧ said", "named-person"),
      ("⟦a 21-year-old⟧ said", "anonymous"), ("⟦the agreement⟧ said", "document"),
    ])
  func types(drawn: String, type: String) {
    let found = resolved("In June " + drawn + " it had rained for a week.")
    #expect(found.first?.hasSuffix("| " + type) == true, "\(found)")
  }

  @Test("lets I and we mean the source of the attribution around them")
  func firstPerson() {
    let plain = "\"I think we won,\" Carla Nunez said."
    let text = Document.parsed(Article(paragraphs: plain))
    let outer = AttributionID(rawValue: 1)
    let named = SourceNamer(index: NameIndex(text.annotated(by: NameStage()))).named([
      Attribution(
        id: outer, mode: .direct,
        source: .init(spans: [TextSpan(18, 29)], name: "", type: .unknown), cue: [], content: []),
      Attribution(
        id: AttributionID(rawValue: 2), parent: outer, mode: .direct,
        source: .init(spans: [TextSpan(1, 2)], name: "", type: .unknown), cue: [], content: []),
    ])
    #expect(named.map(\.source?.name) == ["Carla Nunez", "Carla Nunez"])
  }

  @Test("takes any span of any text", arguments: 0..<40 as Range<UInt64>)
  func hostile(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let words = [
      "The", "He", "said", "of", "Minister", "to", "China", "Shen", "\"", ",", ".", "who", "(",
      "WHO", ")", "and", "a", "spokesman", "for", "Mr.", "van", "Jr.", "'s", "—", "they", "group",
      "\n\n", "Bank", "I", "34", "é", "of", "the",
    ]
    let plain = (0..<80).map { _ in words.randomElement(using: &generator) ?? "" }
      .joined(separator: " ")
    let text = Document.parsed(Article(paragraphs: plain))
    let tokens = text.tokens
    guard !tokens.isEmpty else { return }
    let attributions = (1...60).map { number in
      let first = Int.random(in: tokens.indices, using: &generator)
      let last = min(tokens.count - 1, first + Int.random(in: 0...9, using: &generator))
      return Attribution(
        id: AttributionID(rawValue: number), mode: .indirect,
        source: .init(
          spans: [TextSpan(Int(tokens[first].start), Int(tokens[last].end))], name: "",
          type: .unknown), cue: [], content: [])
    }
    let named = SourceNamer(index: NameIndex(text.annotated(by: NameStage()))).named(attributions)
    #expect(named.count == 60)
    #expect(named.allSatisfy { $0.source?.name.contains("\n") == false })
  }
}
