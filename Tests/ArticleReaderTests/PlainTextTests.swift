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
      ("Bring\na) bread\nb) milk.", 3),
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
      "PORT-AU-PRINCE, Haiti --",
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
