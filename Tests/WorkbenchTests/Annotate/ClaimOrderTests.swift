import ClaimModel
import Terminal
import Testing

@testable import Workbench

/// In which order `annotate` goes through claims.
@Suite("ClaimOrder")
struct ClaimOrderTests {
  /// Forty claims a line each; every fourth is worth much, every eighth has a stance proposed.
  private static let many: DrawnClaims = {
    let lines = (1...40).map { "⟦\($0):Well number \($0) was closed by the board⟧." }
    let drawn = DrawnClaims(lines.joined(separator: "\n"))
    let claims = drawn.claims.map { claim in
      var claim = claim
      claim.checkworthiness = claim.id.rawValue.isMultiple(of: 4) ? 0.9 : 0.2
      if claim.id.rawValue.isMultiple(of: 8) { claim.stance = "hedges" }
      return claim
    }
    return DrawnClaims(article: drawn.article, claims: claims)
  }()

  private let desk: Desk

  init() throws { desk = try Desk(Self.many) }

  private func numbers(_ order: ClaimOrder) throws -> [Int] {
    try Annotator(desk.workbench, order: order).state.order.map(\.rawValue)
  }

  @Test("goes by the article, or by worth and then by the article")
  func worth() throws {
    #expect(try numbers(.article) == Array(1...40))
    let byWorth = try numbers(.worth)
    #expect(Array(byWorth.prefix(11)) == [4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 1])
    #expect(byWorth.sorted() == Array(1...40))
  }

  @Test("begins with what is least sure; every tenth is drawn, the same ones for the same session")
  func uncertain() throws {
    let numbers = try numbers(.uncertain)
    #expect(Array(numbers.prefix(5)) == [8, 16, 24, 32, 40])
    #expect(numbers.sorted() == Array(1...40))
    // But for those that were drawn, those of equal certainty stand as in the article.
    let rest = numbers.enumerated().filter { $0.offset % 10 != 9 }.map(\.element).dropFirst(5)
    #expect(Array(rest) == rest.sorted())
    #expect(try self.numbers(.uncertain) == numbers)
  }

  @Test("a verdict goes to the next in the order, M merges with the next in the article")
  func keys() throws {
    var annotator = try Annotator(desk.workbench, order: .worth)
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 4))
    annotator.take(.character("7"), at: .zero)
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 8))
    annotator.take(.character("M"), at: .zero)
    #expect(annotator.state.message.text.contains("claims 8 and 9 are one claim now"))
    #expect(!annotator.state.order.contains(ClaimID(rawValue: 9)))
  }

  @Test("says the order on the screen, but for the usual one")
  func head() throws {
    let size = TerminalSize(columns: 100, rows: 30)
    for (order, isSaid) in [(ClaimOrder.worth, true), (.article, false)] {
      let annotator = try Annotator(desk.workbench, order: order)
      let text = AnnotateScreen(annotator.state, keys: annotator.keys, size: size).frame.text
      #expect(text.contains("order worth") == isSaid)
    }
  }
}
