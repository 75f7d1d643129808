/// The reporting verbs by word form.
package struct CueLexicon: Sendable {
  /// Made once, for making it takes a millisecond.
  static let english = CueLexicon()

  /// What is known of one word form.
  package struct Entry: Hashable, Sendable {
    package var frames: CueFrames
    /// The hash of the lemma, which names the verb in tables.
    package var lemma: UInt64
    /// Hashes of the prepositions that the preposition frame wants.
    package var prepositions: Set<UInt64> = []
  }

  private var entries: [UInt64: Entry] = [:]

  package init() {
    for group in ReportingVerbs.english {
      for item in group.lemmas.split(separator: " ") { add(item, group.frames) }
    }
  }

  package func entry(_ hash: UInt64) -> Entry? { entries[hash] }

  private mutating func add(_ item: Substring, _ frames: CueFrames) {
    let halves = item.split(separator: ":")
    let forms = halves[0].split(separator: "/").map(String.init)
    let lemma = forms[0]
    let inflection = Inflection(lemma)
    let past = forms.count > 1 ? forms[1] : inflection.past
    let participle = forms.count > 2 ? forms[2] : past
    let gerund = forms.count > 3 ? forms[3] : inflection.gerund
    let prepositions = halves.count > 1 ? halves[1].split(separator: ",") : []
    for form in Set([lemma, inflection.thirdPerson, past, participle, gerund]) {
      var entry =
        entries[WordHash(form).value] ?? Entry(frames: [], lemma: WordHash(lemma).value)
      entry.frames.formUnion(frames)
      for preposition in prepositions { entry.prepositions.insert(WordHash(preposition).value) }
      entries[WordHash(form).value] = entry
    }
  }
}

/// The regular forms of an English verb.
struct Inflection {
  let thirdPerson: String
  let past: String
  let gerund: String

  init(_ lemma: String) {
    let bytes = Array(lemma.utf8)
    let last = bytes.last ?? 0
    let beforeLast = bytes.count > 1 ? bytes[bytes.count - 2] : 0
    let vowels = Array("aeiou".utf8)
    let endsInConsonantY = last == UInt8(ascii: "y") && !vowels.contains(beforeLast)
    let stem = String(lemma.dropLast())
    if endsInConsonantY {
      thirdPerson = stem + "ies"
      past = stem + "ied"
    } else {
      let hisses =
        ["s", "x", "z", "ch", "sh", "o"].contains { lemma.hasSuffix($0) }
      thirdPerson = lemma + (hisses ? "es" : "s")
      past = last == UInt8(ascii: "e") ? lemma + "d" : lemma + "ed"
    }
    if last == UInt8(ascii: "e"), beforeLast != UInt8(ascii: "e") {
      gerund = stem + "ing"
    } else {
      gerund = lemma + "ing"
    }
  }
}
