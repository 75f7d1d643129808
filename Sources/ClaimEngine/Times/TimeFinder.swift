package import ClaimModel

/// Finds the time expressions of English text and the days that they stand for.
package struct TimeFinder: Sendable {
  private let holidays: HolidayTable
  private let lexicon: TimeLexicon

  /// Builds the word tables; make one and use it for many texts.
  package init() {
    holidays = HolidayTable()
    lexicon = TimeLexicon(holidays: holidays)
  }

  /// The time expressions in parts of a text, in reading order.
  ///
  /// - Parameters:
  ///   - spans: The blocks to look at, in reading order; no expression runs over the end of one.
  ///   - reference: The article's date. Without it, relative times have no place, and absolute
  ///     ones still do.
  ///   - ownReference: The date of a span that has one of its own, as the updates of a live page do.
  /// - Complexity: O(*n*) in the bytes of the spans.
  package func expressions(
    in text: String, within spans: [TextSpan], reference: CalendarDay?,
    ownReference: (TextSpan) -> CalendarDay? = { _ in nil }
  ) -> [TimeExpression] {
    var text = text
    return text.withUTF8 { bytes in
      expressions(in: bytes, within: spans, reference: reference, ownReference: ownReference)
    }
  }

  /// What the verb says of a time, unless its own first word or the one before says it better.
  private static func reading(
    _ verb: ClauseTense.Reading, of first: TimeToken, linkedBy link: TimeToken?
  ) -> ClauseTense.Reading {
    let since = TimeToken.Kind.word(.keyword(.since))
    if first.kind == since || link?.kind == since {
      return ClauseTense.Reading(tense: .past, isClose: true)
    }
    var reading = verb
    if first.kind == .word(.keyword(.next)) {
      return ClauseTense.Reading(tense: .future, isClose: true, isFirm: true)
    }
    switch link?.kind {
    case .word(.keyword(.in)): reading.isFirm = verb.isClose
    // "Open through June" and "going into June" lie ahead where no verb says otherwise.
    case .word(.keyword(.until)), .word(.keyword(.through)), .word(.keyword(.by)),
      .word(.keyword(.into)):
      reading.tense = verb.tense ?? .future
      if reading.tense == .future, link?.kind != .word(.keyword(.by)) { reading.isClose = true }
    default: break
    }
    return reading
  }

  /// The same over UTF-8 bytes.
  package func expressions(
    in bytes: UnsafeBufferPointer<UInt8>, within spans: [TextSpan], reference: CalendarDay?,
    ownReference: (TextSpan) -> CalendarDay? = { _ in nil }
  ) -> [TimeExpression] {
    var found: [TimeExpression] = []
    var context = TimeContext()
    for span in spans {
      let reference = ownReference(span) ?? reference
      let tokens = TimeLexer(lexicon: lexicon).tokens(of: bytes, within: span)
      var parser = TimeParser(bytes: bytes, tokens: tokens, holidays: holidays)
      let tenses = ClauseTense(tokens)
      context.startBlock()
      var index = 0
      var lastEnd: Int?
      while index < tokens.count {
        if tokens[index].startsSentence { context.startSentence() }
        guard tokens[index].mayBeginTime, let parsed = parser.expression(at: index) else {
          index += 1
          continue
        }
        if tokens[index].kind == .word(.keyword(.each)) {
          index = parsed.end
          continue
        }
        let reading = Self.reading(
          tenses.reading(around: index..<parsed.end), of: tokens[index],
          linkedBy: index > 0 ? tokens[index - 1] : nil)
        let resolver = TimeResolver(
          reference: reference, reading: reading,
          context: context.period, lastDated: context.dated,
          listed: parser.continuesList(at: index, after: lastEnd) ? context.period?.from : nil)
        lastEnd = parsed.end
        let period = resolver.period(of: parsed.value)
        context.name(period, isDated: parsed.value.year != nil && parsed.value.month != nil)
        found.append(
          TimeExpression(
            id: found.count + 1, span: TextSpan(tokens[index].start, tokens[parsed.end - 1].end),
            from: period?.from, to: period?.to))
        index = parsed.end
      }
    }
    return found
  }
}

/// The time last named, as long as it can be what "the day before" starts from.
private struct TimeContext {
  private(set) var period: Period?
  /// The first day of the time last named with its month and year, in this sentence or the last.
  private(set) var dated: CalendarDay?
  private var sentencesSince = 0
  private var sentencesSinceDated = 0

  mutating func startBlock() {
    period = nil
    dated = nil
  }

  mutating func startSentence() {
    sentencesSince += 1
    sentencesSinceDated += 1
    if sentencesSince > 3 { period = nil }
    if sentencesSinceDated > 1 { dated = nil }
  }

  mutating func name(_ period: Period?, isDated: Bool) {
    guard let period, let from = period.from, period.to != nil else { return }
    self.period = period
    sentencesSince = 0
    guard isDated else { return }
    dated = from
    sentencesSinceDated = 0
  }
}

extension TimeToken {
  /// Whether a look at the token can be worth the while.
  fileprivate var mayBeginTime: Bool {
    switch kind {
    case .word(.verb), .word(.countedNoun), .word(.clockMark), .gap: false
    case .word(.other): end - start == 1 || end - start == 2
    case .mark(let mark): mark == UInt8(ascii: "'")
    default: true
    }
  }
}
