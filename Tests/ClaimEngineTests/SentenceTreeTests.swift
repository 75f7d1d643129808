import ClaimModel
import TestSupport
import Testing

@testable import ClaimEngine

@Suite("SentenceTree")
struct SentenceTreeTests {
  @Test(
    "stays a tree where mending a parse would close a ring",
    arguments: [
      // The nearest bare verb hangs on the one that looks for it.
      "They/2/nsubj asked/0/root/VBD him/2/obj to/5/mark stop/6/advcl/VB apologize/2/conj/VB ./2/punct",
      // The verb before the preposition hangs on the one after "and".
      "It/5/nsubj abided/5/advcl/VBD by/5/obl/IN and/5/cc entered/1/conj/VBD treaties/5/obj ./5/punct",
      // What owns is what is owned.
      "Osei/0/root/NNP 's/3/case/POS mill/1/appos/NN burned/1/acl/VBD ./1/punct",
      // The words of a name hang on each other over a word outside it.
      "Ana/3/compound/NNP Osei/4/compound/NNP left/2/acl/VBD Lund/3/obj/NNP Bay/0/root/NNP ./5/punct",
    ])
  func rings(drawn: String) throws {
    let parse = try DrawnParse(drawn)
    check(
      SentenceTree(
        ranges: [parse.text.tokens.indices], tokens: parse.text.tokens, tree: parse.tree))
    _ = parse.claims(.fine)
  }

  @Test(
    "looks for nothing behind the last word of a text",
    arguments: [
      "Then/6/advmod ,/4/punct who/4/nsubj left/6/acl:relcl/VBD ,/4/punct Osei/0/root/NNP",
      "Late/7/advmod ,/5/punct which/5/nsubj soon/5/advmod fell/7/acl:relcl/VBD ,/5/punct mills/0/root",
    ], Grain.allCases)
  func lastWord(drawn: String, grain: Grain) throws {
    // A claim has words of the sentence, whichever they are.
    for claim in try DrawnParse(drawn).claims(grain) { #expect(!claim.isEmpty) }
  }

  @Test("stays a tree whatever the parse", arguments: 0..<40 as Range<UInt64>)
  func anyParse(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let words = [
      "Ana", "Osei", "Act", "mill", "mills", "'s", ",", ",", "who", "which", "that", "and", "but",
      "to",
      "by", "up", "has", "was", "would", "sell", "sold", "stop", "It", "&", "-", "bridge", "not",
    ]
    for _ in 0..<50 {
      let count = 4 + generator.next(below: 24)
      let text = (0..<count).map { _ in words.randomElement(using: &generator) ?? "" }
        .joined(separator: " ")
      var parsed = Document.tagged(Article(paragraphs: text))
      for token in parsed.tokens.indices where generator.next(below: 3) == 0 {
        parsed.tokens[token].tag = Self.tags[generator.next(below: Self.tags.count)]
      }
      let tree = ParseTree(
        heads: parsed.tokens.indices.map { token in
          let head = generator.next(below: parsed.tokens.count + 1)
          return head == parsed.tokens.count || head == token ? nil : head
        },
        relations: parsed.tokens.indices.map { _ in
          Relation(rawValue: UInt8(generator.next(below: 26))) ?? .other
        })
      check(
        SentenceTree(ranges: [parsed.tokens.indices], tokens: parsed.tokens, tree: tree))
    }
  }

  private static let tags: [ClaimEngine.Tag] = [.vb, .vbd, .vbn, .nn, .nnp, .pos, .in, .rp]

  /// Every member is a child of its head and of no other, and heads lead to a root.
  private func check(_ tree: SentenceTree) {
    for token in tree.members {
      var place = token
      var steps = 0
      while let head = tree.head(of: place), steps <= tree.members.count {
        place = head
        steps += 1
      }
      #expect(steps < tree.members.count, "heads lead from \(token) round and round")
      #expect(
        tree.members.filter { tree.children(of: $0).contains(token) }
          == (tree.head(of: token).map { [$0] } ?? []))
    }
  }

  @Test(
    "sentences whose parse the mending once made a ring come to an end",
    arguments: [
      "The Violence Against Women Act, which has been a very important piece of legislation, in my opinion.",
      "The Danes say they want to, and that in order to do so Denmark must, quote, end its tolls.",
      "Mayor Osei, do you agree with Judge Holm that Norway overreacts to protests, and that in order for there to be peace, Norway must, quote, end its quotas?",
    ], Grain.allCases)
  func sentences(_ sentence: String, grain: Grain) throws {
    let article = Article(paragraphs: sentence)
    let analysis = try EncoderEngine().analyse(article, grain: grain).analysis
    #expect(analysis.sentences.count == 1)
  }
}
