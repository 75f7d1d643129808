// swift-format-ignore-file: NeverForceUnwrap

import ClaimModel
import Testing

@testable import Workbench

/// What is taken away, and what must stay.
@Suite("Clearing")
struct ClearTests {
  private func strict() throws -> Desk {
    let desk = try Desk(.sample)
    desk.workbench.settings.codebookPath = try desk.write(
      """
      {"schema": "assay.codebook/1", "name": "strict", "version": "1", "attributes": [
        {"name": "verdict", "kind": "choice", "role": "verdict",
         "labels": [{"name": "false"}, {"name": "true"}]},
        {"name": "reason", "kind": "text"}],
       "rules": [
         {"attribute": "verdict", "labels": ["false"], "needs": "reason", "enforcement": "refuse"},
         {"attribute": "verdict", "labels": ["true"], "needs": "evidence", "enforcement": "refuse"}]}
      """, to: "strict.json")
    try desk.begin(.sample)
    return desk
  }

  @Test("does not step round a rule that refuses")
  func rule() throws {
    let desk = try strict()
    try desk.run("label 1 reason it is old")
    try desk.run("label 1 verdict false")
    let error = #expect(throws: LabelError.self) { try desk.run("clear 1 reason") }
    #expect(
      error?.description == "the codebook refuses 'false' for claim 1 without 'reason'; "
        + "take that label away first: clear 1 verdict")
    try desk.run("clear 1 verdict")
    try desk.run("clear 1 reason")
    #expect(desk.session.state.claims[ClaimID(rawValue: 1)]!.labels.isEmpty)
    try desk.run("evidence 2 https://example.org/a")
    try desk.run("label 2 verdict true")
    #expect(throws: LabelError.self) { try desk.run("evidence 2 --remove 1") }
    #expect(desk.session.state.claims[ClaimID(rawValue: 2)]!.evidence.count == 1)
  }

  @Test("a range spares what the filter hides and passes over what has no label")
  func range() throws {
    let desk = try Desk(.sample)
    for line in ["1 refuted", "2 mixed", "4 mixed", "tag 1,2 pier", "filter tag=pier"] {
      try desk.run(line)
    }
    try desk.run("clear 1-5 status")
    let left = desk.session.state.claims.values.filter { $0.labels["status"] != nil }
    #expect(left.map(\.claim.id.rawValue) == [4])
    #expect(throws: SessionError.self) { try desk.run("clear 1-5 status") }
  }
}
