import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("Transcripts")
struct TranscriptTests {
  private static let interview = """
    HOST: Good evening. Is the dam safe?

    LIND: It is. The inspectors said that 12 gates were sound. I think the town can sleep.

    HOST (laughing): The union says you never looked. Ada Quist told us last week, "They looked once."

    LIND: We looked twice. The spillway was rebuilt in May.
    """

  /// Source and first words of every attribution of a text.
  private func found(_ text: String, _ analysis: (Article) throws -> Analysis) throws -> [String] {
    let article = Article(paragraphs: text)
    return try analysis(article).attributions.map {
      let source = $0.source.map { article.words(of: $0.spans) } ?? ""
      let words = article.words(of: $0.content)
      return source + " | " + words.split(separator: " ").prefix(3).joined(separator: " ")
    }
  }

  @Test("gives a whole turn to its label, by either engine")
  func turns() throws {
    for analyse in [
      { FastEngine().analyse($0) },
      { (article: Article) in try EncoderEngine().analyse(article).analysis },
    ] {
      let lines = try found(Self.interview, analyse)
      for turn in ["HOST | Good evening. Is", "LIND | It is. The", "HOST | The union says"] {
        #expect(lines.contains(turn), "\(lines)")
      }
      #expect(lines.contains("The inspectors | 12 gates were"))
      #expect(!lines.contains { $0.hasPrefix("I |") || $0.hasPrefix(" |") }, "\(lines)")
    }
  }

  @Test("reads the labels of a transcript whose turns each open with a quote mark")
  func quoted() throws {
    let text = Self.interview.split(separator: "\n\n").map { "\"" + $0 }.joined(separator: "\n\n")
    for analyse in [
      { FastEngine().analyse($0) },
      { (article: Article) in try EncoderEngine().analyse(article).analysis },
    ] {
      let lines = try found(text, analyse)
      for turn in ["HOST | Good evening. Is", "LIND | It is. The", "LIND | We looked twice."] {
        #expect(lines.contains(turn), "\(lines)")
      }
    }
  }

  @Test("keeps labels out of claims and gives every claim of a turn its speaker")
  func claims() throws {
    let article = Article(paragraphs: Self.interview)
    for analysis in [
      FastEngine().analyse(article), try EncoderEngine().analyse(article).analysis,
    ] {
      #expect(!analysis.claims.isEmpty)
      for claim in analysis.claims {
        let words = article.words(of: claim.spans)
        #expect(!words.contains("HOST") && !words.contains("LIND"))
        #expect(!claim.attributions.isEmpty, "\(words)")
        if words.contains("spillway") {
          let source = claim.attributions.first.flatMap { analysis.attribution($0)?.source }
          #expect(source?.name == "LIND")
        }
      }
    }
  }

  /// A text, and for words of it who says them; nil for the article itself.
  struct Speech: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let speakers: [(words: String, name: String?)]
    var testDescription: String { name }
  }

  static let speeches: [Speech] = [
    Speech(
      name: "one speaker, whose label is an office",
      text:
        "THE MAYOR: Good evening. We have spent 6 million crowns.\n\nThe quay is finished. Nobody was hurt.",
      speakers: [("6 million", "MAYOR"), ("finished", "MAYOR"), ("hurt", "MAYOR")]),
    Speech(
      name: "one speaker, who says I",
      text: "Anna Berg: I have closed the ward. It had nine beds.\n\nTwo nurses left in May.",
      speakers: [("nine", "Anna Berg"), ("nurses", "Anna Berg")]),
    Speech(
      name: "a place is no speaker",
      text: "MARLE: The bank has closed nine branches.\n\nThe union protested.",
      speakers: [("union", nil)]),
    Speech(
      name: "labels with constituency and party",
      text:
        "MR. HOLT (Marle) (Con): The duty rose by 4 per cent.\n\nMS. PELL (Tarn) (Lab): The duty fell in May.",
      speakers: [("rose", "HOLT"), ("fell", "PELL")]),
    Speech(
      name: "three speakers, each once",
      text:
        "Chair: How many boats sank?\n\nAnna Torv: There were nine boats. Two of them sank in May."
        + "\n\nTom Lind: I counted eleven boats. The list is in the office.",
      speakers: [("nine", "Anna Torv"), ("Two", "Anna Torv"), ("list", "Tom Lind")]),
    Speech(
      name: "question and answer, with the name before them",
      text:
        "Anna Torv, who runs the lock, answered our questions.\n\nQ: Who paid?\n\nA: The town paid 4 million.",
      speakers: [("4 million", "Anna Torv")]),
    Speech(
      name: "question and answer, with both names before them",
      text:
        "Tom Lind interviewed Anna Torv.\n\nQuestion: Who paid?\n\nAnswer: The town paid 4 million.",
      speakers: [("4 million", "Anna Torv")]),
    Speech(
      name: "two people before them, and none who answers",
      text:
        "Tom Lind and Anna Torv ran the lock.\n\nQ: Who paid?\n\nA: The town paid 4 million.",
      speakers: [("4 million", "A")]),
    Speech(
      name: "initials",
      text:
        "We asked Petra Holm about the quay. Jon Aas led the talk.\n\nJA: Is it safe?\n\n"
        + "PH: The quay was checked in May.\n\nJA: By whom?\n\nPH: Two divers checked it.",
      speakers: [("checked in May", "Petra Holm"), ("divers", "Petra Holm")]),
  ]

  @Test("gives claims of speeches and interviews to who speaks", arguments: speeches)
  func speaks(speech: Speech) throws {
    let article = Article(paragraphs: speech.text)
    let analysis = FastEngine().analyse(article)
    for (words, name) in speech.speakers {
      let claim = analysis.claims.first { article.words(of: $0.spans).contains(words) }
      #expect(claim != nil, "\(words)")
      let source = claim?.attributions.first.flatMap { analysis.attribution($0)?.source }
      #expect(source?.name == name, "\(words)")
    }
  }

  @Test(
    "sees no speakers where labels say something else",
    arguments: [
      "Price: £3.\n\nVerdict: The soup was cold.\n\nPrice: £4.\n\nVerdict: The pie was burnt.",
      "CLAIM: The dam fell.\n\nVERDICT: The dam stands.\n\nCLAIM: It rained.\n\nVERDICT: It did.",
      "Monday: The dam is shut.\n\nTuesday: The dam opens.\n\nMonday: It shuts again.",
      "Holm: The dam is shut.\n\nThe town waited for news all day.",
    ])
  func noTranscript(_ text: String) {
    #expect(
      TranscriptReader(text: TextAnalyser().document(of: Article(paragraphs: text))).turns()
        .isEmpty)
  }
}
