import ArticleReader
import ClaimModel
import TestSupport
import Testing

@Suite("Plain text")
struct PlainTextTests {
  struct Page: Sendable, CustomTestStringConvertible {
    let name: String
    let drawing: String
    var title: String?
    var published: String?
    var byline: String?
    var publisher: String?
    var testDescription: String { name }
  }

  @Test("gives every line its role", arguments: PlainTextPages.all)
  func roles(page: Page) throws {
    let drawn = DrawnArticle(page.drawing)
    let reading = try ArticleReader().read(Array(drawn.text.utf8), path: "page.txt")
    #expect(DrawnArticle.found(reading.article) == drawn.blocks)
    let metadata = reading.article.metadata
    #expect(metadata.title == page.title)
    #expect(metadata.published?.description == page.published)
    #expect(metadata.byline == page.byline)
    #expect(metadata.publisher == page.publisher)
    #expect(reading.article.text == drawn.text)
    #expect(reading.notices == [])
  }

  @Test(
    "a line that stands all alone is read, whatever it looks like",
    arguments: [
      "Friday, May 8, 2009", "By MARIT SOLBERG", "_____", ":)", "Photo: the pool", "wait",
    ])
  func alone(line: String) throws {
    let article = try ArticleReader().read(Array(line.utf8), path: nil).article
    #expect(DrawnArticle.found(article) == ["body: " + line])
  }

  @Test(
    "a sentence broken up into short lines is one paragraph, a list of words is not",
    arguments: [
      ("The river rose by a metre\nand flooded\nthe lower road.", 1),
      ("The river rose \nby a metre.", 1),
      ("bread\ngarden tools\nlamps, chairs\n", 3),
      ("The river rose.\nand flooded the road.", 2),
      ("Bring\na) bread\nb) milk.", 5),
      ("The river rose\n\nby a metre.", 2),
    ])
  func brokenUp(text: String, blocks: Int) throws {
    #expect(try ArticleReader().read(Array(text.utf8), path: nil).article.blocks.count == blocks)
  }

  @Test(
    "the words before a dash that are no dateline stay in the paragraph",
    arguments: [
      "NATO -- the alliance of which the country is a member -- said on Monday it would help.",
      "He came back -- nobody had expected it -- and took his seat in the first row of the hall.",
      "Critics - and there are many of them - say that the plan will cost far too much money.",
    ])
  func noDateline(paragraph: String) throws {
    let article = try ArticleReader().read(Array(paragraph.utf8), path: nil).article
    #expect(DrawnArticle.found(article) == ["body: " + paragraph])
  }

  @Test(
    "datelines get a block of their own, and their paragraph starts after the dash",
    arguments: [
      "BEIJING, March 23 (Xinhua) --", "WASHINGTON (Reuters) -", "LONDON —",
      "Lagos, Nigeria (AP) —",
      "LAGOS, Nigeria --", "(Reuters) -", "OSLO, Nov. 2, 2015 /PRNewswire/ --",
      "ST. PAUL, Minn. (AP) _-",
      "LUND, Oct. 28, 1997--(BUSINESS WIRE)--", "LUND--(BUSINESS WIRE)--Oct. 28, 1997--",
      "LUND (October 28, 1997) -", "(Lund, 28 October 1997) –", "October 28, 1997 - LUND, Sweden -",
      "LUND, Oct. 28, 1997 – (Coast Wire) –", "Lund, 28 October 1997:",
      "PORT-AU-PRINCE, Haiti --", "WASHINGTON ―", "HEMPSTEAD, N.Y. ―", "MIDWAY ATOLL -",
    ])
  func datelines(dateline: String) throws {
    let sentence = "The parliament has agreed to raise the tax on sugar by a tenth next year."
    let text = dateline + " " + sentence
    let article = try ArticleReader().read(Array(text.utf8), path: nil).article
    if dateline.contains("_") {
      #expect(DrawnArticle.found(article) == ["body: " + text])
    } else {
      #expect(DrawnArticle.found(article) == ["date: " + dateline, "body: " + sentence])
    }
  }

  @Test(
    "the day of a dateline is the article's",
    arguments: [
      "LUND, Oct. 28, 1997--(BUSINESS WIRE)--", "LUND--(BUSINESS WIRE)--Oct. 28, 1997--",
      "LUND (October 28, 1997) - ", "(Lund, 28 October 1997) – ", "LUND -- October 28, 1997 -- ",
      "LUND, 28.10.1997 (APA) – ", "Lund, October 28, 1997: ", "LUND, Sweden | October 28, 1997 | ",
    ])
  func datelineDays(dateline: String) throws {
    let text = dateline + "The bank said today that income rose in the quarter ended Sept. 30."
    let metadata = try ArticleReader().read(Array(text.utf8), path: nil).article.metadata
    #expect(metadata.published?.description == "1997-10-28")
  }

  @Test(
    "a day with a colon that no place stands before opens an entry, not the article",
    arguments: ["28 October 1997: ", "On 28 October 1997, Lund: ", "Lund, in autumn: "])
  func noDatelineDays(opening: String) throws {
    let text = opening + "The bank said that income rose in the quarter that had just ended."
    let metadata = try ArticleReader().read(Array(text.utf8), path: nil).article.metadata
    #expect(metadata.published == nil)
  }

  @Test(
    "a head that runs into its paragraph gets a block of its own",
    arguments: [
      ("RAIN AT LAST FOR FARMERS —", "The farmers had waited for it since the end of May.", 1),
      ("IT'S A GOOD YEAR FOR RYE --", "The farmers had waited for it since the end of May.", 1),
      ("SAVE A PENNY", "The farmers had waited for it since the end of May.", 2),
      ("Little Help for the Towns:", "The farmers had waited for it since the end of May.", 2),
    ])
  func runInHeads(head: String, sentence: String, needed: Int) throws {
    let first = "The council met on Monday and spoke of the rain until late in the night."
    let other = head.hasSuffix(":") ? "More Work for the Mayors:" : "MIND THE COSTS"
    var paragraphs = [first, head + " " + sentence]
    if needed == 2 { paragraphs.append(other + " " + sentence) }
    let text = paragraphs.joined(separator: "\n\n")
    let article = try ArticleReader().read(Array(text.utf8), path: nil).article
    let blocks = DrawnArticle.found(article)
    #expect(blocks.prefix(3) == ["body: " + first, "heading: " + head, "body: " + sentence])
    #expect(article.text == text)
    if needed == 2 {
      let alone = paragraphs.dropLast().joined(separator: "\n\n")
      let article = try ArticleReader().read(Array(alone.utf8), path: nil).article
      #expect(DrawnArticle.found(article).count == 2)
    }
  }

  @Test(
    "what is no prose of the article is no body",
    arguments: [
      ("Getty/Instagram.", Block.Role.caption),
      ("Ada Lind is a columnist for the Harbour Post and the host of a radio show.", .boilerplate),
      (
        "Ada Lind, a former adviser to the port, is Senior Fellow at the Tide Center.", .boilerplate
      ),
      ("Ada Lind and Tor Holt contributed reporting.", .boilerplate),
      ("Ada Lind reported from Oslo, and Tor Holt from Bergen.", .boilerplate),
      (
        "Correction: An earlier version of this article misstated the depth of the dock.",
        .boilerplate
      ),
      ("Editor's note: The port is a sponsor of this page and of its newsletter.", .boilerplate),
      ("This post has been updated with comment from the port and from its crews.", .boilerplate),
      ("CLARIFICATION: The first sentence says now that the dock was half full.", .boilerplate),
      ("Seen it yet?https://example.org/a pic.twitter.com/Abc123— Port (@port) May 2.", .caption),
      ("Mara Reuel is the third woman to lead the council.", .body),
    ])
  func notes(last: String, role: Block.Role) throws {
    let text = """
      The council met on Monday and spoke of the rain until late in the night.

      Mara Reuel said that the dock was half full and that it would take a year to fill it.

      \(last)
      """
    let article = try ArticleReader().read(Array(text.utf8), path: nil).article
    #expect(article.blocks.map(\.role) == [.body, .body, role])
  }

  @Test(
    "a title that ends like a sentence is told by the paragraph below it",
    arguments: [
      (
        "Council panel votes to close harbour bridge.",
        "A panel of the council voted on Monday to close the bridge over the harbour for a year.",
        true
      ),
      (
        "Council closes old bridge for a year.",
        "LAGOS, Nigeria (AP) — The crossing will be shut until the work on its piers is done.", true
      ),
      (
        "Two Die as Ferry ‘in Bad Shape’ Sinks Near 3rd Pier.",
        "The crew had asked for a new pump, the owners said on Monday in a short letter.", true
      ),
      (
        "The council voted to close the bridge.",
        "The council voted on Monday to close the bridge over the harbour for a year.", false
      ),
      (
        "Ada Lind told the council panel that harbour bridges close.",
        "A panel of the council heard Ada Lind say on Monday that bridges in the harbour close.",
        false
      ),
      (
        "Rain fell on the coast again.",
        "The crew had asked for a new pump, the owners said on Monday in a short letter.", false
      ),
    ])
  func titles(first: String, next: String, isTitle: Bool) throws {
    let text = first + "\n\n" + next + "\n\nThe mayor said that he would think about it all."
    let article = try ArticleReader().read(Array(text.utf8), path: nil).article
    #expect(article.blocks[0].role == (isTitle ? .title : .body))
  }

  @Test(
    "a question of an interview is no title, and a title with a colon is no turn",
    arguments: [
      (
        "Chair: How many boats sank?\n\nAnna Torv: Nine boats sank.\n\nJon Lind: I counted ten.",
        false
      ),
      ("Q: Is the quay safe?\n\nA: It is. It was checked in May.", false),
      (
        "Who paid?\n\nThe town paid for all of it.\n\nWho knew?\n\nThe mayor knew it in May.", false
      ),
      ("Is the quay safe?\n\nThe town says that it is, and has said so since it was built.", true),
      (
        "Count Update: Lind Leads in the Race.\n\nLind: 40 votes.\n\nTorv: 30 votes.\n\nLind: 20 votes.",
        true
      ),
    ])
  func interviews(text: String, isTitled: Bool) throws {
    let article = try ArticleReader().read(Array(text.utf8), path: nil).article
    #expect((article.blocks[0].role == .title) == isTitled)
  }

  @Test(
    "a time before a speaker stands apart from what is said",
    arguments: ["[00:01:12]", "00:01:12", "(01:12)", "[00:01:12.450]"])
  func timedTurns(time: String) throws {
    let text = """
      Meeting of the dock board

      \(time) Anna Torv: Nine boats sank in the storm. They were insured.

      \(time) Jon Lind: I counted ten of them.

      \(time) Anna Torv: We sent divers to each of the nine.
      """
    let article = try ArticleReader().read(Array(text.utf8), path: nil).article
    let turns = article.blocks.filter { $0.role == .body }.map { article.words(of: [$0.span]) }
    #expect(turns.map { $0.prefix(4) } == ["Anna", "Jon ", "Anna"])
    let times = article.blocks.filter { $0.role == .date }.map { article.words(of: [$0.span]) }
    #expect(times == [time, time, time])
  }

  @Test("short titles between paragraphs, and the line under the title, are headings")
  func headings() throws {
    let text = """
      Council closes bridge;
      Crews point out the risks and the costs of it.

      The council met on Monday and spoke of the rain until late in the night.

      'All Bets Are Off.'

      Mara Reuel said that the dock was half full and that it would take a year to fill it.

      Nobody laughed.

      Tor Holt said that the dock was half full and that it would take a year to fill it.
      """
    let article = try ArticleReader().read(Array(text.utf8), path: nil).article
    #expect(
      article.blocks.map(\.role) == [.title, .heading, .body, .heading, .body, .body, .body])
  }

  @Test(
    "the language is told where the words tell it",
    arguments: [
      ("The mayor said that the bridge would be closed for a year.", "en"),
      ("Der Bürgermeister sagte, die Brücke werde für ein Jahr gesperrt und dann erneuert.", nil),
      ("De burgemeester zei dat de brug in het voorjaar een jaar dicht is voor onderhoud.", nil),
      ("Le maire a dit que le pont serait fermé pendant un an pour des travaux.", nil),
      ("市长说，大桥将关闭一年。", nil),
      ("Rain fell.", nil),
    ] as [(String, String?)])
  func languages(text: String, language: String?) throws {
    let article = try ArticleReader().read(Array(text.utf8), path: nil).article
    #expect(article.metadata.language == language)
    #expect(article.blocks.map(\.role) == [.body])
  }

  @Test("a date that can be read two ways is left out, and said so")
  func ambiguousDate() throws {
    let text =
      "Council votes for new bridge\n\n03/04/2004\n\nThe council voted for the bridge by nine to two on Monday.\n"
    let reading = try ArticleReader().read(Array(text.utf8), path: nil)
    #expect(reading.article.blocks.map(\.role) == [.title, .date, .body])
    #expect(reading.article.metadata.published == nil)
    #expect(reading.notices == ["the date in '03/04/2004' can be read two ways, so it is left out"])
  }

  @Test("a line of many such dates is said once")
  func ambiguousDates() throws {
    let text =
      "Council votes for new bridge\n\n03/04/2004 03/05/2004 03/06/2004\n\nThe council voted on Monday.\n"
    #expect(try ArticleReader().read(Array(text.utf8), path: nil).notices.count == 1)
  }

  @Test(
    "blocks cover what is not blank, in order, whatever the text",
    arguments: 0..<300 as Range<UInt64>)
  func covers(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "\n", "\n\n", " ", "\u{A0}", "    ", "Home > World", "By JANE DOE",
      "Updated: 2004-03-23 13:37",
      "The minister said the law would pass before the summer.", "\"It is over,\" she said.",
      "BEIJING, March 23 (Xinhua) -- ", "- item", "* other", "> quoted", "# Heading", "---",
      "Related Stories",
      "Q: Why?", "(Reuters photo)", "1) one", "é\u{301}😀", "市长说。", "x", "Photo: a dog", "?", "»",
      "\u{2028}",
      "which was long enough to be wrapped at some width by a program", "Copyright 2004 Daily",
    ]
    var text = ""
    for _ in 0..<random.next(below: 40) + 1 {
      text += pieces[random.next(below: pieces.count)] + (random.next(below: 3) == 0 ? "" : "\n")
    }
    guard let reading = try? ArticleReader().read(Array(text.utf8), path: nil) else {
      #expect(text.allSatisfy { $0.isWhitespace })
      return
    }
    let bytes = Array(text.utf8)
    var covered = [Bool](repeating: false, count: bytes.count)
    var end = 0
    for block in reading.article.blocks {
      #expect(block.span.start >= end && !block.span.isEmpty)
      #expect(reading.article.text.utf8Substring(block.span) != nil)
      end = block.span.end
      for offset in block.span.range { covered[offset] = true }
    }
    let bare = zip(bytes, covered).filter { !$0.1 }.map(\.0)
    #expect(String(decoding: bare, as: UTF8.self).allSatisfy { $0.isWhitespace })
    #expect(reading.article.text.utf8.elementsEqual(bytes))
  }
}
