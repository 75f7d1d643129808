import Testing

@testable import ClaimEngine

@Suite("constructions in place of tagged attributions")
struct ConstructionReadingsTests {
  private func report(
    _ source: Range<Int>?, _ cue: [Range<Int>], _ content: [Range<Int>],
    _ frame: FoundAttribution.Frame = .clause
  ) -> FoundAttribution {
    FoundAttribution(source: source, cue: cue, content: content, frame: frame)
  }

  @Test("a construction with the same cue is taken, once")
  func sameCue() {
    let construction = report(6..<8, [8..<9], [9..<13])
    let tagged = [report(0..<2, [2..<9], [9..<13]), report(6..<8, [8..<9], [10..<13])]
    #expect(ConstructionReadings([construction]).inPlace(of: tagged) == [construction])
  }

  @Test("a construction of half of the words is taken where no cue was tagged")
  func sameContent() {
    let construction = report(0..<2, [2..<3], [4..<8], .byline)
    let tagged = [report(0..<2, [], [4..<9]), report(nil, [], [7..<20])]
    #expect(
      ConstructionReadings([construction]).inPlace(of: tagged) == [construction, tagged[1]])
  }

  @Test("what no construction shows stays")
  func others() {
    let tagged = [report(0..<1, [1..<2], [2..<5])]
    #expect(ConstructionReadings([]).inPlace(of: tagged) == tagged)
    #expect(ConstructionReadings([report(nil, [9..<10], [2..<5])]).inPlace(of: tagged) == tagged)
  }
}
