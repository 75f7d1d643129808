/// Looks words up by their bytes.
struct TimeLexicon: Sendable {
  private let words: [WordKey: TimeWord]

  init(holidays: HolidayTable) {
    var words: [WordKey: TimeWord] = [:]
    words.reserveCapacity(700)
    func add(_ word: some StringProtocol, _ meaning: TimeWord) {
      if let key = WordKey(word.utf8) { words[key] = meaning }
    }
    for word in holidays.firstWords { add(word, .holidayName) }
    for word in TimeWords.countedNouns { add(word, .countedNoun) }
    for word in TimeWords.pastVerbs { add(word, .verb(.past)) }
    for word in TimeWords.perfectVerbs { add(word, .verb(.had)) }
    add("has", .verb(.has))
    for word in TimeWords.futureVerbs { add(word, .verb(.future)) }
    for word in TimeWords.arrangementVerbs { add(word, .verb(.arrangement)) }
    for word in TimeWords.presentVerbs { add(word, .verb(.present)) }
    for word in TimeWords.timetableVerbs { add(word, .verb(.timetable)) }
    for word in TimeWords.bareVerbs { add(word, .verb(.bare)) }
    for word in TimeWords.willVerbs { add(word, .verb(.will)) }
    for word in TimeWords.prospectWords { add(word, .verb(.prospect)) }
    for word in TimeWords.aheadWords { add(word, .verb(.ahead)) }
    for word in TimeWords.infinitiveVerbs { add(word, .verb(.infinitive)) }
    for word in TimeWords.noPastVerbs { add(word, .other) }
    for word in TimeWords.noProgressives { add(word, .other) }
    for (index, word) in TimeWords.months.enumerated() {
      add(word, .month(index + 1, abbreviated: false))
    }
    for (word, month) in TimeWords.monthAbbreviations {
      add(word, .month(month, abbreviated: true))
    }
    for (index, word) in TimeWords.weekdays.enumerated() {
      add(word, .weekday(index + 1, abbreviated: false))
    }
    for (word, day) in TimeWords.weekdayAbbreviations {
      add(word, .weekday(day, abbreviated: true))
    }
    for (word, season) in TimeWords.seasons { add(word, .season(season)) }
    for (word, unit) in TimeWords.units {
      add(word, .unit(unit, plural: false))
      add(word + "s", .unit(unit, plural: true))
    }
    for (word, unit) in TimeWords.irregularSingulars { add(word, .unit(unit, plural: false)) }
    for (word, unit) in TimeWords.irregularPlurals { add(word, .unit(unit, plural: true)) }
    for (word, value) in TimeWords.cardinals { add(word, .cardinal(value)) }
    for (word, value) in TimeWords.ordinals { add(word, .ordinal(value)) }
    for word in TimeWords.dayParts { add(word, .dayPart) }
    for word in TimeWords.clockMarks { add(word, .clockMark) }
    for (word, value) in TimeWords.decades { add(word, .decade(value)) }
    for (word, keyword) in TimeWords.keywords { add(word, .keyword(keyword)) }
    self.words = words
  }

  /// What a word of a text means here; case does not matter.
  func meaning(of bytes: some Collection<UInt8>) -> TimeWord {
    guard let key = WordKey(bytes) else { return .other }
    if let meaning = words[key] { return meaning }
    return key.endsInEd ? .verb(.past) : key.endsInIng ? .verb(.progressive) : .other
  }
}

/// A word of at most 16 ASCII letters in lower case, as two machine words.
private struct WordKey: Hashable {
  private var head: UInt64 = 0
  private var tail: UInt64 = 0
  private let length: Int

  init?(_ bytes: some Collection<UInt8>) {
    let count = bytes.count
    guard count <= 16 else { return nil }
    length = count
    for byte in bytes {
      guard byte < 0x80 else { return nil }
      head = head << 8 | tail >> 56
      tail = tail << 8 | UInt64(byte | 0x20)
    }
  }

  var endsInEd: Bool { length > 4 && tail & 0xFFFF == 0x6564 }
  var endsInIng: Bool { length > 4 && tail & 0xFF_FFFF == 0x69_6E67 }
}
