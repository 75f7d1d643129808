/// Words that decide whether two claims say the same; verbs in their base form, with irregular forms.
enum RepeatWords {
  /// A line is one meaning: any word of it can stand for the first.
  static let sameMeaning = [
    "kill die died dead death deaths dying slain", "buy bought purchase acquire acquisition",
    "rise rose risen increase grow grew grown growth climb jump soar", "begin began begun start",
    "fall fell fallen drop decrease decline slide slip plunge shrink shrank shrunk",
    "end finish conclude ended", "keep kept leave left hold held remain stay",
    "find found discover",
    "say said says", "tell told", "build built construct construction", "close shut closure",
    "hurt injure wound injury injuries", "resign quit", "arrest detain detention",
    "sack fire dismiss", "percent per-cent %", "company firm business", "car vehicle",
    "child children kid", "man men", "woman women", "person people", "job post", "job jobs",
    "police policeman policemen officer", "big large huge", "make made", "go went gone",
    "give gave given", "take took taken", "lose lost loss", "win won", "sell sold sale",
    "pay paid payment", "send sent", "get got", "see saw seen", "think thought", "know knew known",
    "bring brought", "steal stole stolen theft", "shoot shot", "break broke broken",
    "hit struck strike",
    "walk walked", "flee fled", "lead led", "meet met", "spend spent", "cost costs", "help aid",
    "show shown", "speak spoke spoken", "write wrote written", "run ran", "sink sank sunk",
    "film filming", "house home", "inquiry investigation probe", "vote votes voting",
    "mistake error",
  ]

  /// A pair of opposites: a claim with the one does not repeat a claim with the other.
  static let opposites =
    "rise/fall increase/fall accept/reject approve/reject approve/veto confirm/deny win/lose buy/sell "
    + "convict/acquit guilty/innocent arrest/release arrest/free open/close begin/end more/less more/fewer "
    + "fewer/most most/least high/low higher/lower highest/lowest up/down above/below over/under before/after "
    + "north/south east/west northern/southern eastern/western import/export man/woman boy/girl husband/wife "
    + "male/female father/mother son/daughter brother/sister first/last first/second second/third early/late "
    + "support/oppose for/against true/false right/wrong legal/illegal safe/dangerous good/bad better/worse "
    + "best/worst big/small old/new old/young rich/poor strong/weak war/peace profit/loss gain/lose add/remove "
    + "enter/leave join/leave arrive/leave live/kill survive/kill pass/fail allow/ban allow/forbid all/some "
    + "public/private day/night cheap/dear dearer/cheaper expensive/cheap raise/cut raise/lower start/stop "
    + "keep/quit keep/change morning/evening minimum/maximum employ/sack hire/sack"

  static let negations =
    "not n't never no none nobody nothing neither without cannot hardly fail refuse unable lack"

  /// Words by which a claim is less, or other, than the plain fact: by kind.
  static let modality = [
    "will wo shall would 'll",
    "may might could possibly perhaps probably likely alleged allegedly reportedly apparently allege",
    "want hope plan seek urge should must ask demand call wish intend try attempt threaten promise vow",
    "fear believe think suspect claim suggest expect predict forecast deny doubt accuse",
    "if unless whether",
  ]

  /// Words that say nothing of what a claim is about, besides those that the lexicon lists.
  static let empty =
    "s out off away back along now already also then later recently currently really quite very yet again so about around nearly "
    + "almost roughly approximately some mr mrs ms dr according both since ago meanwhile moreover "
    + "today yesterday tomorrow tonight next last this total was were get got make made"

  static let numbers =
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    + "sixteen seventeen eighteen nineteen twenty"
  static let tens = "twenty thirty forty fifty sixty seventy eighty ninety"
  static let scales = "hundred thousand million billion trillion dozen"
  /// Figures in words that have no digits: each is a number of its own.
  static let shares =
    "half third thirds quarter quarters fifth double doubled twice treble tripled triple couple"

  static let months =
    "january february march april may june july august september october november december "
    + "jan feb mar apr may jun jul aug sep oct nov dec"
  static let weekdays = "monday tuesday wednesday thursday friday saturday sunday"
  static let directions = "last next yesterday today tomorrow tonight"
}
