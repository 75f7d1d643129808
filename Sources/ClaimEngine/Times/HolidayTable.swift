/// Finds the names of holidays by their first word.
struct HolidayTable: Sendable {
  private let names: [String: [(words: [String], holiday: Holiday)]]

  init() {
    var names: [String: [(words: [String], holiday: Holiday)]] = [:]
    for (name, holiday) in HolidayNames.table {
      let words = name.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      names[first, default: []].append((words, holiday))
    }
    self.names = names.mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }

  var firstWords: Dictionary<String, [(words: [String], holiday: Holiday)]>.Keys { names.keys }

  /// The longest name at a token, and the token after it.
  func holiday(at index: Int, in parser: TimeParser) -> (holiday: Holiday, end: Int)? {
    guard let candidates = names[parser.text(index)] else { return nil }
    for candidate in candidates {
      if let end = end(of: candidate.words, at: index, in: parser) {
        return (candidate.holiday, end)
      }
    }
    return nil
  }

  private func end(of words: [String], at index: Int, in parser: TimeParser) -> Int? {
    var next = index
    for word in words {
      if parser.isMark(next, "'"), word != "'" { next += 1 }
      guard parser.text(next) == word else { return nil }
      next += 1
    }
    return next
  }
}
