package import ClaimModel

/// Finds the time expressions of English text and the days that they stand for.
package struct TimeFinder: Sendable {
  private let holidays: HolidayTable
  private let lexicon: TimeLexicon
  /// The order of dates in figures, where the user knows it.
  private let order: DateOrder?

  /// Builds the word tables; make one and use it for many texts.
  ///
  /// - Parameter order: Of day and month in dates of figures; nil for what each text shows, or else the month first.
  package init(order: DateOrder? = nil) {
    self.order = order
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
    let order =
      order ?? DateOrder.shown(in: bytes, within: spans.map { $0.start..<$0.end }) ?? .monthFirst
    var found: [TimeExpression] = []
    var context = TimeContext()
    var fiscalYear: FiscalYear?
    for span in spans {
      let reference = ownReference(span) ?? reference
      let tokens = TimeLexer(lexicon: lexicon).tokens(of: bytes, within: span)
      var parser = TimeParser(bytes: bytes, tokens: tokens, holidays: holidays, order: order)
      let tenses = ClauseTense(tokens)
      fiscalYear = FiscalYear(parser) ?? fiscalYear
      let mentions = Self.mentions(&parser)
      let speech = DatedSpeech(parser, days: Self.datedDays(mentions))
      context.startBlock()
      var weekdays = WeekdayOrder(parser)
      var index = 0
      var lastEnd: Int?
      for mention in mentions {
        while index < mention.tokens.lowerBound {
          if tokens[index].startsSentence { context.startSentence() }
          index += 1
        }
        let (start, end) = (mention.tokens.lowerBound, mention.tokens.upperBound)
        if tokens[start].startsSentence { context.startSentence() }
        index = end
        let reading = Self.reading(
          tenses.reading(around: mention.tokens), of: tokens[start],
          linkedBy: start > 0 ? tokens[start - 1] : nil)
        let today = speech.day(at: start) ?? reference
        let resolver = TimeResolver(
          reference: today, reading: reading, recent: context.recent, fiscalYear: fiscalYear,
          lastDated: context.dated,
          listed: parser.continuesList(at: start, after: lastEnd) ? context.recent.first?.from : nil
        )
        lastEnd = end
        let isNext = parser.keyword(start) == .the || parser.keyword(start - 1) == .the
        let period = resolver.period(
          of: isNext && reading.tense == .past ? mention.value.anchoredNext : mention.value)
        context.name(
          period, isDated: mention.value.year != nil && mention.value.month != nil,
          isReport: mention.value.isRelativeDay && parser.followsReport(start))
        found.append(
          TimeExpression(
            id: found.count + 1, span: TextSpan(tokens[start].start, tokens[end - 1].end),
            from: period?.from, to: period?.to))
        if reading.tense == .past,
          let earlier = weekdays.earlier(
            than: mention, at: found.count - 1, on: period, today: today)
        {
          found[earlier.place] = TimeExpression(
            id: found[earlier.place].id, span: found[earlier.place].span, from: earlier.day,
            to: earlier.day)
        }
      }
    }
    return found
  }

  /// A time that was read, and the tokens that say it.
  struct Mention {
    let value: TimeValue
    let tokens: Range<Int>
  }

  /// The expressions of a block in reading order, habits left out.
  private static func mentions(_ parser: inout TimeParser) -> [Mention] {
    var mentions: [Mention] = []
    var index = 0
    while index < parser.tokens.count {
      guard parser.tokens[index].mayBeginTime, let parsed = parser.expression(at: index) else {
        index += 1
        continue
      }
      if parser.tokens[index].kind != .word(.keyword(.each)) {
        mentions.append(Mention(value: parsed.value, tokens: index..<parsed.end))
      }
      index = parsed.end
    }
    return mentions
  }

  /// The days that are named with their year.
  private static func datedDays(
    _ mentions: [Mention]
  ) -> [(tokens: Range<Int>, day: CalendarDay)] {
    mentions.compactMap { mention in
      guard case .day(let year?, let month, let day) = mention.value,
        let date = CalendarDay(year: year, month: month, day: day)
      else { return nil }
      return (mention.tokens, date)
    }
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
