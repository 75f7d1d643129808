import ClaimModel

/// One line of an annotation file.
enum GoldLine: Sendable {
  case head(String, String)
  case sentence(String)
  case attribution(Attribution)
  /// More content of an attribution that began earlier.
  case more(attribution: String, QuotedWords)
  case claim(Claim)
  case time(Time)
  /// The sentence stands earlier in the article, and its claims are those.
  case again

  struct Attribution: Sendable {
    var isOptional = false
    var id = ""
    var parent: String?
    var mode = ClaimModel.Attribution.Mode.indirect
    var kinds: [SourceType] = []
    var names: [String] = []
    var source: QuotedWords?
    var cue: QuotedWords?
    var content = QuotedWords(written: "*")
  }

  struct Claim: Sendable {
    var isOptional = false
    var types: [ClaimType] = []
    var worth = Worth.medium
    var attribution: String?
    var words = QuotedWords(written: "*")
  }

  enum Worth: String, CaseIterable, Sendable { case low, medium, high }

  struct Time: Sendable {
    var isOptional = false
    var values: [Findings.Days] = []
    var words = QuotedWords(written: "*")
  }

  struct Failure: Error { let reason: String }

  init(_ line: String) throws(Failure) {
    let fields = line.split(separator: " | ").map(String.init)
    var words = fields[0].split(separator: " ").map(String.init)[...]
    let isOptional = words.first?.hasSuffix("?") ?? false
    switch words.removeFirst() {
    case "=": self = .sentence(String(line.dropFirst(2)))
    case "again": self = .again
    case "+":
      guard let id = words.first, fields.count == 2 else {
        throw Failure(reason: "write '+ ID | WORDS'")
      }
      self = .more(attribution: id, QuotedWords(written: fields[1]))
    case "a", "a?":
      var attribution = try Self.attribution(words, fields)
      attribution.isOptional = isOptional
      self = .attribution(attribution)
    case "c", "c?":
      var claim = try Self.claim(words, fields)
      claim.isOptional = isOptional
      self = .claim(claim)
    case "t", "t?":
      var time = try Self.time(words, fields)
      time.isOptional = isOptional
      self = .time(time)
    case let head where head.hasSuffix(":"):
      self = .head(String(head.dropLast()), words.joined(separator: " "))
    case let other: throw Failure(reason: "no line begins with '\(other)'")
    }
  }

  // MARK: Kinds of lines

  private static func attribution(
    _ words: ArraySlice<String>, _ fields: [String]
  ) throws(Failure) -> Attribution {
    guard words.count >= 3, fields.count == 4 else {
      throw Failure(reason: "write 'a ID[<PARENT] MODE KINDS NAME | SOURCE | CUE | CONTENT'")
    }
    var words = words
    let ids = words.removeFirst().split(separator: "<").map(String.init)
    var attribution = Attribution()
    attribution.id = ids[0]
    attribution.parent = ids.count > 1 ? ids[1] : nil
    attribution.mode = try value(words.removeFirst())
    let kinds = words.removeFirst()
    if kinds != "-" { attribution.kinds = try values(kinds) }
    attribution.names = names(words.joined(separator: " "))
    if fields[1] != "-" { attribution.source = QuotedWords(written: fields[1]) }
    if fields[2] != "-" { attribution.cue = QuotedWords(written: fields[2]) }
    attribution.content = QuotedWords(written: fields[3])
    guard attribution.names.isEmpty == (attribution.source == nil) else {
      throw Failure(reason: "a source needs a name, and a name a source")
    }
    return attribution
  }

  private static func names(_ written: String) -> [String] {
    written.isEmpty ? [] : written.split(separator: " / ").map(String.init)
  }

  private static func claim(
    _ words: ArraySlice<String>, _ fields: [String]
  ) throws(Failure) -> Claim {
    var words = words
    guard (2...3).contains(words.count), fields.count == 2 else {
      throw Failure(reason: "write 'c TYPES RANK [@ID] | WORDS'")
    }
    var claim = Claim()
    claim.types = try values(words.removeFirst())
    claim.worth = try value(words.removeFirst())
    if let last = words.first {
      guard last.hasPrefix("@") else {
        throw Failure(reason: "'\(last)' is no attribution; write @a1")
      }
      claim.attribution = String(last.dropFirst())
    }
    claim.words = QuotedWords(written: fields[1])
    return claim
  }

  private static func time(_ words: ArraySlice<String>, _ fields: [String]) throws(Failure) -> Time
  {
    guard fields.count == 2 else { throw Failure(reason: "write 't FROM..TO | WORDS'") }
    var time = Time()
    for value in words.joined(separator: " ").split(separator: " / ") {
      let ends = value.split(separator: "..", omittingEmptySubsequences: false)
      var days: [CalendarDay?] = []
      for end in ends {
        let day = CalendarDay(iso: end)
        if day == nil, !end.isEmpty { throw Failure(reason: "'\(end)' is no day") }
        days.append(day)
      }
      guard days.count <= 2, let first = days.first, let last = days.last else {
        throw Failure(reason: "'\(value)' is no period; write FROM..TO")
      }
      time.values.append(Findings.Days(from: first, to: last))
    }
    time.words = QuotedWords(written: fields[1])
    return time
  }

  private static func values<Value: RawRepresentable<String>>(
    _ written: String
  ) throws(Failure) -> [Value] {
    var found: [Value] = []
    for part in written.split(separator: "/") { found.append(try value(String(part))) }
    return found
  }

  private static func value<Value: RawRepresentable<String>>(
    _ written: String
  ) throws(Failure) -> Value {
    guard let value = Value(rawValue: written) else {
      throw Failure(reason: "'\(written)' is no \(Value.self)")
    }
    return value
  }
}
