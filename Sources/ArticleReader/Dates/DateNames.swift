/// The English words of dates and times.
enum DateNames {
  /// The number of a month from its name or abbreviation, in lower case without a full stop.
  static let months: [String: Int] = [
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4,
    "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9,
    "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12,
    "dec": 12,
  ]

  static let weekdays: Set<String> = [
    "monday", "mon", "tuesday", "tues", "tue", "wednesday", "wed", "thursday", "thurs", "thu",
    "friday", "fri", "saturday", "sat", "sunday", "sun",
  ]

  /// Minutes east of Greenwich of the abbreviations that mean one zone in news; those that mean
  /// several (CST, IST) or change over the year (ET) name no offset.
  static let zones: [String: Int?] = [
    "z": 0, "gmt": 0, "utc": 0, "ut": 0, "bst": 60, "cet": 60, "cest": 120, "msk": 180,
    "hkt": 480, "sgt": 480, "jst": 540, "aest": 600, "aedt": 660, "est": -300, "edt": -240,
    "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "cst": nil, "ist": nil,
    "et": nil, "ct": nil, "mt": nil, "pt": nil,
  ]

  static let publishedLabels: Set<String> = [
    "published", "posted", "first", "issued", "released", "release", "created", "publication",
  ]
  static let updatedLabels: Set<String> = ["updated", "modified", "revised", "edited"]

  /// What may stand around a date without being part of it.
  static let fillers: Set<String> = [
    "date", "dated", "time", "last", "on", "at", "of", "was", "and", "the", "local", "article",
    "this", "story", "page", "hours", "hrs", "updates", "update",
  ]

  /// What may stand between a day and its time, in any language.
  static let timeJoiners: Set<String> = [
    "at", "t", "on", "um", "à", "às", "as", "alle", "ore", "om", "kl", "klo", "o", "v", "в", "las",
    "a", "le",
  ]

  static let ordinalEndings: Set<String> = ["st", "nd", "rd", "th"]
}
