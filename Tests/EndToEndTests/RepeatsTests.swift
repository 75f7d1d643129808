import ProcessSupport
import Testing

@Suite("Repeats in a store", .timeLimit(.minutes(20)))
struct RepeatsTests {
  private static let first = """
    Bridge closed

    2024-05-06

    Engineers closed the railway bridge in Varn on Monday after finding cracks, the council said. The mayor \
    was angry with everybody. Later the council said the railway bridge in Varn was closed by engineers after \
    cracks were found.

    """
  private static let second = """
    Crack threatens timetable

    2024-05-07

    The railway bridge in Varn was closed by engineers after cracks were found. Engineers closed the road \
    bridge in Lorne after finding rust.

    """

  @Test("says in an article and over the store which claims say the same, and what was decided")
  func repeats() throws {
    let desk = try Desk()
    try desk.write(Self.first, to: "first.txt")
    try desk.write(Self.second, to: "second.txt")
    let split = try desk.assay("split", "first.txt", "--engine", "fast", "--format", "json")
    #expect(split.output.contains(#""repeats": "c1""#), "\(split.output)")
    #expect(split.output.contains(#""reasons": {"checkworthiness": ["#))

    let labelled = try desk.assay(
      input: """
        load first.txt --engine fast
        claims
        show 1
        status 1 refuted
        """)
    try #require(labelled.exitCode == 0, "\(labelled.errors)")
    #expect(labelled.output.contains("said again in 3"), "\(labelled.output)")
    #expect(labelled.output.contains("= 1: "))
    #expect(labelled.output.contains("worth checking  "))
    #expect(labelled.output.contains("asserts  (proposed, cue: said)"))

    let asked = try desk.assay(
      input: """
        load second.txt --engine fast
        repeats 1
        repeats 1 --format jsonl
        repeats 2
        """)
    try #require(asked.exitCode == 0, "\(asked.errors)")
    #expect(asked.output.contains("status refuted"), "\(asked.output)")
    #expect(asked.output.contains(#""claim":1"#))
    #expect(asked.output.contains(#""labels":{"status":["refuted"]}"#), "\(asked.output)")
    #expect(asked.errors.contains("no other claim of the store says the same as 2"))
    let wrong = try desk.assay(input: "open 1\nrepeats 1-2")
    #expect(wrong.exitCode == 64 || wrong.exitCode == 1, "\(wrong.errors)")
  }
}
