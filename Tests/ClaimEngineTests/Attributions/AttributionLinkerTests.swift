import Testing

@testable import ClaimEngine

@Suite("joining sources, cues and contents")
struct AttributionLinkerTests {
  /// A text in which `s[…]`, `c[…]` and `t[…]` mark sources, cues and what is said, `.` ends a sentence and `/` a
  /// paragraph; gives each attribution as `source|cue|content+content`.
  private func link(_ drawn: String) -> [String] {
    var words: [String] = []
    var (sentence, paragraph): ([Int], [Int]) = ([], [])
    var found: [Character: [Range<Int>]] = ["s": [], "c": [], "t": []]
    var (sentences, paragraphs) = (0, 0)
    var open: (role: Character, start: Int)?
    for part in drawn.split(separator: " ") {
      if part == "." || part == "/" {
        sentences += 1
        if part == "/" { paragraphs += 1 }
        continue
      }
      var word = part
      if word.dropFirst().first == "[", let role = word.first {
        open = (role, words.count)
        word = word.dropFirst(2)
      }
      let isClosing = word.last == "]"
      words.append(String(isClosing ? word.dropLast() : word))
      sentence.append(sentences)
      paragraph.append(paragraphs)
      if isClosing, let (role, start) = open { found[role]?.append(start..<words.count) }
    }
    let linker = AttributionLinker(
      sources: found["s", default: []], cues: found["c", default: []],
      contents: found["t", default: []],
      sentence: sentence, paragraph: paragraph)
    func text(_ range: Range<Int>?) -> String {
      range.map { words[$0].joined(separator: " ") } ?? "-"
    }
    return linker.linked().map {
      "\(text($0.source))|\(text($0.cue))|\($0.content.map(text).joined(separator: "+"))"
    }
  }

  @Test(
    "joins",
    arguments: [
      ("", []),
      ("s[Ana] c[said] t[it rained]", ["Ana|said|it rained"]),
      ("t[It rained] c[said] s[Ana]", ["Ana|said|It rained"]),
      // A cue in the middle parts what is said.
      ("t[It rained] c[said] s[Ana] t[all day]", ["Ana|said|It rained+all day"]),
      // Each source goes to its own cue.
      (
        "s[Ana] c[said] t[it rained] and s[Ben] c[denied] t[that]",
        ["Ana|said|it rained", "Ben|denied|that"]
      ),
      // A shared source comes first, else it is not shared.
      (
        "s[Ana] c[said] t[it rained] and c[warned] t[of more]",
        [
          "Ana|said|it rained", "Ana|warned|of more",
        ]
      ),
      (
        "c[Asked] t[about rain] s[Ana] c[shrugged] t[it off]",
        [
          "-|Asked|about rain", "Ana|shrugged|it off",
        ]
      ),
      // The nearest source of "hopes" is "who", but "Ana" would have no cue then.
      (
        "s[Ana] s[who] c[fears] t[rain] c[hopes] t[for sun]",
        [
          "who|fears|rain", "Ana|hopes|for sun",
        ]
      ),
      // A quote without a cue of its own goes to the paragraph's last cue before it.
      ("s[Ana] c[said] t[it rained] . t[We got wet]", ["Ana|said|it rained+We got wet"]),
      ("t[We got wet] . s[Ana] c[said] t[it rained]", ["Ana|said|We got wet+it rained"]),
      // A source of another sentence serves a cue that has none.
      ("s[Ana] shrugged . c[Added] t[it rained]", ["Ana|Added|it rained"]),
      // Paragraphs keep apart.
      ("s[Ana] c[spoke] / t[It rained]", ["-|-|It rained"]),
      ("s[Ana] left / c[Said] t[it rained]", ["-|Said|it rained"]),
      // A cue without content is no attribution.
      ("s[Ana] c[spoke] . s[Ben] c[said] t[no]", ["Ben|said|no"]),
    ] as [(String, [String])])
  func links(_ drawn: String, _ expected: [String]) { #expect(link(drawn) == expected) }
}
