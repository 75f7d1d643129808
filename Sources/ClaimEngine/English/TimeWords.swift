/// The English words of time expressions, and the verbs that tell past from future.
enum TimeWords {
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  static let monthAbbreviations: [(String, Int)] = [
    ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("jun", 6), ("jul", 7), ("aug", 8),
    ("sep", 9), ("sept", 9), ("oct", 10), ("nov", 11), ("dec", 12),
  ]

  static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  static let weekdayAbbreviations: [(String, Int)] = [
    ("mon", 1), ("tue", 2), ("tues", 2), ("wed", 3), ("weds", 3), ("thu", 4), ("thur", 4),
    ("thurs", 4), ("fri", 5), ("sat", 6), ("sun", 7),
  ]

  static let units: [(String, TimeUnit)] = [
    ("second", .second), ("sec", .second), ("minute", .minute), ("min", .minute), ("hour", .hour),
    ("hr", .hour), ("day", .day), ("night", .night), ("week", .week), ("weekend", .weekend),
    ("fortnight", .fortnight), ("month", .month), ("quarter", .quarter), ("year", .year),
    ("yr", .year), ("decade", .decade),
  ]

  static let irregularPlurals: [(String, TimeUnit)] = [("centuries", .century)]
  static let irregularSingulars: [(String, TimeUnit)] = [("century", .century)]

  static let cardinals: [(String, Int)] = [
    ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7),
    ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12), ("thirteen", 13),
    ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("seventeen", 17), ("eighteen", 18),
    ("nineteen", 19), ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60),
    ("seventy", 70), ("eighty", 80), ("ninety", 90),
  ]

  static let ordinals: [(String, Int)] = [
    ("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("fifth", 5), ("sixth", 6),
    ("seventh", 7), ("eighth", 8), ("ninth", 9), ("tenth", 10), ("eleventh", 11), ("twelfth", 12),
    ("thirteenth", 13), ("fourteenth", 14), ("fifteenth", 15), ("sixteenth", 16),
    ("seventeenth", 17), ("eighteenth", 18), ("nineteenth", 19), ("twentieth", 20),
    ("thirtieth", 30),
  ]

  static let seasons: [(String, Season)] = [
    ("spring", .spring), ("springtime", .spring), ("summer", .summer), ("summertime", .summer),
    ("autumn", .autumn), ("fall", .autumn), ("winter", .winter), ("wintertime", .winter),
  ]

  static let dayParts = [
    "morning", "afternoon", "evening", "night", "noon", "midnight", "midday", "dawn", "dusk",
    "lunchtime", "nightfall",
  ]

  static let pluralDayParts: Set<String> = ["mornings", "afternoons", "evenings", "nights"]

  static let clockMarks = ["am", "pm", "oclock", "gmt", "edt", "est", "utc"]

  static let decades: [(String, Int)] = [
    ("twenties", 20), ("thirties", 30), ("forties", 40), ("fifties", 50), ("sixties", 60),
    ("seventies", 70), ("eighties", 80), ("nineties", 90), ("noughties", 0),
  ]

  static let keywords: [(String, TimeKeyword)] = [
    ("a", .a), ("an", .a), ("the", .the), ("of", .of), ("in", .in), ("on", .on), ("at", .at),
    ("by", .by), ("and", .and), ("or", .or), ("to", .to), ("from", .from), ("through", .through),
    ("thru", .through), ("between", .between), ("since", .since), ("until", .until),
    ("till", .until), ("before", .before), ("after", .after), ("within", .within),
    ("during", .during), ("for", .for), ("around", .around), ("this", .this), ("last", .last),
    ("final", .final),
    ("past", .past), ("previous", .previous), ("preceding", .previous), ("prior", .previous),
    ("next", .next), ("coming", .coming), ("upcoming", .coming), ("following", .following),
    ("subsequent", .following), ("current", .current), ("that", .that), ("same", .same),
    ("each", .each), ("every", .each), ("ago", .ago), ("earlier", .earlier), ("later", .later),
    ("starting", .starting), ("commencing", .starting), ("effective", .starting),
    ("now", .now), ("date", .date), ("today", .today), ("yesterday", .yesterday),
    ("tomorrow", .tomorrow), ("tonight", .tonight), ("tonite", .tonight),
    ("tmrw", .tomorrow), ("overnight", .overnight), ("early", .early),
    ("late", .late), ("mid", .mid), ("middle", .mid), ("beginning", .beginning),
    ("start", .beginning), ("end", .end), ("rest", .rest), ("remainder", .rest),
    ("couple", .couple), ("few", .few), ("several", .several), ("dozen", .dozen),
    ("hundred", .hundred), ("thousand", .thousand), ("half", .half), ("fiscal", .fiscal),
    ("financial", .fiscal), ("old", .old), ("ad", .ad), ("ce", .ad), ("bc", .bc), ("bce", .bc),
    ("s", .possessive), ("than", .than), ("about", .about), ("nearly", .about),
    ("almost", .about), ("some", .about), ("approximately", .about), ("roughly", .about),
    ("more", .more), ("over", .more), ("least", .more), ("less", .less), ("under", .less),
    ("if", .if), ("into", .into), ("toward", .into), ("towards", .into),
  ]

  /// Verbs and auxiliaries that put the time beside them into the past.
  static let pastVerbs = [
    "was", "were", "did", "said", "told", "took", "came", "went", "made", "met",
    "got", "gave", "saw", "held", "began", "broke", "brought", "built", "bought", "caught", "chose",
    "cut", "drew", "drove", "fell", "felt", "fought", "found", "flew", "forgot", "grew", "hit",
    "kept", "knew", "laid", "led", "left", "lent", "lay", "lost", "meant", "paid", "quit", "ran",
    "rose", "sang", "sank", "sent", "shook", "shot", "shut", "slid", "sold", "sought", "spent",
    "spoke", "spread", "stood", "stole", "stuck", "struck", "swept", "swore", "taught", "thought",
    "threw", "voted", "won", "wore", "wrote", "became", "been", "born", "blew", "died", "sat",
    "fled",
    "heard", "hurt", "overthrew", "put", "read", "rode", "sued", "tore", "tied", "underwent",
    "withdrew", "woke", "dealt", "bid", "beat", "rang", "let", "understood", "undertook", "dug",
    "used", "taken", "given", "seen", "written", "shown", "driven", "drawn",
    "wept", "ate", "drank", "swam", "hid", "hung", "bore", "froze", "swung", "sprang", "slept",
    "fallen", "risen", "broken", "chosen", "spoken", "stolen", "begun", "sworn", "grown", "flown",
  ]

  /// Words after which a date lies ahead.
  static let futureVerbs = [
    "would", "scheduled", "expected", "planned", "due",
    "slated", "planning", "expects", "expect", "hopes", "intends",
    "could", "should", "might", "must", "awaits", "postponed",
    "rescheduled", "starts", "begins", "opens", "ends", "expires",
  ]

  static let willVerbs = ["will", "shall", "wo"]

  static let prospectWords = ["upcoming", "looming", "forthcoming", "deadline"]

  static let arrangementVerbs = [
    "set", "plan", "plans", "want", "wants", "need", "needs", "hope", "hoped", "hoping", "going",
    "seeking", "vying", "aiming", "preparing", "seek",
    "seeks", "aim", "aims", "likely", "intend", "ready", "poised",
  ]
  static let perfectVerbs = ["had"]
  static let presentVerbs = ["is", "are", "re"]
  static let timetableVerbs = [
    "takes", "continues", "resumes", "closes", "reopens", "returns", "meets", "airs", "plays",
    "turns", "convenes", "debuts", "premieres", "concludes", "departs", "arrives", "hosts",
    "faces", "runs", "holds", "travels", "meet", "resume", "convene",
  ]
  static let infinitiveVerbs = ["be", "being"]
  static let bareVerbs = [
    "win", "run", "vote", "hold", "visit", "attend", "decide", "leave", "return", "take", "begin",
    "start", "open", "speak", "testify", "appear", "announce", "launch", "compete", "play",
    "travel", "go", "come", "finish", "replace", "succeed", "defeat", "face",
  ]
  static let aheadWords = ["ahead"]

  /// Words in -ing that are no verbs.
  static let noProgressives = ["anything", "everything", "something", "nothing", "according"]

  /// Words in -ed that are no past tense.
  static let noPastVerbs = [
    "united", "hundred", "indeed", "exceed", "proceed", "succeed", "sacred",
  ]

  static let countedNouns = [
    "people", "persons", "troops", "soldiers", "men", "women", "children", "students", "workers",
    "employees", "jobs", "homes", "houses", "families", "residents", "refugees", "migrants",
    "votes", "voters", "members", "tons", "tonnes", "miles", "km", "kilometers", "kilometres",
    "feet", "meters", "metres", "yards", "acres", "hectares", "pounds", "dollars", "euros", "yen",
    "kg", "kilograms", "grams", "pages", "pieces", "units", "square", "cubic", "calories", "mg",
    "ml", "percent", "points", "times", "copies", "words", "victims", "deaths", "cases", "shares",
    "barrels", "gallons", "liters", "litres", "vehicles", "cars", "officers", "police",
    "protesters", "passengers", "visitors", "schoolchildren", "participants", "prisoners",
    "civilians", "fighters", "rebels", "schools", "million", "billion", "mph", "watts", "mb",
    "stores", "companies", "items", "volts", "mhz", "rpm", "cc", "hours", "minutes", "days",
    "weeks", "months", "years", "rubles", "patients", "animals", "birds", "species",
    "crowns", "kroner", "kronor", "rupees", "pesos", "francs", "seats", "tickets", "trees", "boats",
    "ships", "cows", "sheep", "cattle", "pigs", "pupils", "flats", "apartments", "beds", "nurses",
    "doctors", "teachers", "farmers", "inmates", "guests", "subscribers", "customers", "fans",
    "runners", "farms", "villages", "signatures", "ballots", "staff", "households", "users",
    "followers", "supporters", "demonstrators", "spectators", "tourists", "metric", "litre",
    "inhabitants",
  ]

  /// Words before a number that make a count of it.
  static let countOpeners: Set<String> = [
    "some", "nearly", "almost", "roughly", "exactly", "only", "another", "approximately",
    "additional",
  ]

  /// Plurals that happen in a year, so that a year can stand before them.
  static let eventNouns: Set<String> = [
    "elections", "olympics", "games", "protests", "riots", "talks", "polls", "primaries",
    "sanctions",
    "floods", "attacks", "results", "figures", "sales", "profits", "earnings", "emissions",
    "targets",
    "levels", "prices", "revenues", "rules", "plans", "budgets", "hearings", "trials", "bombings",
    "shootings", "championships", "finals", "losses", "exports", "imports", "taxes", "wildfires",
  ]

  /// Weekday names that begin the name of something else: "Sunday Times".
  static let newspaperWords: Set<String> = [
    "times", "mirror", "mail", "telegraph", "express", "herald", "school", "independent",
  ]

  /// What 11 September means the one of 2001 before.
  static let attackWords: Set<String> = [
    "attack", "attacks", "terrorist", "terror", "hijackers", "hijackings",
  ]

  /// What makes a weekday the name of one day in history: "Bloody Sunday".
  static let namedDayWords: Set<String> = ["bloody", "super", "ruby", "fat", "wild", "black"]

  /// What stands before a surname that is a month's name too.
  static let titles: Set<String> = ["mr", "mrs", "ms", "dr", "miss", "judge", "justice"]

  /// Broadcasters whose programmes bear a weekday's name: "Fox News Sunday".
  static let broadcasterWords: Set<String> = ["news", "cbs", "nbc", "abc"]

  /// What goes on from "Sunday Morning" or "Saturday Night" to the name of a programme.
  static let programmeWords: Set<String> = [
    "live", "football", "futures", "lights", "fever", "baseball", "raw", "massacre", "takeaway",
  ]

  /// What half a year of a firm is told by: "first-half profit".
  static let businessWords: Set<String> = [
    "profit", "profits", "loss", "losses", "sales", "results", "result", "earnings", "revenue",
    "revenues", "net", "growth", "turnover", "figures", "income", "orders", "output",
  ]

  /// Words whose number is a place or a model: "Suite 1989".
  static let numberedWords: Set<String> = [
    "no", "number", "room", "flight", "highway", "route", "model", "page", "section", "chapter",
    "suite", "gate", "apartment", "channel", "interstate", "building", "unit", "boeing",
    "resolution", "article", "eur", "usd", "gbp", "windows",
  ]
}
