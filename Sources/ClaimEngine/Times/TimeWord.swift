/// What a word can do in a time expression.
enum TimeWord: Hashable, Sendable {
  case other
  case month(Int, abbreviated: Bool)
  case weekday(Int, abbreviated: Bool)
  case unit(TimeUnit, plural: Bool)
  case cardinal(Int)
  case ordinal(Int)
  case season(Season)
  /// "morning", "night".
  case dayPart
  /// "am", "p", "o'clock" after an hour.
  case clockMark
  /// "seventies" is 70.
  case decade(Int)
  case keyword(TimeKeyword)
  case verb(Tense)
  /// The first word of a holiday's name that is no other time word.
  case holidayName
  /// What a preceding number counts instead of years: "people", "tons".
  case countedNoun
}

/// The lengths of time that news counts in.
enum TimeUnit: Int, Hashable, Sendable {
  case second, minute, hour, day, night, businessDay, week, weekend, fortnight, month, quarter, year
  case decade, century

  /// The most days that a time may have which "the same", "that" and "the next" of this unit start from.
  var longest: Int {
    switch self {
    case .second, .minute, .hour, .day, .night: 1
    case .week, .weekend, .businessDay, .fortnight: 7
    case .month: 31
    case .quarter: 92
    case .year: 366
    case .decade, .century: 36_600
    }
  }
}

enum Season: Int, Hashable, Sendable {
  case spring = 1
  case summer, autumn, winter
}

/// The time that a verb points to.
enum Tense: Hashable, Sendable {
  case past, future
  /// "had", which before a participle looks further back than the rest of the story.
  case had
  /// "will", whose reach is longer.
  case will
  /// "has", which is no past before "a" and "the" ("has a hearing on Friday").
  case has
  /// "set" and "plans", which point ahead before "to" and "for" alone.
  case arrangement
  /// "is" and "are": they point ahead where the time follows at once ("the vote is on Tuesday").
  case present
  /// "plays" and "resumes", the present of timetables, which points ahead some words on too.
  case timetable
  /// "leaving", which points ahead after "is" and "are".
  case progressive
  /// "win" and "meet", which point ahead after "to" unless a past verb rules that ("had to meet").
  case bare
  /// "deadline" and "upcoming", which are no verbs but point ahead.
  case prospect
  /// "ahead", which points forward before "of".
  case ahead
  /// "be", which turns a following participle away from the past ("to be held").
  case infinitive
}

/// The small words that hold time expressions together.
enum TimeKeyword: UInt8, Hashable, Sendable {
  case a, the, of, `in`, on, at, by, and, or, to, from, through, between, since, until, before,
    after
  case within, during, `for`, around
  case this, last, past, previous, next, coming, following, current, that, same, each
  case ago, earlier, later, now, date
  /// "starting", "beginning" and "effective", from which a time is open.
  case starting
  case today, yesterday, tomorrow, tonight, overnight
  case early, late, mid, beginning, end, rest, final
  case couple, few, several, dozen, hundred, thousand, half
  case `if`, into
  case fiscal, old, ad, bc, possessive, than, about, more, less
}
