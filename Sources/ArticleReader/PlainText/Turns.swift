/// The turns of a transcript or an interview: passages that open with a speaker, and questions with answers under them.
struct Turns {
  /// Passages that open with a speaker, where enough of them do.
  private(set) var places: Set<Int> = []
  /// Whether questions and answers follow each other, so that no question heads the whole.
  private(set) var isAsked = false
  private var loneLabels: Set<Int> = []

  /// Speaker turns make a transcript from this number and share of the passages on.
  private static let turnsOfTranscript = 3
  /// A longer question is a paragraph of its own.
  private static let wordsOfQuestion = 40

  init(_ text: [UInt8], _ passages: [Passage], _ kinds: [PassageKind]) {
    let turns = passages.indices.filter {
      (kinds[$0] == .fragment || kinds[$0] == .sentence || kinds[$0] == .prose)
        && PassageMarks.isSpeakerTurn(text[passages[$0].range])
    }
    let asked = turns.filter { Self.isQuestionLabel(text[passages[$0].range]) }
    let titled = turns.filter { Self.isTitled(text[passages[$0].range]) }
    let isTranscript =
      turns.count >= Self.turnsOfTranscript || !asked.isEmpty && turns.count > asked.count
      || titled.count >= 2
    if isTranscript, turns.count * 3 >= passages.count {
      places = Set(turns)
      let labels = turns.map { text[passages[$0].range].prefix { $0 != UInt8(ascii: ":") } }
      let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
      loneLabels = Set(zip(turns, labels).filter { counts[$1] == 1 }.map(\.0))
    }
    // Two questions at least, with something else under each.
    let questions = passages.indices.filter { index in
      kinds[index] != .list && passages[index].end == .question
        && passages[index].words <= Self.wordsOfQuestion && index + 1 < passages.count
        && passages[index + 1].end != .question && kinds[index + 1] != .date
        && kinds[index + 1] != .byline
    }
    isAsked = !places.isEmpty || questions.count >= 2 && questions.count * 4 >= passages.count
  }

  func contains(_ place: Int) -> Bool { places.contains(place) }

  /// Whether a passage is what somebody says, and not a title such as "Count Update: Lind leads", whose label
  /// stands over no other.
  func speak(_ place: Int, _ passages: [Passage]) -> Bool {
    contains(place) && (!loneLabels.contains(place) || passages[place].end == .question)
  }

  /// Whether a turn's label has a title or brackets, which heads of paragraphs have not: `MS. PELL (Tarn):`.
  private static func isTitled(_ bytes: ArraySlice<UInt8>) -> Bool {
    let label = bytes.prefix { $0 != UInt8(ascii: ":") }
    let first = label.prefix { $0 != 0x20 }.filter(\.isASCIILetter)
    return label.last == UInt8(ascii: ")")
      || ["mr", "ms", "mrs", "dr", "sir", "lord", "lady"].contains(
        String(decoding: first, as: UTF8.self).lowercased())
  }

  /// Whether a turn's label says only that somebody asks or answers: `Q:`, `Question 3:`.
  private static func isQuestionLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
    let label = bytes.drop { $0 == UInt8(ascii: "*") }.prefix { $0 != UInt8(ascii: ":") }
      .prefix { !$0.isASCIIDigit && $0 != 0x20 }
    return ["q", "question"].contains(String(decoding: label, as: UTF8.self).lowercased())
  }
}
