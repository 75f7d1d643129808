/// What English news calls the days of the year.
enum HolidayNames {
  /// Names in lower case without apostrophes; longer ones first where one begins another.
  static let table: [(String, Holiday)] = [
    ("christmas eve", .fixed(month: 12, day: 24)), ("christmas day", .fixed(month: 12, day: 25)),
    ("christmas", .fixed(month: 12, day: 25)), ("xmas", .fixed(month: 12, day: 25)),
    ("boxing day", .fixed(month: 12, day: 26)),
    ("new year s eve", .fixed(month: 12, day: 31)), ("new years eve", .fixed(month: 12, day: 31)),
    ("new year s day", .fixed(month: 1, day: 1)), ("new years day", .fixed(month: 1, day: 1)),
    ("new year day", .fixed(month: 1, day: 1)), ("new year s", .fixed(month: 1, day: 1)),
    ("new year", .fixed(month: 1, day: 1)),
    ("martin luther king jr . day", .weekday(1, nth: 3, month: 1, offset: 0)),
    ("martin luther king day", .weekday(1, nth: 3, month: 1, offset: 0)),
    ("mlk day", .weekday(1, nth: 3, month: 1, offset: 0)),
    ("groundhog day", .fixed(month: 2, day: 2)),
    ("valentine s day", .fixed(month: 2, day: 14)), ("valentines day", .fixed(month: 2, day: 14)),
    ("presidents day", .weekday(1, nth: 3, month: 2, offset: 0)),
    ("presidents ' day", .weekday(1, nth: 3, month: 2, offset: 0)),
    ("st . patrick s day", .fixed(month: 3, day: 17)),
    ("st patrick s day", .fixed(month: 3, day: 17)),
    ("saint patrick s day", .fixed(month: 3, day: 17)),
    ("april fools day", .fixed(month: 4, day: 1)), ("april fool s day", .fixed(month: 4, day: 1)),
    ("april fools ' day", .fixed(month: 4, day: 1)),
    ("earth day", .fixed(month: 4, day: 22)), ("anzac day", .fixed(month: 4, day: 25)),
    ("international workers ' day", .fixed(month: 5, day: 1)),
    ("international women s day", .fixed(month: 3, day: 8)),
    ("may day", .fixed(month: 5, day: 1)),
    ("mother s day", .weekday(7, nth: 2, month: 5, offset: 0)),
    ("mothers day", .weekday(7, nth: 2, month: 5, offset: 0)),
    ("memorial day", .weekday(1, nth: -1, month: 5, offset: 0)),
    ("juneteenth", .fixed(month: 6, day: 19)),
    ("father s day", .weekday(7, nth: 3, month: 6, offset: 0)),
    ("fathers day", .weekday(7, nth: 3, month: 6, offset: 0)),
    ("canada day", .fixed(month: 7, day: 1)),
    ("fourth of july", .fixed(month: 7, day: 4)), ("july fourth", .fixed(month: 7, day: 4)),
    ("bastille day", .fixed(month: 7, day: 14)),
    ("independence day", .fixed(month: 7, day: 4)),
    ("labor day", .weekday(1, nth: 1, month: 9, offset: 0)),
    ("columbus day", .weekday(1, nth: 2, month: 10, offset: 0)),
    ("halloween", .fixed(month: 10, day: 31)), ("all saints ' day", .fixed(month: 11, day: 1)),
    ("guy fawkes night", .fixed(month: 11, day: 5)),
    ("election day", .weekday(1, nth: 1, month: 11, offset: 1)),
    ("veterans day", .fixed(month: 11, day: 11)), ("armistice day", .fixed(month: 11, day: 11)),
    ("veterans ' day", .fixed(month: 11, day: 11)),
    ("thanksgiving day", .weekday(4, nth: 4, month: 11, offset: 0)),
    ("thanksgiving", .weekday(4, nth: 4, month: 11, offset: 0)),
    ("black friday", .weekday(4, nth: 4, month: 11, offset: 1)),
    ("cyber monday", .weekday(4, nth: 4, month: 11, offset: 4)),
    ("ash wednesday", .easter(offset: -46)), ("shrove tuesday", .easter(offset: -47)),
    ("mardi gras", .easter(offset: -47)), ("palm sunday", .easter(offset: -7)),
    ("maundy thursday", .easter(offset: -3)), ("good friday", .easter(offset: -2)),
    ("holy saturday", .easter(offset: -1)), ("easter sunday", .easter(offset: 0)),
    ("easter monday", .easter(offset: 1)), ("easter", .easter(offset: 0)),
    ("ascension day", .easter(offset: 39)), ("pentecost", .easter(offset: 49)),
    ("whit monday", .easter(offset: 50)), ("corpus christi day", .easter(offset: 60)),
  ]

  /// Words before "New Year" that make it another day.
  static let foreignWords: Set<String> = [
    "chinese", "lunar", "jewish", "tamil", "persian", "happy", "merry", "orthodox", "tibetan",
  ]

  /// Words after a holiday's name that make it something else: "Easter Island".
  static let spoilers: Set<String> = [
    "island", "islands", "tree", "trees", "carol", "carols", "rebellion", "rising", "egg", "eggs",
    "bunny", "orleans", "york", "massacre", "jersey", "zealand", "delhi", "resolution",
    "resolutions", "parade", "card", "cards", "song", "songs",
  ]
}
