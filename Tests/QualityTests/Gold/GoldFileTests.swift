import ClaimModel
import Testing

@Suite("Annotation files")
struct GoldFileTests {
  private static let text = "He said it was so, and  it\nwas: the cap, the captain of it."

  struct Case: Sendable, CustomTestStringConvertible {
    let quoted: String
    var found: [String] = []
    var failure: QuotedWords.Failure?
    var testDescription: String { quoted }
  }

  @Test(
    "finds quoted words",
    arguments: [
      Case(quoted: "it was so", found: ["it was so"]),
      Case(quoted: "and it was", found: ["and  it\nwas"]),
      Case(quoted: "He … was so", found: ["He", "was so"]),
      Case(quoted: "He ~ so", found: ["He said it was so"]),
      Case(quoted: "{2}it … the captain", found: ["it", "the captain"]),
      Case(quoted: "the cap", found: ["the cap"]),
      Case(quoted: "said ~ {1}it", found: ["said it"]),
      Case(quoted: "*", found: ["He said it was so, and  it\nwas: the cap, the captain of it"]),
      Case(quoted: "it", failure: .ambiguous("it", count: 3)),
      Case(quoted: "capt", failure: .absent("capt")),
      Case(quoted: "so … He", failure: .absent("He")),
      Case(quoted: ">He", failure: .absent(">He")),
      Case(quoted: "{4}it", failure: .absent("{4}it")),
      Case(quoted: "<He", failure: .absent("<He")),
    ])
  func quoted(_ example: Case) throws {
    let words = WordIndex(Self.text)
    let sentence = TextSpan(0, Self.text.utf8.count)
    let quoted = QuotedWords(written: example.quoted)
    guard let failure = example.failure else {
      let found = try quoted.spans(in: sentence, of: words)
      #expect(found.map { String(Self.text.utf8Substring($0) ?? "") } == example.found)
      return
    }
    #expect(throws: failure) { try quoted.spans(in: sentence, of: words) }
  }

  @Test("finds words outside the sentence, the nearest")
  func outside() throws {
    let words = WordIndex(Self.text)
    let sentence = TextSpan(18, 23)
    let before = try QuotedWords(written: "<it").spans(in: sentence, of: words)
    #expect(before == [TextSpan(8, 10)])
    let after = try QuotedWords(written: ">it").spans(in: sentence, of: words)
    #expect(after == [TextSpan(24, 26)])
  }

  @Test(
    "names the line that cannot be read",
    arguments: [
      ("article: a.txt\nstyle: x\n", "line 1: the head needs article, style and published"),
      ("published: March\n", "line 1: 'March' is no day; write 2026-03-04"),
      ("size: 3\n", "line 1: no head is called 'size'"),
      ("again\n", "line 1: a sentence, '= …', must come first"),
      ("= It rained.\nx y\n", "line 2: no line begins with 'x'"),
      ("= It rained.\nc happening high | *\n", "line 2: 'happening' is no ClaimType"),
      ("= It rained.\nc event top | *\n", "line 2: 'top' is no Worth"),
      ("= It rained.\nc event high a1 | *\n", "line 2: 'a1' is no attribution; write @a1"),
      ("= It rained.\nc event high\n", "line 2: write 'c TYPES RANK [@ID] | WORDS'"),
      ("= It rained.\nt 2026-13-01 | *\n", "line 2: '2026-13-01' is no day"),
      ("= It rained.\nt * \n", "line 2: write 't FROM..TO | WORDS'"),
      (
        "= It rained.\na a1 direct unknown | It | - | rained\n",
        "line 2: a source needs a name, and a name a source"
      ),
    ])
  func failure(text: String, sentence: String) {
    do throws(GoldFile.Failure) {
      _ = try GoldFile(text)
      Issue.record("the file was read")
    } catch {
      #expect(error.description == sentence)
    }
  }

  @Test(
    "names the line whose words are not in the article",
    arguments: [
      ("= It snowed.\n", "line 4: the article does not go on with this sentence"),
      (
        "= It rained.\nc event high | It snowed\n",
        "line 5: the sentence does not hold 'It snowed' there"
      ),
      ("= It rained.\nc event high @a1 | *\n", "line 5: no attribution before is called 'a1'"),
      ("= It rained.\nagain\n", "line 5: the sentence does not stand earlier"),
    ])
  func unplaced(annotations: String, sentence: String) throws {
    let text = "It rained."
    let article = Article(
      id: ArticleID(rawValue: "sha256:0"), text: text,
      blocks: [Block(role: .body, span: TextSpan(0, text.utf8.count))], metadata: .init())
    let file = try GoldFile("article: a.txt\nstyle: x\npublished: 2026-03-04\n" + annotations)
    do throws(GoldFile.Failure) {
      _ = try GoldArticle(file, article)
      Issue.record("the words were found")
    } catch {
      #expect(error.description == sentence)
    }
  }

  @Test("keeps words, chains and choices of a file")
  func read() throws {
    let text = "Ada said Bo knew it rained. It rained."
    let article = Article(
      id: ArticleID(rawValue: "sha256:0"), text: text,
      blocks: [Block(role: .body, span: TextSpan(0, text.utf8.count))], metadata: .init())
    let file = try GoldFile(
      """
      article: a.txt
      style: x
      published: 2026-03-04

      = Ada said Bo knew it rained.
      a a1 indirect named-person/witness Ada / Ada Lind | Ada | said | Bo ~ rained
      a? a2<a1 indirect named-person Bo | Bo | knew | it rained
      c event/opinion low @a2 | it rained
      t? | rained

      = It rained.
      + a1 | *
      """)
    let gold = try GoldArticle(file, article).gold
    #expect(gold.sentences == [TextSpan(0, 27), TextSpan(28, 38)])
    #expect(gold.attributions.map(\.content) == [[2, 3, 4, 5, 6, 7], [4, 5]])
    #expect(gold.attributions.map(\.names) == [["Ada", "Ada Lind"], ["Bo"]])
    #expect(gold.attributions.map(\.isOptional) == [false, true])
    #expect(gold.claims.map(\.reporting) == [[0, 1, 2, 3]])
    #expect(gold.claims.first?.types == [.event, .opinion])
    #expect(gold.times.first?.isOptional == true)
  }
}
