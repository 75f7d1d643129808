/// What a time expression says, before it is set against the article's date.
indirect enum TimeValue: Hashable {
  /// A month and day, with the year where it is given.
  case day(year: Int?, month: Int, day: Int)
  /// "the 15th", "Friday the 13th".
  case dayOfMonth(Int, weekday: Int?)
  case year(Int)
  /// A business year, by its number or its distance from that of the article.
  case fiscal(year: Int?, offset: Int)
  /// A decade or a century.
  case years(first: Int, count: Int)
  /// A month, quarter, half, season or holiday, and the year that it lies in where one is given.
  case yearPart(YearPart, within: TimeValue?)
  /// "last September", "next summer": the nearest on that side.
  case nearest(YearPart, Side)
  /// A weekday that the verb places.
  case weekday(Int)
  /// A weekday so many weeks from the article's own week.
  case weekdayOfWeek(Int, weeks: Int)
  /// "this past Friday", "the coming Friday".
  case nearestWeekday(Int, Side)
  /// "a year ago Friday": the weekday nearest to the day so long ago.
  case weekdayAt(Int, [Amount])
  /// "the next Tuesday", in a story that goes on from the time last named.
  case followingWeekday(Int)
  /// "last week" is the week at -1; anchored to the time last named for "the following week".
  case unit(TimeUnit, offset: Int, isAnchored: Bool)
  /// "that night", "the same year": of the time last named, as far as one was.
  case that(TimeUnit)
  /// "the first Friday of July"; -1 counts from the end.
  case nth(Int, Counted, within: TimeValue)
  /// "Labor Day weekend": the weekend at a holiday, with the days between.
  case longWeekend(TimeValue)
  /// "two years ago", "three days after Christmas": a place at a distance.
  case shifted([Amount], isBackward: Bool, Base)
  /// "three days starting Monday".
  case lasting([Amount], from: TimeValue)
  /// "in two weeks", which after a verb in the past is no more than a length.
  case ahead([Amount])
  /// "the past five years", "within two weeks": all the time up to a distance.
  case stretch([Amount], isBackward: Bool, includesToday: Bool)
  case part(Part, TimeValue)
  case range(TimeValue, TimeValue)
  case open(Bound, TimeValue)
  /// "a few days ago", "the coming weeks": somewhere before or after the article's day.
  case vague(isBackward: Bool)
  /// A length, a habit, or an unknown time.
  case unplaced

  enum Side { case before, around, after }
  enum Part { case early, late, middle, beginning, end, earlier, later, rest }
  enum Bound { case since, until, before, after }
  enum Counted: Hashable { case unit(TimeUnit), weekday(Int) }

  enum Base: Hashable {
    case reference
    /// The time last named, or else the article's date.
    case context
    case value(TimeValue)
  }

  struct Amount: Hashable {
    let count: Int
    let unit: TimeUnit
  }
}

/// A stretch that comes once in every year.
enum YearPart: Hashable, Sendable {
  case month(Int)
  case quarter(Int)
  case half(Int)
  case season(Season)
  case holiday(Holiday)
}

extension TimeValue {
  /// Whether it may stand at either end of "1990 to 1995" with no "from" before it.
  var isCalendarTime: Bool {
    switch self {
    case .day, .year, .weekday, .yearPart(.month, _), .yearPart(.quarter, _): true
    case .unit(.day, _, _): true
    default: false
    }
  }

  /// Whether it names one day, so that a time of day can follow it.
  var isDay: Bool {
    switch self {
    case .day, .dayOfMonth, .weekday, .weekdayOfWeek, .weekdayAt, .nearestWeekday,
      .followingWeekday:
      true
    case .unit(.day, _, _), .that(.day), .nth(_, .weekday, _), .nth(_, .unit(.day), _): true
    case .yearPart(.holiday, _): true
    default: false
    }
  }

  /// The same with a year, where it lacks one.
  func completed(byYear year: Int) -> TimeValue {
    switch self {
    case .day(nil, let month, let day): .day(year: year, month: month, day: day)
    case .yearPart(let part, nil): .yearPart(part, within: .year(year))
    default: self
    }
  }

  var year: Int? {
    switch self {
    case .day(let year, _, _): year
    case .yearPart(_, .some(.year(let year))): year
    case .year(let year): year
    case .fiscal(let year, _): year
    default: nil
    }
  }

  /// The month in a year at which it begins, for putting two dates in order.
  var month: Int? {
    switch self {
    case .day(_, let month, _): month
    case .yearPart(.month(let month), _): month
    default: nil
    }
  }
}
