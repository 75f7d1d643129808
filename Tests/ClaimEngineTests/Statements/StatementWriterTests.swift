import ClaimModel
import Testing

@testable import ClaimEngine

@Suite("Statements")
struct StatementWriterTests {
  /// The statement of the claim that `⟦⟧` draws, said by `‹›` where that is drawn.
  private func statement(
    _ drawn: String, quoted: Bool = false, times: [(words: String, from: String, to: String)] = []
  ) throws -> String? {
    let outer = MarkedText(drawn, open: "‹", close: "›")
    let source = MarkedText(outer.plain)
    let plain = source.plain
    let marks = MarkedText(drawn.filter { $0 != "⟦" && $0 != "⟧" }, open: "‹", close: "›")
    let text = Document.parsed(Article(paragraphs: plain))
    let index = NameIndex(text.annotated(by: NameStage()))
    var attributions: [Attribution] = []
    if let span = marks.spans.first, let claim = source.spans.hull {
      let content = span < claim ? TextSpan(span.end, claim.end) : claim
      attributions = SourceNamer(index: index).named([
        Attribution(
          id: AttributionID(rawValue: 1), mode: quoted ? .direct : .indirect,
          source: .init(spans: [span], name: "", type: .unknown), cue: [], content: [content])
      ])
    }
    let bytes = Array(plain.utf8)
    let expressions = try times.enumerated().map { number, time in
      let words = Array(time.words.utf8)
      let start = try #require(
        bytes.indices.first { bytes[$0...].starts(with: words) })
      return TimeExpression(
        id: number + 1, span: TextSpan(start, start + words.count),
        from: CalendarDay(iso: time.from), to: CalendarDay(iso: time.to))
    }
    let claim = Claim(
      id: ClaimID(rawValue: 1), spans: source.spans, sentence: TextSpan(0, bytes.count), block: 0,
      attributions: attributions.map(\.id))
    var document = index.text
    document.attributions = attributions
    document = document.annotated(by: CoreferenceStage())
    return StatementWriter(
      index: NameIndex(document), attributions: attributions, times: expressions
    )
    .statement(for: claim)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let drawn: String
    let statement: String?
    var testDescription: String { drawn }
  }

  @Test(
    "puts a name for a pronoun, in brackets",
    arguments: [
      Case(
        drawn:
          "‹Norway› said Chile signed in May but that ⟦its fishing fleet ignored the treaty⟧.",
        statement: "[Chile's] fishing fleet ignored the treaty."),
      Case(
        drawn: "The union accused ⟦the council⟧ of ⟦hiding the bill⟧.",
        statement: "The council [is] hiding the bill."),
      Case(
        drawn: "The union accused ⟦the owners⟧ of ⟦not paying the crew⟧.",
        statement: "The owners [are] not paying the crew."),
      Case(
        drawn: "The union slammed ⟦the move⟧ as ⟦politically motivated⟧.",
        statement: "The move [is] politically motivated."),
      Case(
        drawn: "Anna Berg spoke in Oslo. ⟦She wants a new port⟧.",
        statement: "[Anna Berg] wants a new port."),
      Case(
        drawn: "‹The United States› said ⟦it would pay⟧.",
        statement: "[The United States] would pay."),
      Case(
        drawn: "‹O'Dell's campaign› said ⟦it would move its office⟧.",
        statement: "[O'Dell's campaign] would move its office."),
      Case(
        drawn: "The retired judge lost. ⟦He was never told⟧.",
        statement: "[The retired judge] was never told."),
      Case(
        drawn: "Nobody saw Tom Reed. ⟦His car was found on Monday⟧.",
        statement: "[Tom Reed's] car was found on Monday."),
    ])
  func pronoun(_ known: Case) throws {
    #expect(try statement(known.drawn) == known.statement)
  }

  @Test(
    "leaves alone what stands alone",
    arguments: [
      "⟦Brazil has kept its word⟧.", "⟦Anna Berg sold her house⟧.",
      "⟦When a woman became a mother, she lost her job⟧.", "⟦It is a small port⟧.",
      "⟦It is clear that nobody knew⟧.", "⟦It rained in Oslo⟧.",
      "⟦The farmers and the city lost their case⟧.",
    ])
  func standsAlone(_ drawn: String) throws {
    #expect(try statement("Peru met Chile. " + drawn) == nil)
  }

  @Test("lists the readings of a word that has two")
  func twoReadings() throws {
    let found = try statement(
      "The ministries lost. The courts won. The judges left. ⟦They were wrong⟧.")
    #expect(found == "[The judges] were wrong.")
    let open = try statement("The ministries sued and the courts ruled that ⟦they were wrong⟧.")
    #expect(open == "They [the ministries / the courts] were wrong.", "\(open ?? "nil")")
  }

  @Test("puts an addition after the verb or the s that hangs on a word")
  func clitics() throws {
    #expect(
      try statement("\"⟦I've seen it⟧,\" ‹Rosa Diaz› said.", quoted: true)
        == "I [Rosa Diaz] [have] seen it.")
    #expect(
      try statement("⟦Monday's vote failed⟧.", times: [("Monday", "2004-03-22", "2004-03-22")])
        == "Monday's [22 March 2004] vote failed.")
  }

  @Test(
    "takes he and she for the one who was spoken of, and lists two where both may be meant",
    arguments: [
      // The subject of the sentence before, not the name that stands last or most often.
      Case(
        drawn:
          "Pavel Orr praised the plan of Tom Reed. Reed left. Orr has fans near Reed. ⟦He was fined by a court⟧.",
        statement: "[Pavel Orr] was fined by a court."),
      // One he leads to the next.
      Case(
        drawn:
          "Pavel Orr met Tom Reed. Orr sold the yard. He paid no tax. ⟦He has two boats⟧.",
        statement: "[Pavel Orr] has two boats."),
      // A woman is no he, a place is no she.
      Case(
        drawn: "Anna Berg thanked Tom Reed. ⟦He was never asked⟧.",
        statement: "[Tom Reed] was never asked."),
      Case(
        drawn: "Florence Dahl came from Paris. ⟦She was never asked⟧.",
        statement: "[Florence Dahl] was never asked."),
      // A speaker does not mean himself.
      Case(
        drawn: "Tom Reed left. \"⟦He was never asked⟧,\" ‹Pavel Orr› said.",
        statement: "[Tom Reed] was never asked."),
      Case(
        drawn: "Tom Reed left. \"⟦He was never asked⟧,\" ‹the party's nominee› said.",
        statement: "[Tom Reed] was never asked."),
      Case(
        drawn: "Malkia Cyril came. Tom Reed left. Cyril stayed. ⟦She was never asked⟧.",
        statement: "[Malkia Cyril] was never asked."),
      Case(drawn: "Anna Berg left. ⟦For her part, Ida Orton stayed⟧.", statement: nil),
      Case(
        drawn: "A clerk and Tom Reed met. ⟦Anybody would say that his or her purse was gone⟧.",
        statement: nil),
      Case(
        drawn: "Pavel Orr spoke after Tom Reed spoke and ⟦he left at once⟧.",
        statement: "He [Pavel Orr / Tom Reed] left at once."),
    ])
  func person(_ known: Case) throws {
    #expect(try statement(known.drawn, quoted: known.drawn.contains("\"")) == known.statement)
  }

  @Test(
    "leaves it and they where more than one thing can be meant",
    arguments: [
      "The council sued the port. ⟦It lost its case⟧.",
      "The unions wrote to the banks. ⟦They got no answer⟧.",
      "The editors met Tom Reed and Ida Orton. ⟦They left at once⟧.",
      "‹The institute› said of the plan that ⟦it would cost the state four million⟧.",
    ])
  func manyThings(_ drawn: String) throws {
    #expect(try statement(drawn) == nil)
  }

  @Test(
    "leaves names that are part of something else, and takes Mr. with the name",
    arguments: [
      Case(drawn: "Mayor Erik Dahl came. ⟦The Dahl campaign paid⟧.", statement: nil),
      Case(drawn: "Mayor Erik Dahl came. ⟦Dahl aides paid⟧.", statement: nil),
      Case(
        drawn: "Mayor Erik Dahl came. ⟦The clerk, known as \"King Dahl\", paid⟧.", statement: nil),
      Case(drawn: "Mayor Erik Dahl came. ⟦The Dahl was late⟧.", statement: nil),
      Case(drawn: "Mayor Erik Dahl came. ⟦The paper paid Team Dahl⟧.", statement: nil),
      Case(drawn: "Mayor Erik Dahl came. ⟦The channel's Dahl was late⟧.", statement: nil),
      Case(drawn: "Mayor Erik Dahl came. ⟦Mr. Dahl paid⟧.", statement: "[Erik Dahl] paid."),
      Case(
        drawn: "Mayor Erik Dahl came. ⟦Dahl's lawyer paid⟧.",
        statement: "[Erik Dahl]'s lawyer paid."),
      Case(
        drawn: "The Natural Spring Company came. ⟦Natural gas was dear⟧.", statement: nil),
      Case(
        drawn: "Rosa Diaz came. \"⟦I will not work for Diaz⟧,\" ‹Rosa Diaz› said.",
        statement: "I [Rosa Diaz] will not work for Diaz."),
    ])
  func partOfPhrase(_ known: Case) throws {
    #expect(try statement(known.drawn, quoted: known.drawn.contains("‹")) == known.statement)
  }

  @Test(
    "writes out the verb that hangs on a word",
    arguments: [
      Case(
        drawn: "Most editors stayed. ⟦They're asleep⟧.", statement: "[Most editors] [are] asleep."),
      Case(drawn: "Anna Berg left. ⟦She'll sell it⟧.", statement: "[Anna Berg] [will] sell it."),
      Case(drawn: "Anna Berg left. ⟦She's been told⟧.", statement: "[Anna Berg] [has] been told."),
      Case(drawn: "Anna Berg left. ⟦She's ill⟧.", statement: "[Anna Berg] [is] ill."),
      Case(drawn: "Anna Berg left. ⟦She'd seen it⟧.", statement: "[Anna Berg] [had] seen it."),
      Case(drawn: "Anna Berg left. ⟦She'd sell it⟧.", statement: "[Anna Berg] [would] sell it."),
    ])
  func contraction(_ known: Case) throws {
    #expect(try statement(known.drawn) == known.statement)
  }

  @Test(
    "gives a description its verb",
    arguments: [
      Case(
        drawn: "⟦Ana Osei⟧, ⟦the town's mayor⟧, came.", statement: "Ana Osei [is] the town's mayor."
      ),
      Case(
        drawn: "⟦Ana Osei⟧, ⟦a former mayor of Lund⟧, came.",
        statement: "Ana Osei [was] a former mayor of Lund."),
      Case(
        drawn: "⟦The brothers⟧, ⟦the yard's owners⟧, came.",
        statement: "The brothers [are] the yard's owners."),
      Case(
        drawn: "⟦Ana Osei⟧, who came, ⟦chairs the council⟧.",
        statement: "Ana Osei chairs the council."),
    ])
  func description(_ known: Case) throws {
    #expect(try statement(known.drawn) == known.statement)
  }

  @Test(
    "keeps quote marks and brackets in pairs",
    arguments: [
      Case(
        drawn: "Erik Dahl came. He called it \"⟦old\" and Dahl left⟧.",
        statement: "\"Old\" and [Erik Dahl] left."),
      Case(
        drawn: "Erik Dahl came. ⟦Dahl called it \"old⟧\" and left.",
        statement: "[Erik Dahl] called it \"old\"."),
      Case(
        drawn: "Erik Dahl came. ⟦Dahl called it “old⟧” and left.",
        statement: "[Erik Dahl] called it “old”."),
      Case(
        drawn: "Erik Dahl came (in May, ⟦when Dahl was ill)⟧.",
        statement: "When [Erik Dahl] was ill."),
      Case(
        drawn: "Erik Dahl came. ⟦Dahl was called “fair,”⟧ he said.",
        statement: "[Erik Dahl] was called “fair”."),
    ])
  func pairs(_ known: Case) throws {
    #expect(try statement(known.drawn) == known.statement)
  }

  @Test("keeps I and names who it is")
  func firstPerson() throws {
    #expect(
      try statement("\"⟦I saw my neighbour⟧,\" ‹Rosa Diaz› said.", quoted: true)
        == "I [Rosa Diaz] saw my neighbour.")
  }

  @Test("gives a short name in full, once")
  func shortName() throws {
    #expect(
      try statement("Mayor Erik Dahl came. ⟦Dahl said that Dahl would stay⟧.")
        == "[Erik Dahl] said that Dahl would stay.")
  }

  @Test("names both where two bear a name")
  func namesakes() throws {
    #expect(
      try statement("Sam Orton and Ida Orton came. ⟦Orton paid the bill⟧.")
        == "Orton [Sam Orton / Ida Orton] paid the bill.")
  }

  @Test(
    "fixes times to the calendar",
    arguments: [
      ("last year", "2003-01-01", "2003-12-31", "last year [2003]"),
      ("on Monday", "2004-03-22", "2004-03-22", "on Monday [22 March 2004]"),
      ("last month", "2004-02-01", "2004-02-29", "last month [February 2004]"),
      ("on March 5", "2004-03-05", "2004-03-05", "on March 5 [2004]"),
      ("last week", "2004-03-15", "2004-03-21", "last week [15 March 2004 to 21 March 2004]"),
      ("this quarter", "2004-01-01", "2004-03-31", "this quarter [January to March 2004]"),
      ("this winter", "2003-12-01", "2004-02-29", "this winter [December 2003 to February 2004]"),
      ("in these two years", "2002-01-01", "2003-12-31", "in these two years [2002 to 2003]"),
    ])
  func times(words: String, from: String, to: String, expected: String) throws {
    #expect(
      try statement("⟦Prices rose \(words)⟧.", times: [(words, from, to)])
        == "Prices rose \(expected).")
  }

  @Test("adds nothing to a time that has its year", arguments: ["in 2003", "on 5 May 1999"])
  func fullTime(words: String) throws {
    #expect(
      try statement("⟦Prices rose \(words)⟧.", times: [(words, "2003-01-01", "2003-12-31")]) == nil)
  }

  @Test("joins a shared subject to its predicate as a sentence")
  func sharedSubject() throws {
    #expect(
      try statement("⟦the port⟧ closed and ⟦lost its crane⟧, said Mr. Poe.")
        == "The port lost its crane.")
  }
}
