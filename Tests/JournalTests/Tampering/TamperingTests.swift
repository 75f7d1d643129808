import ClaimModel
import Fingerprint
import Foundation
import Testing

@testable import Journal

/// One way to change a store behind the program's back.
struct Tampering: Sendable, CustomTestStringConvertible {
  let name: String
  let apply: @Sendable (TamperedStore) throws -> Void

  init(_ name: String, _ apply: @escaping @Sendable (TamperedStore) throws -> Void) {
    self.name = name
    self.apply = apply
  }

  /// With SQL, and no hash computed.
  init(_ name: String, sql: String) {
    self.init(name) { try $0.sql(sql) }
  }

  var testDescription: String { name }

  struct Group: Sendable {
    let title: String
    let kinds: [Tampering]
  }
}

/// What each check says of a kind.
struct TamperingOutcome: Equatable {
  var verify: Cell
  var expect: Cell
  var against: Cell

  enum Cell: String {
    case found = "yes"
    /// Said, but nothing that honest use rules out.
    case remarked = "remark"
    /// The store is not even opened.
    case refused
    case missed = "–"
  }

  init(of kind: Tampering, on honest: HonestStore) throws {
    let tampered = try TamperedStore(honest)
    try kind.apply(tampered)
    try tampered.putReplacement()
    do {
      let verification = try tampered.open().verification(
        hashesAt: tampered.seal.places, reads: { String(decoding: $0.bytes, as: UTF8.self) })
      verify =
        verification.findings.isEmpty
        ? verification.remarks.isEmpty ? .missed : .remarked : .found
      expect = verification.head == tampered.head ? .missed : .found
      let comparison = SealComparison(tampered.seal, with: verification)
      if !comparison.findings.isEmpty || !tampered.seal.isSigned(with: tampered.key) {
        against = .found
      } else {
        against =
          comparison.unsealed.isEmpty && comparison.wentOn.isEmpty ? .missed : .remarked
      }
    } catch let error as JournalError {
      #expect(!error.description.isEmpty)
      (verify, expect, against) = (.refused, .refused, .refused)
    }
  }
}

/// The table of `Docs/trust.md`, made by doing all of it.
///
/// With ASSAY_REWRITE_GOLDEN=1 the table is written anew, and the test fails so that somebody reads the
/// difference.
@Suite("Tampering")
struct TamperingTests {
  static let groups: [Tampering.Group] = [
    .events, .sessionRows, .articles, .codebooks, .pages, .projections, .schema, .wholeSessions,
    .forgedChains, .outside, .seals,
  ]

  private static let document = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Docs/trust.md").standardizedFileURL
  private static let begin = "<!-- tampering: made by TamperingTests -->\n"
  private static let end = "<!-- end of tampering -->\n"

  @Test("is found, or not, as the document says")
  func table() throws {
    let honest = try HonestStore.shared.get()
    var lines: [String] = []
    var counts: [TamperingOutcome.Cell: Int] = [:]
    var total = 0
    for group in Self.groups {
      lines += ["", "**\(group.title)**", ""]
      lines += ["| what was done | `verify` | `--expect` | `--against` |", "|---|---|---|---|"]
      for kind in group.kinds {
        let outcome = try TamperingOutcome(of: kind, on: honest)
        let cells = [outcome.verify, outcome.expect, outcome.against].map(\.rawValue)
        lines.append("| \(kind.name) | \(cells.joined(separator: " | ")) |")
        counts[outcome.verify, default: 0] += 1
        total += 1
      }
    }
    let found = total - counts[.missed, default: 0] - counts[.remarked, default: 0]
    let text =
      "\(total) kinds; `verify` alone finds \(found), and remarks on "
      + "\(counts[.remarked, default: 0]) more.\n" + lines.joined(separator: "\n") + "\n"
    try compare(text)
    #expect(total >= 82)
  }

  private func compare(_ text: String) throws {
    let document = String(decoding: try Data(contentsOf: Self.document), as: UTF8.self)
    let start = try #require(document.firstRange(of: Self.begin)).upperBound
    let stop = try #require(document.firstRange(of: Self.end)).lowerBound
    guard String(document[start..<stop]) != text else { return }
    if ProcessInfo.processInfo.environment["ASSAY_REWRITE_GOLDEN"] == "1" {
      let whole = String(document[..<start]) + text + String(document[stop...])
      try Data(whole.utf8).write(to: Self.document)
      Issue.record("the table was written anew; read the difference before committing it")
      return
    }
    Issue.record("the table in Docs/trust.md differs from:\n\(text)")
  }

  @Test("leaves nothing to say of a store that nobody touched")
  func honest() throws {
    let honest = try HonestStore.shared.get()
    let outcome = try TamperingOutcome(of: Tampering("nothing") { _ in }, on: honest)
    #expect([outcome.verify, outcome.expect, outcome.against] == [.missed, .missed, .missed])
    let more = try TamperingOutcome(
      of: Tampering("work") { store in
        let opened = try store.open()
        var stored = try opened.session(SessionID(rawValue: 2))
        try opened.append([.noted(nil, "more")], to: &stored)
      }, on: honest)
    #expect([more.verify, more.expect, more.against] == [.missed, .found, .remarked])
  }
}
