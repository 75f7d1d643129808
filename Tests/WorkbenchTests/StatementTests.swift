// swift-format-ignore-file: NeverForceUnwrap

import ClaimModel
import Interchange
import Testing

@testable import Workbench

/// A statement that was proposed for other words than the claim has.
@Suite("Statements of changed claims")
struct StatementTests {
  private func desk() throws -> Desk {
    let plain = DrawnClaims("⟦1:It rained in May and the pier was shut⟧.")
    var claim = plain.claims[0]
    claim.statement = "[In Orsk] it rained in May and the pier was shut"
    return try Desk(DrawnClaims(article: plain.article, claims: [claim]))
  }

  @Test("is neither shown, accepted nor exported, until the words are as they were")
  func trimmed() throws {
    let desk = try desk()
    try desk.run("trim 1 \"It rained in May\"")
    #expect(!(try desk.run("show 1")).contains("statement"))
    try desk.run("undo")
    #expect(try desk.run("show 1").contains("[In Orsk] it rained in May and the pier"))
    try desk.run("trim 1 \"It rained in May\"")
    #expect(throws: SessionError.self) { try desk.run("accept 1 statement") }
    let record = desk.session.state.claims[ClaimID(rawValue: 1)]!
    #expect(ClaimReading(record, in: desk.session.state).statement == nil)
  }

  @Test("stays where the annotator wrote it")
  func own() throws {
    let desk = try desk()
    try desk.run("statement 1 It rained in Orsk in May")
    try desk.run("trim 1 \"It rained in May\"")
    #expect(try desk.run("show 1").contains("It rained in Orsk in May"))
  }
}
