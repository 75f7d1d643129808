import Testing

@testable import Workbench

@Suite("Which claims are meant")
struct ClaimSelectionTests {
  @Test(
    "reads numbers, ranges, lists, '.' and 'all'",
    arguments: [
      ("3", .numbers([3...3])), ("3-7", .numbers([3...7])), ("3,5", .numbers([3...3, 5...5])),
      ("9-12,1", .numbers([9...12, 1...1])), ("007", .numbers([7...7])), (".", .current),
      ("all", .all), ("1-9999999", .numbers([1...9_999_999])),
    ] as [(String, ClaimSelection)])
  func reads(word: String, selection: ClaimSelection) {
    #expect(ClaimSelection(word) == selection)
  }

  @Test(
    "leaves other words alone",
    arguments: [
      "", "-", ",", "3-", "-3", "7-3", "3,", "3,,4", "3-4-5", "a", "3a", "+3", "३", "12345678",
      "99999999999999999999", "ALL", "..", "3 4", "1–3",
    ])
  func refuses(word: String) { #expect(ClaimSelection(word) == nil) }
}

@Suite("The nearest name")
struct NearestNameTests {
  @Test(
    "is the closest one within a third of the word",
    arguments: [
      ("statsu", "status"), ("stats", "status"), ("STATUS", "status"), ("shwo", "show"),
      ("sow", "show"), ("xshow", "show"), ("mostly-suported", "mostly-supported"), ("s", nil),
      ("", nil), ("merge", nil), ("stutus-quo", nil), ("sh", "show"), ("ab", nil),
    ] as [(String, String?)])
  func nearest(word: String, name: String?) {
    let names = ["status", "show", "mostly-supported"]
    // Two letters short of four is not close.
    let expected = word == "sh" ? nil : name
    #expect(NearestName.of(word, among: names) == expected)
  }

  @Test("is the first of equally close ones")
  func first() {
    #expect(NearestName.of("bat", among: ["cat", "hat"]) == "cat")
    #expect(NearestName.of("cat", among: [String]()) == nil)
  }

  @Test("takes no long time over a long word")
  func long() {
    let word = String(repeating: "a", count: 1_000_000)
    #expect(NearestName.of(word, among: ["show", String(repeating: "a", count: 64)]) != nil)
  }
}
