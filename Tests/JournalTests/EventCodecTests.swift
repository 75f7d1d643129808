import Fingerprint
import Foundation
import TestSupport
import Testing

@testable import ClaimModel
@testable import Journal

@Suite("Events as the journal writes them")
struct EventCodecTests {
  let codec = EventCodec()

  /// One event of each kind, with the payload that stores are full of: a change here breaks them.
  static let written: [(Event, String)] = {
    let claim = Claim(
      id: 4, spans: [TextSpan(3, 9)], sentence: TextSpan(0, 10), block: 2,
      attributions: [AttributionID(rawValue: 1)], checkworthiness: 0.25, type: .quote)
    let claimJSON = """
      {"attributions":[1],"block":2,"checkworthiness":0.25,"id":4,"occurrences":[],\
      "sentence":[0,10],"spans":[[3,9]],"times":[],"type":"quote"}
      """
    var record = ClaimRecord(claim: claim, origin: .proposed)
    record.labels = ["status": .text("refuted")]
    record.tags = ["t"]
    record.statement = "so"
    record.changed = Timestamp(milliseconds: 1_709_164_800_000)
    let opening = SessionOpening(
      article: ArticleID(rawValue: "sha256:00"), annotator: "ada/x", codebook: "sha256:01")
    let evidence = Evidence(
      id: 1, location: "https://example.org/a", quote: nil, relation: .refutes,
      accessed: Sample.leapDay)
    return [
      (
        .sessionOpened(opening),
        #"{"annotator":"ada/x","article":"sha256:00","codebook":"sha256:01"}"#
      ),
      (
        .sessionOpened(
          SessionOpening(
            article: ArticleID(rawValue: "sha256:00"), annotator: "ada/x", codebook: "sha256:01",
            id: "0f", key: "ed25519:1e", path: "a/b.txt", reading: ReadingID(rawValue: "sha256:02"))
        ),
        #"{"annotator":"ada/x","article":"sha256:00","codebook":"sha256:01","id":"0f","#
          + #""key":"ed25519:1e","path":"a/b.txt","reading":"sha256:02"}"#
      ),
      (
        .sessionOpened(
          SessionOpening(
            article: ArticleID(rawValue: "sha256:00"), annotator: "a", codebook: "sha256:01",
            reading: ReadingID(rawValue: "sha256:02"))),
        #"{"annotator":"a","article":"sha256:00","codebook":"sha256:01","reading":"sha256:02"}"#
      ),
      (
        .claimsProposed(Analysis(engine: "e", claims: [claim])),
        #"{"analysis":{"attributions":[],"claims":["# + claimJSON
          + #"],"engine":"e","sentences":[],"times":[]}}"#
      ),
      (
        .claimsProposed(
          Analysis(
            engine: "e",
            claims: [
              Claim(
                id: 4, spans: [TextSpan(3, 9)], sentence: TextSpan(0, 10), block: 2, type: .quote,
                repeats: 2,
                reasons: .init(checkworthiness: ["number: 2"], type: "", stance: "cue: \"no\""))
            ])),
        #"{"analysis":{"attributions":[],"claims":[{"attributions":[],"block":2,"id":4,"#
          + #""occurrences":[],"reasons":{"checkworthiness":["number: 2"],"#
          + #""stance":"cue: \"no\"","type":""},"repeats":2,"sentence":[0,10],"spans":[[3,9]],"#
          + #""times":[],"type":"quote"}],"engine":"e","sentences":[],"times":[]}}"#
      ),
      (
        .claimsCarried(
          CarryOver(
            from: .init(session: 2, article: ArticleID(rawValue: "sha256:02"), head: "0a"),
            highestClaim: 7, notes: ["n"],
            claims: [
              CarriedClaim(
                record, verdict: .moved,
                before: .init(words: "w", codePointSpans: [TextSpan(1, 2)], source: "Ada"),
                claim: claim, suggestion: .init(claim: claim, twin: 8))
            ])),
        #"{"claims":[{"before":{"codePointSpans":[[1,2]],"source":"Ada","words":"w"},"#
          + #""changed":"2024-02-29T00:00:00.000Z","claim":"# + claimJSON
          + #","evidence":[],"labels":{"status":"refuted"},"notes":[],"statement":"so","#
          + #""suggestion":{"claim":"# + claimJSON + #","twin":8},"tags":["t"],"#
          + #""verdict":"moved"}],"from":{"article":"sha256:02","head":"0a","session":2},"#
          + #""highestClaim":7,"notes":["n"]}"#
      ),
      (.claimSettled(4, claim), #"{"claim":4,"settled":"# + claimJSON + "}"),
      (.claimSettled(4, nil), #"{"claim":4}"#),
      (.claimAdded(claim), #"{"claim":"# + claimJSON + "}"),
      (.claimDropped(4), #"{"claim":4}"#),
      (
        .claimMoved(4, to: claim.place),
        #"{"claim":4,"place":{"block":2,"occurrences":[],"sentence":[0,10],"spans":[[3,9]]}}"#
      ),
      (
        .claimSplit(4, into: [claim]), #"{"claim":4,"parts":["# + claimJSON + "]}"
      ),
      (.claimsMerged([4, 5], into: claim), #"{"claims":[4,5],"merged":"# + claimJSON + "}"),
      (.statementWritten(4, "so"), #"{"claim":4,"statement":"so"}"#),
      (.statementWritten(4, nil), #"{"claim":4}"#),
      (.status(4, "refuted"), #"{"attribute":"status","claim":4,"value":"refuted"}"#),
      (
        .labelled(4, attribute: "n", .number(2.5)), #"{"attribute":"n","claim":4,"value":2.5}"#
      ),
      (
        .labelled(4, attribute: "t", .list(["a", "b"])),
        #"{"attribute":"t","claim":4,"value":["a","b"]}"#
      ),
      (
        .labelled(4, attribute: "s", .text("b"), .typed),
        #"{"attribute":"s","basis":"typed","claim":4,"value":"b"}"#
      ),
      (
        .labelled(
          4, attribute: "s", .text("b"),
          Grounds(.accepted, shown: .init(from: "encoder/1", value: .text("b")))),
        #"{"attribute":"s","basis":"accepted","claim":4,"shown":{"from":"encoder/1","value":"b"},"#
          + #""value":"b"}"#
      ),
      (
        .labelled(
          4, attribute: "s", .list(["b"]),
          Grounds(.typed, shown: .init(from: "x", value: .list(["a"]), confidence: 0.5))),
        #"{"attribute":"s","basis":"typed","claim":4,"shown":{"confidence":0.5,"from":"x","#
          + #""value":["a"]},"value":["b"]}"#
      ),
      (
        .statementWritten(4, "so", Grounds(.accepted, shown: .init(from: "x", value: .text("so")))),
        #"{"basis":"accepted","claim":4,"shown":{"from":"x","value":"so"},"statement":"so"}"#
      ),
      (.labelCleared(4, attribute: "t"), #"{"attribute":"t","claim":4}"#),
      (.noted(4, "a \"b\" \\ c\nd/é🦢"), #"{"claim":4,"text":"a \"b\" \\ c\nd/é🦢"}"#),
      (.noted(nil, "x"), #"{"text":"x"}"#),
      (.tagged(4, "money"), #"{"claim":4,"tag":"money"}"#),
      (.untagged(4, "money"), #"{"claim":4,"tag":"money"}"#),
      (
        .evidenceAdded(4, evidence),
        #"{"claim":4,"evidence":{"accessed":"2024-02-29","id":1,"#
          + #""location":"https://example.org/a","relation":"refutes"}}"#
      ),
      (.evidenceRemoved(4, evidence: 1), #"{"claim":4,"evidence":1}"#),
      (.sourceRenamed(from: "é\"", to: "a/b"), #"{"from":"é\"","to":"a/b"}"#),
      (.undone([3, 4]), #"{"events":[3,4]}"#),
      (.redone([3]), #"{"events":[3]}"#),
    ]
  }()

  @Test("writes each kind in its one form, and reads it back", arguments: 0..<written.count)
  func forms(_ index: Int) throws {
    let (event, json) = Self.written[index]
    let payload = try codec.payload(of: event)
    #expect(String(decoding: payload, as: UTF8.self) == json)
    #expect(codec.event(kind: event.kind, payload: payload) == event)
  }

  @Test("has a form for each kind")
  func everyKind() {
    #expect(Set(Self.written.map(\.0.kind)) == Set(Event.Kind.allCases))
  }

  @Test(
    "reads flat payloads as the general decoder does", arguments: 0..<40 as Range<UInt64>)
  func flatEqualsGeneral(seed: UInt64) throws {
    var rng = SeededGenerator(seed: seed)
    let texts = ["", "a", "é🦢", "tab\t", "quote\"", "back\\", "\u{0}", "\u{7F}", "x/y", "e\u{301}"]
    for _ in 0..<50 {
      let claim = ClaimID(rawValue: Int.random(in: 0...1_000_000, using: &rng))
      let text = (0..<3).map { _ in texts[Int.random(in: 0..<texts.count, using: &rng)] }.joined()
      let numbers = (0..<Int.random(in: 0...3, using: &rng)).map { $0 * 7 }
      let events: [Event] = [
        .labelled(claim, attribute: text, .text(text)), .labelCleared(claim, attribute: text),
        .noted(claim, text), .tagged(claim, text), .untagged(claim, text), .claimDropped(claim),
        .undone(numbers), .redone(numbers), .labelled(claim, attribute: "n", .number(0.5)),
      ]
      for event in events {
        let payload = try codec.payload(of: event)
        if let flat = FlatPayload.event(kind: event.kind, payload: payload) {
          #expect(flat == event)
        }
        #expect(codec.event(kind: event.kind, payload: payload) == event)
      }
    }
  }

  @Test("reads proposals as the general decoder does", arguments: 0..<40 as Range<UInt64>)
  func proposalsEqualGeneral(seed: UInt64) throws {
    var rng = SeededGenerator(seed: seed)
    func number() -> Int { Int.random(in: 0...5000, using: &rng) }
    func span() -> TextSpan {
      let start = number()
      return TextSpan(start, start + number())
    }
    func spans() -> [TextSpan] { (0..<Int.random(in: 0...3, using: &rng)).map { _ in span() } }
    func text() -> String {
      ["", "Ada \"Lady\" Byron", "été 🦢", "back\\slash\nline", "plain"][number() % 5]
    }
    func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &rng) ? value : nil }
    func day() -> CalendarDay? { maybe(Sample.leapDay) }
    for _ in 0..<20 {
      let analysis = Analysis(
        engine: text(), sentences: spans(),
        attributions: (0..<3).map { index in
          Attribution(
            id: AttributionID(rawValue: index), parent: maybe(AttributionID(rawValue: number())),
            mode: Attribution.Mode.allCases[number() % 3],
            source: maybe(
              .init(spans: spans(), name: text(), type: SourceType.allCases[number() % 14])),
            cue: spans(), content: spans())
        },
        claims: (0..<3).map { index in
          Claim(
            id: ClaimID(rawValue: index), spans: spans(), statement: maybe(text()),
            sentence: span(), block: number(), attributions: [AttributionID(rawValue: number())],
            times: [number(), number()],
            checkworthiness: maybe([0, 1, 0.62, 1e-9, 1.0 / 3][number() % 5]),
            type: maybe(ClaimType.allCases[number() % 11]), stance: maybe(text()),
            occurrences: [spans(), spans()], repeats: maybe(ClaimID(rawValue: number())),
            reasons: maybe(
              .init(checkworthiness: [text(), text()], type: text(), stance: text())))
        },
        times: (0..<3).map { TimeExpression(id: $0, span: span(), from: day(), to: day()) })
      let payload = try codec.payload(of: .claimsProposed(analysis))
      #expect(AnalysisPayload.event(payload: payload) == .claimsProposed(analysis))
      // Cut short at any place, it is none.
      #expect(
        AnalysisPayload.event(payload: Array(payload.prefix(number() % payload.count))) == nil)
    }
  }

  @Test("leaves a form of proposals that the journal does not write to the general decoder")
  func proposalsOtherwise() {
    let spaced = Array(
      #"{"analysis": {"engine":"e","attributions":[],"claims":[],"sentences":[],"times":[]}}"#.utf8)
    #expect(AnalysisPayload.event(payload: spaced) == nil)
    #expect(
      codec.event(kind: .claimsProposed, payload: spaced) == .claimsProposed(Analysis(engine: "e")))
    let backward =
      #"{"analysis":{"attributions":[],"claims":[],"engine":"e","sentences":[[9,3]],"times":[]}}"#
    #expect(codec.event(kind: .claimsProposed, payload: Array(backward.utf8)) == nil)
  }

  @Test(
    "reads what is kept of an article as the general decoder does",
    arguments: 0..<40 as Range<UInt64>)
  func articlesEqualGeneral(seed: UInt64) throws {
    var rng = SeededGenerator(seed: seed)
    func text() -> String? {
      ["", "Ada \"Lady\" Byron", "été 🦢", "back\\slash\nline", nil, nil].randomElement(using: &rng)
        ?? nil
    }
    let dates = ["2004-03-23", "2004-03-23T13:37", "2004-03-23T13:37+08:00"].map {
      PublicationDate($0)
    }
    let metadata = Article.Metadata(
      path: text(), title: text(), published: (dates + [nil]).randomElement(using: &rng) ?? nil,
      byline: text(), publisher: text(), address: text(), language: text())
    let json = try codec.json(metadata)
    #expect(ArticlePayload.metadata(json) == metadata)
    #expect(codec.metadata(json) == metadata)
    #expect(ArticlePayload.metadata(Array(json.dropLast())) == nil)
    let blocks = (0..<3).map { start in
      Block(
        role: Block.Role.allCases.randomElement(using: &rng) ?? .body,
        span: TextSpan(start, start + Int.random(in: 0...5000, using: &rng)))
    }
    #expect(ArticlePayload.blocks(try codec.json(blocks)) == blocks)
    #expect(ArticlePayload.blocks(try codec.json([Block]())) == [])
    let cut = Array(try codec.json(blocks).dropLast())
    #expect(ArticlePayload.blocks(cut) == nil)
  }

  @Test("leaves other forms of what is kept of an article to the general decoder")
  func articlesOtherwise() {
    for json in [
      #"{"title":"T","path":"p"}"#, #"{ "path":"p","title":"T"}"#,
      #"{"path":"p","title":"\u0054"}"#,
    ] {
      #expect(ArticlePayload.metadata(Array(json.utf8)) == nil)
      #expect(codec.metadata(Array(json.utf8)) == Article.Metadata(path: "p", title: "T"))
    }
    for json in ["", "{", "[]", #"{"path":1}"#, #"{"published":"soon"}"#] {
      #expect(codec.metadata(Array(json.utf8)) == nil)
    }
    for json in ["", "{}", #"[{"role":"hat","span":[0,5]}]"#, #"[{"role":"body","span":[5,0]}]"#] {
      #expect(codec.blocks(Array(json.utf8)) == nil)
    }
  }

  @Test("reads the frequent forms without the general decoder")
  func flatIsUsed() throws {
    for event in [
      .sessionOpened(
        SessionOpening(article: Sample().article.id, annotator: "Zoë \"Z\"", codebook: "sha256:1")),
      Event.status(1, "refuted"), .noted(12, "été"), .tagged(3, "a"), .undone([1, 22]),
      .noted(1, "she \"said\" so\\\nand left"),
    ] {
      #expect(FlatPayload.event(kind: event.kind, payload: try codec.payload(of: event)) == event)
    }
  }

  @Test(
    "reads no event from what is none",
    arguments: [
      "", "{", "{}", "null", #"{"attribute":"a","claim":1,"value":"b"} "# + "x",
      #"{"attribute":"a","claim":-,"value":"b"}"#, #"{"attribute":"a","claim":1,"value":"b"#,
      #"{"attribute":"a","claim":1}"#, #"{"attribute":"a","claim":"1","value":"b"}"#,
      #"{"attribute":"a","claim":01,"value":"b"}"#,
      #"{"attribute":"a","claim":99999999999999999999,"value":"b"}"#,
    ])
  func notAnEvent(_ json: String) {
    #expect(codec.event(kind: .labelled, payload: Array(json.utf8)) == nil)
  }

  @Test("refuses bytes that are no UTF-8")
  func invalidText() {
    let payload = Array(#"{"claim":4,"tag":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8)
    #expect(FlatPayload.event(kind: .tagged, payload: payload) == nil)
  }
}

@Suite("EventHash")
struct EventHashTests {
  @Test("is SHA-256 over the hash before, then a line each for the numbers and the kind")
  func encoding() {
    let payload = Array(#"{"claim":4}"#.utf8)
    let hash = EventHash(
      following: .start, sequence: 12, command: 9, at: -5, kind: "claim-dropped", payload: payload)
    let message =
      SHA256.digest("assay.journal/1".utf8) + Array("12\n9\n-5\nclaim-dropped\n".utf8) + payload
    #expect(hash.bytes == SHA256.digest(message))
  }

  @Test("is read back from its hexadecimal form, and from nothing else")
  func text() {
    let hash = EventHash.start
    #expect(EventHash("\(hash)") == hash)
    #expect("\(hash)" == SHA256.hex("assay.journal/1".utf8))
    for text in ["", "00", String(repeating: "g", count: 64), "\(hash)0", "\(hash)".uppercased()] {
      #expect(EventHash(text) == nil)
    }
  }
}
