import ClaimModel
import Fingerprint
import Testing

@testable import Interchange

@Suite("SplitJSON and ArticleJSON")
struct SplitJSONTests {
  static let article: Article = {
    let text = "😀 A\nB said e\u{301} rose."
    return Article(
      id: ArticleID(of: text), text: text,
      blocks: [
        Block(role: .title, span: TextSpan(0, 6)), Block(role: .body, span: TextSpan(7, 23)),
      ],
      metadata: .init(
        path: "a.txt", published: PublicationDate("2004-03-23T13:37"),
        address: "https://example.org/a"))
  }()

  static let analysis = Analysis(
    engine: "rules/1", sentences: [TextSpan(7, 23)],
    attributions: [
      Attribution(
        id: AttributionID(rawValue: 1), mode: .indirect,
        source: .init(spans: [TextSpan(7, 8)], name: "B", type: .namedPerson),
        cue: [TextSpan(9, 13)], content: [TextSpan(14, 22)])
    ],
    claims: [
      Claim(
        id: ClaimID(rawValue: 1), spans: [TextSpan(7, 8), TextSpan(14, 22)], statement: nil,
        sentence: TextSpan(7, 23), block: 1, attributions: [AttributionID(rawValue: 1)],
        times: [1], checkworthiness: 0.5, type: .event, stance: "asserts",
        occurrences: [[TextSpan(14, 17), TextSpan(18, 22)]])
    ],
    times: [
      TimeExpression(id: 1, span: TextSpan(18, 22), from: CalendarDay(iso: "2003-01-01"), to: nil)
    ],
    entities: [Entity(id: EntityID(rawValue: 1), name: "B", kind: .person)],
    mentions: [
      Mention(
        span: TextSpan(7, 8),
        meant: .init(entity: EntityID(rawValue: 1), name: "B", confidence: 0.9),
        others: [.init(entity: nil, name: "a rose", confidence: 0.05)])
    ])

  static let id = "sha256:" + SHA256.hex(article.text.utf8)

  @Test("writes the shape that the design fixes, offsets in code points")
  func shape() {
    let written = String(
      decoding: SplitJSON.encode(Self.analysis, of: Self.article, layout: .compact), as: UTF8.self)
    let expected =
      #"{"schema":"assay.split/2","article":{"id":""# + Self.id
      + #"","path":"a.txt","title":null,"published":"2004-03-23T13:37","byline":null,"#
      + #""publisher":null,"language":null,"text":"😀 A\nB said é rose.","#
      + #""blocks":[{"role":"title","start":0,"end":3},{"role":"body","start":4,"end":19}]},"#
      + #""attributions":[{"id":"a1","parent":null,"mode":"indirect","#
      + #""source":{"spans":[[4,5]],"text":"B","name":"B","type":"named-person"},"#
      + #""cue":{"spans":[[6,10]],"text":"said"},"content":{"spans":[[11,18]],"text":"é rose"}}],"#
      + #""claims":[{"id":"c1","spans":[[4,5],[11,18]],"text":"B … é rose","statement":null,"#
      + #""sentence":[4,19],"block":1,"attributions":["a1"],"times":["t1"],"checkworthiness":0.5,"#
      + #""type":"event","stance":"asserts","occurrences":[[[11,13],[14,18]]]}],"#
      + #""entities":[{"id":"e1","name":"B","kind":"person"}],"#
      + #""mentions":[{"span":[4,5],"text":"B","entity":"e1","name":"B","confidence":0.9,"#
      + #""candidates":[{"entity":null,"name":"a rose","confidence":0.05}]}],"#
      + #""times":[{"id":"t1","span":[14,18],"text":"rose","from":"2003-01-01","to":null}],"#
      + #""sentences":[[4,19]]}"# + "\n"
    #expect(written == expected)
  }

  @Test("writes which claim one repeats, and why it was appraised so")
  func repeatsAndReasons() {
    var analysis = Self.analysis
    analysis.claims[0].repeats = ClaimID(rawValue: 7)
    analysis.claims[0].reasons = .init(
      checkworthiness: ["number: 2", "named: B"], type: "past event: rose", stance: "cue: said")
    let written = String(
      decoding: SplitJSON.encode(analysis, of: Self.article, layout: .compact), as: UTF8.self)
    #expect(
      written.contains(
        #""occurrences":[[[11,13],[14,18]]],"repeats":"c7","reasons":{"checkworthiness":"#
          + #"["number: 2","named: B"],"type":"past event: rose","stance":"cue: said"}}],"#))
  }

  @Test("keeps the address in the article's own form")
  func article() {
    let written = String(
      decoding: ArticleJSON.encode(Self.article, layout: .compact), as: UTF8.self)
    #expect(written.hasPrefix(#"{"schema":"assay.article/1","id":""# + Self.id))
    #expect(written.contains(#","address":"https://example.org/a","#))
  }

  @Test("cuts its words with its own offsets, in both layouts")
  func offsets() throws {
    for layout in [JSONWriter.Layout.compact, .pretty] {
      let bytes = SplitJSON.encode(
        SampleSession.analysis, of: SampleSession.article, layout: layout)
      let members = try JSONField(JSONParser.parse(bytes)).object([
        "schema", "article", "attributions", "claims", "entities", "mentions", "times",
        "sentences",
      ])
      let scalars = Array(SampleSession.text.unicodeScalars)
      for field in try members.required("claims").array() {
        let claim = try field.dictionary()
        let spans = try #require(claim.first { $0.name == "spans" }).field.array()
        let words = try spans.map { span in
          let ends = try span.array().map { try $0.integer() }
          return String(String.UnicodeScalarView(scalars[ends[0]..<ends[1]]))
        }
        let text = try #require(claim.first { $0.name == "text" }).field.string()
        #expect(text == words.joined(separator: " … "))
      }
    }
  }

  // MARK: Streams

  @Test("answers a line with the id that it was given, as it was given")
  func requests() throws {
    let lines = [
      #"{"id": 7.50, "text": "x", "cluster": {"a": []}}"#,
      #"{"text":"😀","id":"\u00e9","title":"T"}"#,
      "\u{FEFF}" + #"{"id":1,"text":"","published":"2004-03-23T13:37:59Z","title":null}"#,
    ]
    let requests = try lines.map { try SplitRequest(line: Array($0.utf8)) }
    #expect(requests.map(\.text) == ["x", "😀", ""])
    #expect(requests.map(\.title) == [nil, "T", nil])
    #expect(requests.map { $0.published?.description } == [nil, nil, "2004-03-23T13:37Z"])
    var json = JSONWriter(.compact)
    for request in requests {
      json.split(Analysis(engine: "rules/1"), of: Self.article, request: request.id)
    }
    json.splitError("the engine gave up", request: requests[1].id)
    let answers = String(decoding: json.takeBytes(), as: UTF8.self).split(separator: "\n")
    #expect(answers[0].hasPrefix(#"{"id":7.50,"schema":"assay.split/2","article":{"#))
    #expect(answers[1].hasPrefix(#"{"id":"\u00e9","schema":"#))
    #expect(answers[2].hasPrefix(#"{"id":1,"schema":"#))
    #expect(answers[3] == #"{"id":"\u00e9","error":"the engine gave up"}"#)
  }

  static let refusals: [(String, String)] = [
    ("nonsense", #"{"id":null,"error":"1:1: this is not a JSON value"}"#),
    ("", #"{"id":null,"error":"1:1: it is empty"}"#),
    (
      "[1]",
      #"{"id":null,"error":"an object with 'id' and 'text' should stand here, not a list"}"#
    ),
    (#"{"text":"x"}"#, #"{"id":null,"error":"id: this field is missing"}"#),
    (
      #"{"id":true,"text":"x"}"#,
      #"{"id":null,"error":"id: the id should be a text or a number, not true or false"}"#
    ),
    (#"{"id":"a"}"#, #"{"id":"a","error":"text: this field is missing"}"#),
    (
      #"{"id":"a","text":3}"#, #"{"id":"a","error":"text: a text should stand here, not a number"}"#
    ),
    (
      #"{"id":1e2,"text":"x","published":"tomorrow"}"#,
      #"{"id":1e2,"error":"published: 'tomorrow' is not a date "#
        + #"such as 2004-03-23 or 2004-03-23T13:37"}"#
    ),
    (
      #"{"id":1,"text":"x\ud800"}"#,
      #"{"id":null,"error":"1:18: half of a surrogate pair is missing"}"#
    ),
  ]

  @Test("answers a line that is no request, and the stream goes on", arguments: refusals)
  func refuses(_ line: String, _ answer: String) throws {
    let error = try #require(throws: SplitRequestError.self) {
      try SplitRequest(line: Array(line.utf8))
    }
    var json = JSONWriter(.compact)
    json.splitError(error.description, request: error.id)
    #expect(String(decoding: json.bytes, as: UTF8.self) == answer + "\n")
  }
}
