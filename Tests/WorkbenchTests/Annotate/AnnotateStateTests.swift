import ClaimModel
import Terminal
import TestSupport
import Testing

@testable import Workbench

/// The order that claims are gone through in, and what is counted, after any keys.
@Suite("AnnotateState")
struct AnnotateStateTests {
  let desk: Desk

  init() throws { desk = try Desk(.proposed) }

  private func press(_ keys: String, _ annotator: inout Annotator) {
    for scalar in keys.unicodeScalars {
      annotator.take(scalar == "\n" ? .enter : .character(scalar), at: .zero)
    }
  }

  @Test(
    "what is counted claim by claim is what counting all of them gives, and every claim is in the order",
    .tags(.property), arguments: 0..<20 as Range<UInt64>)
  func counts(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var annotator = try Annotator(desk.workbench)
    let keys = [
      "1", "5", "7", "d", " ", "U", "U", "R", "X", "M", "|\n", "G5", "Ehttp://a.example\n", "0",
    ]
    for _ in 0..<50 {
      press(keys[Int(generator.next() % UInt64(keys.count))], &annotator)
      annotator.take([.left, .right, .tab][Int(generator.next() % 3)], at: .zero)
      let open = try desk.workbench.session()
      #expect(annotator.state.progress == AnnotateState.Progress(of: open))
      #expect(annotator.state.order == open.state.claimsInOrder.map(\.claim.id))
    }
  }

  @Test("what a filter let through stays while it is worked on, until the filter is given again")
  func filtered() throws {
    var annotator = try Annotator(desk.workbench)
    press("Fundecided\n", &annotator)
    press("15", &annotator)
    #expect(annotator.state.order.map(\.rawValue) == [1, 2, 3, 4, 5])
    annotator.take(.left, at: .zero)
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 2))
    press("Fundecided\n", &annotator)
    #expect(annotator.state.order.map(\.rawValue) == [3, 4, 5])
    // A claim that comes of another stands in the order, too.
    press("|\n", &annotator)
    #expect(annotator.state.order.map(\.rawValue) == [3, 6, 4, 5])
  }

  @Test(
    "B goes back to the claim that was judged last, whatever the order, then to the one before it")
  func back() throws {
    var annotator = try Annotator(desk.workbench)
    annotator.take(.end, at: .zero)
    press("5", &annotator)
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 1))
    #expect(
      annotator.state.message.text.hasPrefix(
        "claim 5: refuted, but it needs evidence (B goes back, E gives it)"))
    press("7B", &annotator)
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 1))
    press("B", &annotator)
    #expect(annotator.state.open.cursor == ClaimID(rawValue: 5))
    press("Ehttp://a.example\nB", &annotator)
    #expect(annotator.state.message.text.hasPrefix("there is no claim to go back to"))
  }
}
