import ClaimModel
import Testing

@testable import Interchange

@Suite("Exports of a session with claims of an earlier text")
struct CarriedClaimsTests {
  private let document = SampleSession.document(SampleSession.carried())

  @Test("keep in JSON what has no words in this text, and leave it out of tables")
  func standing() throws {
    let json = String(decoding: try SessionJSON.encode(document), as: UTF8.self)
    #expect(json.contains(#""carried": {"verdict": "gone", "standing": "gone", "text": ""}"#))
    #expect(
      json.contains(
        #""carried": {"verdict": "changed", "standing": "unsettled", "text": "a\n\"b\""}"#))
    var lines = JSONWriter(.compact)
    #expect(lines.claimLines(of: document) == 5)
    var csv = CSVWriter(protectsFormulas: false)
    let table = ClaimTable(codebooks: [document.codebook])
    #expect(table.writeRows(of: document, to: &csv) == 5)
    let rows = String(decoding: csv.bytes, as: UTF8.self)
    #expect(rows.contains(",carried,") && !rows.contains(",c33,") && !rows.contains(",c34,"))
  }

  @Test("count what they leave out", arguments: ["csv", "jsonl"])
  func counts(format: String) throws {
    let summary = try ExportFormat.named(format).export(
      ExportSource([document]), to: .file(path: "/dev/null", isReplacing: true))
    #expect(summary.claims == 5 && summary.claimsWithoutPlace == 2)
  }

  @Test(
    "are refused when the table does not fit",
    arguments: [
      (#""highestClaim":40"#, #""highestClaim":-4"#, "events[2].payload.highestClaim"),
      (
        #""suggestion":{"claim":{"attributions":[1],"block":2"#,
        #""suggestion":{"claim":{"attributions":[1],"block":77"#,
        "events[2].payload.claims[2].suggestion.claim.block"
      ),
      (
        #""status":"refuted"},"notes":["=1+1"]"#, #""status":"odd"},"notes":["=1+1"]"#,
        "events[2].payload.claims[1].labels.value"
      ),
      (#""verdict":"gone"}"#, #""verdict":"moved"}"#, "events[2]"),
      (#""verdict":"gone"}"#, #""verdict":"lost"}"#, "events[2].payload.claims[3].verdict"),
    ])
  func misfits(found: String, replacement: String, place: String) throws {
    let json = String(decoding: try SessionJSON.encode(document), as: UTF8.self)
    let changed = json.replacing(found, with: replacement, maxReplacements: 1)
    try #require(changed != json)
    let error = #expect(throws: InterchangeError.self) {
      try SessionJSON.decode(Array(changed.utf8))
    }
    guard case .badDocument(let found, _)? = error else { return }
    #expect(found == place)
  }
}
