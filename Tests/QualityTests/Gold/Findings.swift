import ClaimModel

/// What an article holds, in a form that annotations and the output of an engine share: words by their numbers.
struct Findings: Sendable {
  struct Attribution: Sendable {
    var source: Set<Int> = []
    var cue: Set<Int> = []
    var content: Set<Int>
    /// Every name that is right; empty where nobody is named.
    var names: [String] = []
    /// Every kind that is right.
    var kinds: [SourceType] = []
    /// Whether it is neither right nor wrong to find it.
    var isOptional = false
  }

  struct Claim: Sendable {
    var words: Set<Int>
    /// The words of sources and cues of all attributions that it lies in.
    var reporting: Set<Int> = []
    /// The innermost attribution that it lies in, as an index; nil in the article's own voice.
    var attribution: Int?
    /// The words of its sentence.
    var sentence: Set<Int> = []
    /// Every type that is right.
    var types: [ClaimType] = []
    /// How much it deserves to be checked; only the order counts.
    var worth: Double?
    var isOptional = false
  }

  struct Time: Sendable {
    var span: TextSpan
    /// Every value that is right.
    var values: [Days]
    var isOptional = false
  }

  /// First and last day, both included; nil where open.
  struct Days: Hashable, Sendable {
    var from: CalendarDay?
    var to: CalendarDay?
  }

  var sentences: [TextSpan] = []
  var attributions: [Attribution] = []
  var claims: [Claim] = []
  var times: [Time] = []
}

// MARK: - From an engine

extension Findings {
  /// What an engine found; of the times those in sentences that have a place in the calendar.
  init(_ analysis: Analysis, words: WordIndex) {
    sentences = analysis.sentences
    attributions = analysis.attributions.map {
      Attribution(
        source: words.words(in: $0.source?.spans ?? []), cue: words.words(in: $0.cue),
        content: words.words(in: $0.content), names: $0.source.map { [$0.name] } ?? [],
        kinds: $0.source.map { [$0.type] } ?? [])
    }
    claims = analysis.claims.map { claim in
      let chain = claim.attributions.compactMap { analysis.attribution($0) }
      return Claim(
        words: words.words(in: claim.spans),
        reporting: words.words(in: chain.flatMap { ($0.source?.spans ?? []) + $0.cue }),
        sentence: words.words(in: [claim.sentence]), types: claim.type.map { [$0] } ?? [],
        worth: claim.checkworthiness)
    }
    times = analysis.times.filter { time in
      time.isResolved && analysis.sentences.contains { $0.contains(time.span) }
    }.map { Time(span: $0.span, values: [Days(from: $0.from, to: $0.to)]) }
  }
}
