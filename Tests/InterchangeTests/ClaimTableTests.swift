import ClaimModel
import Fingerprint
import Testing

@testable import Interchange

@Suite("ClaimTable, DataPackage and ClaimReading")
struct ClaimTableTests {
  static func rows(_ documents: [SessionDocument], codebooks: [Codebook]) throws -> [[String:
    String]]
  {
    let table = ClaimTable(codebooks: codebooks)
    var csv = CSVWriter()
    table.writeHeader(to: &csv)
    for document in documents { table.writeRows(of: document, to: &csv) }
    let rows = try csvRows(csv.bytes)
    #expect(rows[0] == table.columns.map(\.name))
    return rows.dropFirst().map { row in
      #expect(row.count == rows[0].count)
      return Dictionary(zip(rows[0], row)) { first, _ in first }
    }
  }

  /// The first claim judged in every way, the second left alone, the third given another source.
  static func judged() throws -> SessionDocument {
    var session = SampleSession.opened()
    let first = ClaimID(rawValue: 1)
    _ = try session.append(
      [
        .labelled(first, attribute: "status", .text("refuted")), .noted(first, "a \"note\""),
        .noted(first, "another, longer"), .tagged(first, "ferries"), .tagged(first, "money"),
        .evidenceAdded(
          first,
          Evidence(
            id: 1, location: "https://example.org/budget", quote: "2.1", relation: .refutes,
            accessed: try #require(CalendarDay(iso: "2026-03-01")))),
        .evidenceAdded(
          first,
          Evidence(
            id: 2, location: "minutes.pdf", quote: nil, relation: .background,
            accessed: try #require(CalendarDay(iso: "2026-03-01")))),
        .labelled(ClaimID(rawValue: 3), attribute: "source", .text("=Passengers")),
        .statementWritten(ClaimID(rawValue: 3), "The passengers doubt it."),
      ], at: SampleSession.moment(1))
    return SampleSession.document(session)
  }

  @Test("writes one row a claim, offsets in code points")
  func rows() throws {
    let rows = try Self.rows([try Self.judged()], codebooks: [SampleSession.codebook])
    #expect(rows.count == 3)
    #expect(
      rows[0] == [
        "article": SampleSession.article.id.rawValue, "path": "news/ferry.txt",
        "title": "Ferry line 😀 to close", "published": "2026-02-28", "annotator": "mara",
        "session": SHA256.hex("event 1".utf8), "head": SHA256.hex("event 11".utf8),
        "claim": "c1", "text": "the Norrholm ferry lost €2,4 m in 2025",
        "statement": "the Norrholm ferry [of the harbour board] lost €2,4 m in 2025",
        "start": "71", "end": "109", "spans": "71:109",
        "sentence":
          "The harbour board said on Friday that the Norrholm ferry lost €2,4 m in 2025, but that "
          + "nobody\nwould be dismissed.",
        "block": "2", "source": "The harbour board", "source-type": "government",
        "source-origin": "proposed", "status": "refuted", "stance": "", "claim-type": "",
        "checkworthiness": "", "workflow": "unstarted",
        "statement-basis": "proposed", "source-basis": "proposed", "source-type-basis": "proposed",
        "status-basis": "typed", "stance-basis": "proposed", "claim-type-basis": "proposed",
        "checkworthiness-basis": "proposed", "workflow-basis": "proposed", "changed-values": "",
        "notes": "a \"note\"\nanother, longer",
        "tags": "ferries\nmoney", "evidence-count": "2",
        "evidence": "https://example.org/budget\nminutes.pdf", "origin": "proposed",
        "changed": "2026-03-01T09:30:01.250Z",
      ])
    #expect(rows[1]["status"] == "unverified" && rows[1]["changed"] == "")
    #expect(rows[2]["spans"] == "184:187;209:231" && rows[2]["end"] == "231")
    #expect(rows[2]["statement"] == "The passengers doubt it.")
    #expect(rows[2]["source"] == "=Passengers" && rows[2]["source-origin"] == "annotator")
    #expect(rows[2]["statement-basis"] == "typed" && rows[2]["source-basis"] == "typed")
  }

  static let other = Result {
    try Codebook(
      name: "other", version: "1",
      attributes: [
        .init(name: "text", kind: .text, definition: "Any."),
        .init(name: "weight", kind: .number, definition: "How much.", min: -5, max: 1),
        .init(
          name: "topics", kind: .choices, definition: "What about.",
          labels: [.init(name: "health"), .init(name: "money")]),
        .init(
          name: "status", kind: .choice, definition: "Verdict.",
          labels: [.init(name: "open"), .init(name: "refuted")], start: "open"),
      ], rules: [])
  }

  @Test("unites the attributes of several codebooks, and takes no name twice")
  func codebooks() throws {
    let codebook = try Self.other.get()
    var session = SampleSession.opened(under: codebook)
    let first = ClaimID(rawValue: 1)
    _ = try session.append(
      [
        .labelled(first, attribute: "topics", .list(["health", "money"])),
        .labelled(first, attribute: "weight", .number(-2.5)),
        .labelled(first, attribute: "text", .text("own")),
      ], at: SampleSession.moment(1))
    let rows = try Self.rows(
      [SampleSession.document(session, under: codebook), try Self.judged()],
      codebooks: [codebook, SampleSession.codebook])
    #expect(rows.count == 6)
    #expect(rows[0]["topics"] == "health;money" && rows[0]["weight"] == "-2.5")
    #expect(rows[0]["label-text"] == "own" && rows[0]["text"]?.hasPrefix("the Norrholm") == true)
    #expect(rows[0]["status"] == "open" && rows[0]["workflow"] == "")
    #expect(rows[3]["status"] == "refuted" && rows[3]["topics"] == "")
    let status = ClaimTable(codebooks: [codebook, SampleSession.codebook]).columns.first {
      $0.name == "status"
    }
    let labels = SampleSession.codebook.attributes[0].labels.map(\.name)
    #expect(status?.kind == .choice(["open", "refuted"] + labels.filter { $0 != "refuted" }))
  }

  @Test("leaves out a proposed type that the codebook's source types do not have")
  func sourceTypes() throws {
    let codebook = try Codebook(
      name: "types", version: "1",
      attributes: [
        .init(
          name: "source-type", kind: .choice, definition: "T.",
          labels: [.init(name: "journalist-voice"), .init(name: "press")])
      ], rules: [])
    let document = SampleSession.document(
      SampleSession.opened(under: codebook), under: codebook)
    let rows = try Self.rows([document], codebooks: [codebook])
    #expect(rows.map { $0["source-type"] } == ["", "", "journalist-voice"])
  }

  // MARK: The reading of a claim

  @Test("takes the annotator's source, else the innermost that is named")
  func sources() throws {
    func source(_ id: Int, _ events: [Event]) throws -> [String?] {
      var session = SampleSession.opened()
      if !events.isEmpty { _ = try session.append(events, at: SampleSession.moment(1)) }
      let record = try #require(session.state.claims[ClaimID(rawValue: id)])
      let source = ClaimReading(record, in: session.state).source
      return [source.name, source.type, source.origin.rawValue]
    }
    let second = ClaimID(rawValue: 2)
    #expect(try source(1, []) == ["The harbour board", "government", "proposed"])
    // Its innermost attribution names nobody.
    #expect(try source(2, []) == ["The harbour board", "government", "proposed"])
    #expect(try source(3, []) == [nil, "journalist-voice", "proposed"])
    #expect(
      try source(2, [.labelled(second, attribute: "source", .text("Zoe"))])
        == ["Zoe", nil, "annotator"])
    #expect(
      try source(2, [.labelled(second, attribute: "source", .text("The harbour board"))])
        == ["The harbour board", "government", "annotator"])
    #expect(
      try source(2, [.labelled(second, attribute: "source-type", .text("expert"))])
        == ["The harbour board", "expert", "proposed"])
  }

  // MARK: The data package

  @Test("describes the columns that the table has, with the codebook's labels")
  func dataPackage() throws {
    let table = ClaimTable(codebooks: [SampleSession.codebook, try Self.other.get()])
    let bytes = try #require(DataPackage(of: table, in: "My claims.csv").encode())
    let package = try JSONField(JSONParser.parse(bytes)).object(["profile", "name", "resources"])
    let resource = try #require(package.required("resources").array().first).dictionary()
    func member(_ name: String) throws -> JSONField {
      try #require(resource.first { $0.name == name }).field
    }
    #expect(try member("path").string() == "My claims.csv")
    #expect(try member("name").string() == "my-claims.csv")
    let schema = try member("schema").object(["fields", "missingValues"])
    #expect(try schema.required("missingValues").strings() == [""])
    var constraints: [String: String] = [:]
    var types: [String: String] = [:]
    var names: [String] = []
    for field in try schema.required("fields").array() {
      let members = try field.object(["name", "type", "description", "constraints"])
      let name = try members.required("name").string()
      names.append(name)
      types[name] = try members.required("type").string()
      constraints[name] = String(
        decoding: bytes[try members.required("constraints").node.range], as: UTF8.self
      ).filter { !$0.isWhitespace }
    }
    #expect(names == table.columns.map(\.name))
    #expect(types["weight"] == "number" && types["changed"] == "datetime")
    #expect(types["start"] == "integer" && types["status"] == "string")
    #expect(constraints["start"] == #"{"required":true}"#)
    #expect(
      constraints["origin"]
        == #"{"required":true,"enum":["proposed","added","split","merged","carried"]}"#)
    #expect(
      constraints["checkworthiness"]
        == #"{"required":false,"enum":["check-worthy","factual-unimportant","not-factual"]}"#)
    #expect(
      constraints["topics"]
        == #"{"required":false,"pattern":"^(health|money)(;(health|money))*$"}"#)
  }

  @Test("keeps what its folder's package says of other files")
  func addition() throws {
    let table = ClaimTable(codebooks: [SampleSession.codebook])
    func paths(_ package: [UInt8]?) throws -> [String?] {
      let fields = try JSONField(JSONParser.parse(try #require(package)))
        .object(["profile", "name", "resources"]).required("resources").array()
      return try fields.map { resource in
        try resource.dictionary().first { $0.name == "path" }?.field.string()
      }
    }
    let first = DataPackage(of: table, in: "a.csv").encode()
    let second = DataPackage(of: table, in: "b.csv").encode(addingTo: first)
    #expect(try paths(first) == ["a.csv"])
    #expect(try paths(second) == ["a.csv", "b.csv"])
    #expect(
      try paths(DataPackage(of: table, in: "a.csv").encode(addingTo: second)) == ["b.csv", "a.csv"])
    #expect(DataPackage(of: table, in: "b.csv").encode(addingTo: second) == second)
    for foreign in ["{}", "no", #"{"profile":"x","name":"mine","resources":[]}"#] {
      #expect(DataPackage(of: table, in: "a.csv").encode(addingTo: Array(foreign.utf8)) == nil)
    }
  }
}
