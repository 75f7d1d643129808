import ClaimModel
import Fingerprint
import FoundationEssentials
import Journal
import TestSupport
import Testing

@testable import Interchange

@Suite("SessionJSON")
struct SessionJSONTests {
  /// The payload as a journal writes it, in bytes.
  static func payload(of event: Event) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(event.payload)
  }

  @Test(
    "gives the same events and the same bytes after import", .tags(.property),
    arguments: 0..<40 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let document = SampleSession.random(seed: seed)
    let bytes = try SessionJSON.encode(document)
    let read = try SessionJSON.decode(bytes)
    #expect(read == document)
    for (event, original) in zip(read.events, document.events) {
      #expect(event.hash == original.hash)
      #expect(
        try Self.payload(of: event.recorded.event) == Self.payload(of: original.recorded.event))
    }
    #expect(try SessionJSON.encode(read) == bytes)
  }

  @Test("counts code points in payloads, where the journal counts bytes")
  func payloadOffsets() throws {
    let text = String(
      decoding: try SessionJSON.encode(ClaimTableTests.judged()), as: UTF8.self)
    // The emoji of the title and the euro sign take more bytes than code points.
    #expect(text.contains(#""spans":[[71,109]]"#))
    #expect(SampleSession.span(of: "the Norrholm ferry lost €2,4 m in 2025") == TextSpan(74, 114))
  }

  @Test("gives a second journal the same session, hash for hash")
  func journals() throws {
    let now = { SampleSession.moment(9) }
    let codebook = SampleSession.codebook
    let first = try Store.inMemory(now: now)
    #expect(try first.identity(of: codebook) == CodebookFile.hash(codebook))
    var stored = try first.createSession(
      article: SampleSession.article, codebook: codebook, annotator: "mara",
      events: [.claimsProposed(SampleSession.analysis)])
    let events = SampleSession.random(seed: 7).events.dropFirst(2).map(\.recorded.event)
    for event in events { _ = try first.append([event], to: &stored) }
    func document(_ stored: StoredSession, in store: Store) throws -> SessionDocument {
      let hashes = try store.hashes(of: stored.id)
      return SessionDocument(
        article: stored.article, codebook: stored.codebook,
        events: zip(stored.session.events, hashes).map {
          .init(recorded: $0, hash: $1.description)
        }, session: stored.session, application: "assay 1.0")
    }
    let exported = try SessionJSON.encode(document(stored, in: first))
    let read = try SessionJSON.decode(exported)
    let second = try Store.inMemory(now: now)
    let arrival = try second.receive(
      IncomingSession(
        article: read.article, codebook: read.codebook, events: read.events.map(\.recorded),
        hashes: read.events.compactMap { EventHash($0.hash) }))
    let imported = try second.session(arrival.session)
    #expect(try SessionJSON.encode(document(imported, in: second)) == exported)
  }

  /// What is replaced in the export of `judged`, by what, and what is said about it.
  static let refusals: [(String, String, String)] = [
    (
      "assay.session/2", "assay.session/9",
      "schema: 'assay.session/9' is not 'assay.session/2', the form that is read here, nor an earlier one"
    ),
    ("\"application\": \"assay 1.0\",", "", "application: this field is missing"),
    (
      "\"application\"", "\"aplication\"",
      "'aplication' is not a field here; the fields are schema, application, name, "
        + "head, annotator, "
        + "opened, article, codebook, notes, attributions, times, claims, events"
    ),
    (
      "\"annotator\": \"mara\"", "\"annotator\": \"otto\"",
      "annotator: this does not follow from the events"
    ),
    (
      "Ferry line 😀 to close\\n", "Ferry line 😀 to shut\\n",
      "article.id: this is not the SHA-256 of the article's text"
    ),
    (
      "\"published\": \"2026-02-28\"", "\"published\": \"2026-02-30\"",
      "article.published: '2026-02-30' is not a date such as 2004-03-23 or 2004-03-23T13:37"
    ),
    (
      "{\"role\": \"title\", \"start\": 0, \"end\": 21}",
      "{\"role\": \"title\", \"start\": 0, \"end\": 999}",
      "article.blocks[0]: [0, 999] does not lie in the text"
    ),
    (
      "{\"role\": \"title\", \"start\": 0, \"end\": 21}",
      "{\"role\": \"title\", \"start\": 9, \"end\": 3}",
      "article.blocks[0]: [9, 3] does not lie in the text"
    ),
    (
      "\"start\": 22", "\"start\": 20",
      "article.blocks[1]: it starts before the block before it ends"
    ),
    (
      "\"start\": 22", "\"start\": 2.5",
      "article.blocks[1].start: a whole number from 0 to 2147483648 should stand here"
    ),
    (
      "\"role\": \"date\"", "\"role\": \"day\"",
      "article.blocks[1].role: 'day' is not one of title, date, byline, "
        + "breadcrumb, heading, body, list, quote, caption, table, code, boilerplate"
    ),
    (
      "\"key\": \"1\"", "\"key\": \"12\"",
      "codebook.attributes[0].labels[0].key: '12' is not one printable ASCII character"
    ),
    (
      "The evidence confirms the claim as it stands.", "Yes.",
      "events[0].payload.codebook: the session was made with another codebook"
    ),
    (
      "\"text\": \"in 2025\"", "\"text\": \"in 2026\"",
      "times[0].text: this does not follow from the events"
    ),
    (
      "\"status\": \"refuted\"", "\"status\": \"supported\"",
      "claims[0].labels.status: this does not follow from the events"
    ),
    (
      "\"tags\": [\"ferries\", \"money\"]", "\"tags\": [\"ferries\"]",
      "claims[0].tags: 2 elements follow from the events, not 1"
    ),
    ("\"seq\": 2,", "\"seq\": 7,", "events[1].seq: 2 should stand here"),
    (
      "\"seq\": 3, \"command\": 3", "\"seq\": 3, \"command\": 2",
      "events[2].command: the number of this event or the command before it should stand here"
    ),
    (
      "\"kind\": \"labelled\"", "\"kind\": \"labeled\"",
      "events[2].kind: 'labeled' is not one of session-opened, claims-proposed, "
        + "claims-carried, claim-settled, claim-added, claim-dropped, claim-moved, claim-split, "
        + "claims-merged, statement-written, labelled, label-cleared, noted, tagged, untagged, evidence-added, "
        + "evidence-removed, source-renamed, undone, redone"
    ),
    (
      "\"at\": \"2026-03-01T09:30:01.250Z\"", "\"at\": \"yesterday\"",
      "events[2].at: 'yesterday' is not a moment such as 2026-03-01T09:30:00.250Z"
    ),
    (
      "\"value\":\"refuted\"", "\"value\":\"rfuted\"",
      "events[2].payload.value: 'rfuted' is not a label of 'status'"
    ),
    ("\"value\":\"refuted\"", "\"value\":5", "events[2].payload.value: 'status' takes one label"),
    (
      "\"attribute\":\"status\"", "\"attribute\":\"state\"",
      "events[2].payload.attribute: the codebook has no attribute 'state'"
    ),
    (
      "{\"attribute\":\"status\",\"claim\":1,", "{\"attribute\":\"status\",\"claim\":9,",
      "events[2]: there is no claim 9 at that point"
    ),
    (
      "{\"attribute\":\"status\",\"claim\":1,",
      "{\"attribute\":\"status\",\"claim\":-9223372036854775808,",
      "events[2].payload: -9223372036854775808 is not the number of a claim"
    ),
    (
      "{\"attribute\":\"status\",\"claim\":1,", "{\"attribute\":\"status\",\"claim\":1e30,",
      "events[2].payload: a number in it is too large"
    ),
    (
      "{\"attribute\":\"status\",\"claim\":1,", "{\"attribute\":\"status\",",
      "events[2].payload.claim: this field is missing"
    ),
    (
      "\"block\":2,\"checkworthiness\":0.82", "\"block\":5,\"checkworthiness\":0.82",
      "events[1].payload.analysis.claims[0].block: the article has no block 5"
    ),
    (
      "\"engine\":\"rules/1\"", "\"engine\":3",
      "events[1].payload.analysis.engine: a value of another kind should stand here"
    ),
    (
      "\"sentences\":[[33,146]", "\"sentences\":[[33,999]",
      "events[1].payload: the span [33, 999] does not lie in the text"
    ),
    (
      "\"sentences\":[[33,146]", "\"sentences\":[[146,33]",
      "events[1].payload.analysis.sentences[0]: [146, 33] is not a span"
    ),
    (
      "\"relation\":\"refutes\"", "\"relation\":\"proves\"",
      "events[7].payload.evidence.relation: this value is not one of those that may stand here"
    ),
    (
      "\"text\":\"a \\\"note\\\"\"", "\"text\":\"a \\\"note\\\"\",\"by\":\"me\"",
      "events[3].payload.by: this is not a field of the format"
    ),
    (
      "\"text\":\"a \\\"note\\\"\"", "\"text\":\"a note\"",
      "claims[0].notes[0]: this does not follow from the events"
    ),
  ]

  @Test("says where a file is wrong, and why", arguments: refusals)
  func refuses(_ found: String, _ replacement: String, _ sentence: String) throws {
    let text = String(
      decoding: try SessionJSON.encode(ClaimTableTests.judged()), as: UTF8.self)
    #expect(text.contains(found))
    let changed = text.replacing(found, with: replacement, maxReplacements: 1)
    let error = try #require(throws: InterchangeError.self) {
      try SessionJSON.decode(Array(changed.utf8))
    }
    #expect(error.description == sentence)
  }

  @Test("never crashes on a damaged file", .tags(.property), arguments: 0..<20 as Range<UInt64>)
  func damaged(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let whole = try SessionJSON.encode(SampleSession.random(seed: seed, steps: 6))
    let pieces = [
      "0", "-1", "9223372036854775807", "\"", "}", "[", "null", "\\ud800", "\u{0}", "1e9",
    ]
    for _ in 0..<15 {
      var bytes = whole
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, place + Int.random(in: 0...4, using: &generator))
      let piece = pieces.randomElement(using: &generator) ?? ""
      bytes.replaceSubrange(place..<end, with: piece.utf8)
      do throws(InterchangeError) {
        _ = try SessionJSON.decode(bytes)
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
    #expect(throws: InterchangeError.self) { try SessionJSON.decode(Array(whole.dropLast(9))) }
  }

  @Test("says which event JSON cannot express")
  func infinity() throws {
    let codebook = try ClaimTableTests.other.get()
    var session = SampleSession.opened(under: codebook)
    _ = try session.append(
      [.labelled(ClaimID(rawValue: 1), attribute: "weight", .number(.infinity))],
      at: SampleSession.moment(1))
    #expect(throws: InterchangeError.badEvent(sequence: 3)) {
      try SessionJSON.encode(SampleSession.document(session, under: codebook))
    }
  }

  @Test("reads values of every kind under another codebook")
  func kinds() throws {
    let codebook = try ClaimTableTests.other.get()
    var session = SampleSession.opened(under: codebook)
    let first = ClaimID(rawValue: 1)
    _ = try session.append(
      [
        .labelled(first, attribute: "weight", .number(0.1)),
        .labelled(first, attribute: "topics", .list(["money"])),
        .labelled(first, attribute: "text", .text("")),
        .labelCleared(first, attribute: "text"),
        .evidenceRemoved(first, evidence: 4), .untagged(first, "x"),
        .sourceRenamed(from: "the mayor", to: "Ada Holm, mayor"),
      ], at: SampleSession.moment(1))
    let document = SampleSession.document(session, under: codebook)
    #expect(try SessionJSON.decode(SessionJSON.encode(document)) == document)
    let bytes = try SessionJSON.encode(document)
    let changes = [
      ("\"value\":0.1", "\"value\":1.5", "'weight' takes a number from -5 to 1"),
      ("[\"money\"]", "[\"luck\"]", "'luck' is not a label of 'topics'"),
      ("[\"money\"]", "\"money\"", "'topics' takes a list of labels"),
      ("\"value\":0.1", "\"value\":\"0.1\"", "'weight' takes a number"),
      ("\"value\":\"\"", "\"value\":[]", "'text' takes a text"),
    ]
    for (found, replacement, reason) in changes {
      let text = String(decoding: bytes, as: UTF8.self)
      let payloads = try #require(text.firstRange(of: "\"events\": ["))
      let changed =
        text[..<payloads.lowerBound]
        + text[payloads.lowerBound...].replacing(found, with: replacement, maxReplacements: 1)
      let error = try #require(throws: InterchangeError.self) {
        try SessionJSON.decode(Array(changed.utf8))
      }
      #expect(error.description.hasSuffix(reason))
    }
  }
}
