/// The names in a byline, without labels, roles, addresses and dates.
enum AuthorName {
  /// More letters are no name.
  private static let longest = 100
  private static let mostWords = 6

  /// The name in a value that says nothing else; nil for addresses, placeholders and empty values.
  static func cleaned(_ value: String) -> String? {
    var name = trimmed(withoutLabel(value) ?? value)
    for separator in [" | ", " – ", " — ", " • ", " · ", " (", " @", "http"] {
      if let range = name.range(of: separator), range.lowerBound > name.startIndex {
        name = trimmed(String(name[..<range.lowerBound]))
      }
    }
    if let dash = name.range(of: " - ") {
      name = trimmed(String(name[..<dash.lowerBound]))
    }
    if let comma = name.firstIndex(of: ","),
      Byline.isOffice(Array(name[comma...].utf8.dropFirst())[...].trimmed)
    {
      name = trimmed(String(name[..<comma]))
    }
    guard !name.isEmpty, name.count <= longest, !name.contains("@"), !name.contains("://"),
      !name.hasPrefix("www."), !name.hasPrefix("/"), !isPlaceholder(name)
    else { return nil }
    return name
  }

  /// The names of a list such as "By Ana Pell and Ove Lind".
  static func list(_ value: String) -> [String] {
    let line = trimmed(withoutLabel(value) ?? value)
    let parts = split(line)
    // A comma can stand before a title or a place, too.
    guard parts.count > 1, parts.allSatisfy({ isName($0, strict: true) }) else {
      return cleaned(line).map { [$0] } ?? []
    }
    return parts.compactMap(cleaned)
  }

  /// The names in a line that opens with "By" or its like in another language; nil where it does not.
  static func afterLabel(_ text: String) -> [String]? {
    for line in text.split(separator: "\n").prefix(4) {
      if let names = afterLabel(line: String(line)) { return names }
    }
    return nil
  }

  private static func afterLabel(line: String) -> [String]? {
    guard let rest = withoutLabel(line) else { return nil }
    var names: [String] = []
    for part in split(cut(rest)) {
      guard isName(part, strict: true) || names.isEmpty && isHandle(part, in: rest) else { break }
      if let name = cleaned(part) { names.append(name) }
    }
    return names.isEmpty ? nil : names
  }

  /// The names in a text that holds nothing else; nil where it holds more.
  static func bare(_ text: String) -> [String]? {
    guard let first = text.split(separator: "\n").first else { return nil }
    let parts = split(cut(String(first)))
    guard !parts.isEmpty, let head = parts.first, isName(head, strict: true) else { return nil }
    return parts.prefix { isName($0, strict: true) }.compactMap(cleaned)
  }

  // MARK: - Parts

  /// The text up to a date, a role, an address or a bar.
  private static func cut(_ text: String) -> String {
    var end = text.endIndex
    for mark in [
      "|", "·", "•", "—", "–", " - ", "(", "@", "/", ":", "…", " on ", " am ", " le ", " el ",
      " il ", " in ", " im ", " für ", " for ", " from ", " vom ", " um ", " at ", " op ",
    ] {
      if let range = text.range(of: mark), range.lowerBound < end { end = range.lowerBound }
    }
    if let digit = text[..<end].firstIndex(where: { $0.isNumber }) { end = digit }
    if let stop = endOfSentence(text[..<end]) { end = stop }
    let words = text[..<end].split(separator: " ")
    if let button = words.firstIndex(where: { buttons.contains($0.lowercased()) }), button > 0 {
      end = words[button].startIndex
    }
    return trimmed(String(text[..<end]))
  }

  /// What bylines offer beside the name.
  private static let buttons: Set<String> = [
    "contact", "email", "e-mail", "follow", "updated", "published", "posted", "share", "bio",
    "profile", "twitter", "facebook", "linkedin", "instagram", "subscribe",
  ]

  /// A name written for an index, `Pell, Ana`, in the order that it is spoken; any other as it is.
  static func spoken(_ name: String) -> String {
    let parts = name.split(separator: ",", omittingEmptySubsequences: false).map {
      trimmed(String($0))
    }
    guard parts.count == 2, parts.allSatisfy({ isName($0, strict: false) }),
      parts[0].split(separator: " ").count <= 3, parts[1].split(separator: " ").count <= 3
    else { return name }
    return parts[1] + " " + parts[0]
  }

  /// The full stop that ends a sentence: no initial's.
  private static func endOfSentence(_ text: Substring) -> String.Index? {
    var word = 0
    for place in text.indices {
      let next = text.index(after: place)
      if text[place] == ".", word > 3, next < text.endIndex, text[next] == " " { return place }
      word = text[place].isLetter ? word + 1 : 0
    }
    return nil
  }

  private static let conjunctions: Set<String> = [
    "and", "und", "et", "y", "e", "en", "och", "og", "und", "i", "и", "ve", "&", "with", "mit",
  ]

  /// The parts between commas, semicolons and words for "and".
  private static func split(_ text: String) -> [String] {
    var parts: [String] = []
    for piece in text.split(whereSeparator: { ",;&".contains($0) }) {
      var words: [Substring] = []
      for word in piece.split(separator: " ") {
        if conjunctions.contains(word.lowercased()), !words.isEmpty {
          parts.append(words.joined(separator: " "))
          words = []
        } else if !conjunctions.contains(word.lowercased()) || !words.isEmpty {
          words.append(word)
        }
      }
      if !words.isEmpty { parts.append(words.joined(separator: " ")) }
    }
    return parts.map(trimmed).filter { !$0.isEmpty }
  }

  private static let particles: Set<String> = [
    "von", "van", "de", "der", "da", "di", "la", "le", "du", "dos", "den", "del", "bin", "al", "el",
    "ten", "ter", "zu", "do", "das", "ibn", "af", "vom", "des",
  ]
  private static let noNames: Set<String> = [
    "the", "a", "an", "this", "der", "die", "das", "ein", "eine", "el", "la", "los", "las", "le",
    "les",
    "il", "lo", "ad", "share", "read", "more", "our", "your", "comments", "kommentare", "photo",
    "foto",
    "updated", "published", "posted", "about", "über", "follow", "email", "view", "all", "mehr",
    "alle",
    "editor", "redaktion", "staff", "team", "autor", "author", "contact", "advertisement", "news",
  ]

  /// Whether a text is one to six words with capitals, small particles between them allowed.
  ///
  /// - Parameter strict: Two words or more, none of which names no person.
  private static func isName(_ text: String, strict: Bool) -> Bool {
    let words = text.split(separator: " ")
    guard (strict ? 2 : 1)...mostWords ~= words.count, text.count <= longest else { return false }
    var capitals = 0
    for (index, word) in words.enumerated() {
      let lower = word.lowercased()
      if index == 0 || index == words.count - 1, noNames.contains(lower), !particles.contains(lower)
      {
        return false
      }
      if word.contains(where: { $0.isNumber || "!?:;|<>[]{}=+*#".contains($0) }) { return false }
      if word.last == ".", word.count > 4, index == words.count - 1 { return false }
      let trimmedName = lower.filter(\.isLetter)
      if DateNames.months[trimmedName] != nil || DateNames.foreignMonths[trimmedName] != nil
        || DateNames.weekdays.contains(trimmedName)
      {
        if words.count <= 2, index == 0 { continue }
        return false
      }
      guard let first = word.first(where: \.isLetter) else { return false }
      if first.isUppercase || !first.isCased {
        capitals += 1
      } else if !particles.contains(lower) {
        return false
      }
    }
    return capitals >= (strict ? 2 : 1)
  }

  /// Whether what follows a label is one word and nothing else: a handle.
  private static func isHandle(_ part: String, in rest: String) -> Bool {
    !part.contains(" ") && part.count >= 2 && part.count <= 30
      && !noNames.contains(part.lowercased()) && part.contains(where: \.isLetter)
      && !part.contains { ".,!?".contains($0) } && cut(rest).count <= part.count + 1
  }

  /// Whether a line's first word is an article, which opens no name but many titles.
  static func opensWithArticle(_ line: ArraySlice<UInt8>) -> Bool {
    let word = line.prefix { $0 != 0x20 }
    return articles.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static let articles: Set<String> = [
    "the", "a", "an", "der", "die", "das", "ein", "eine", "el", "la", "los", "las", "un", "una",
    "le", "les", "une", "il", "lo", "gli", "de", "het", "een", "o", "os", "as", "um", "uma",
  ]

  /// Whether it is what systems call an author that nobody named.
  static func isPlaceholder(_ name: String) -> Bool { placeholders.contains(name.lowercased()) }

  private static let placeholders: Set<String> = [
    "admin", "administrator", "super user", "superuser", "root", "webmaster", "user", "guest",
    "unknown", "anonymous", "author", "default", "system", "null", "none", "undefined", "n/a",
    "test",
    "editor", "wordpress", "siteadmin", "by", "moderator", "not specified",
  ]

  /// Whether a name is that of an editorial office, which stands in for an author that a page does not name.
  static func isOffice(_ name: String) -> Bool { offices.contains(name.lowercased()) }

  private static let offices: Set<String> = [
    "staff", "staff reporter", "staff reporters", "staff writer", "staff writers", "web desk",
    "webdesk", "news desk", "newsdesk", "newsroom", "editors", "editorial staff",
    "editorial team", "editorial board", "redaktion", "die redaktion", "redacción", "rédaction",
    "la rédaction", "redazione", "redactie", "redaktionen", "redakcja", "redakce", "редакция",
  ]

  // MARK: - Labels

  /// Whether a text says that a name follows: "Written by".
  static func isLabel(_ text: String) -> Bool {
    labels.contains(text) || labels.contains(text + ":")
  }

  /// What follows "By" or its like; nil where nothing such opens the text.
  private static func withoutLabel(_ text: String) -> String? {
    let line = trimmed(text)
    let lower = line.lowercased()
    guard lower.count == line.count else { return nil }
    for label in labelsByLength where lower.hasPrefix(label) {
      let rest = line.dropFirst(label.count)
      guard let next = rest.first else { return nil }
      guard
        next == " " || next == "\u{A0}" || next == "\n" || next == ":"
          || ":：".contains(label.last ?? " ")
      else { continue }
      let name = trimmed(String(rest.drop { ": \u{A0}\n".contains($0) }))
      if let inner = withoutLabel(name) { return inner }
      return name.isEmpty ? nil : name
    }
    return nil
  }

  private static let labelsByLength = labels.sorted { $0.count > $1.count }

  private static let labels: Set<String> = [
    "by", "written by", "posted by", "reported by", "story by", "reporting by", "words by",
    "words:",
    "text by", "text:", "author:", "authors:", "article by", "created by", "published by",
    "submitted by", "contributed by", "interview:", "interview by", "opinion by", "analysis by",
    "von", "von:", "vom", "autor:", "autorin:", "autoren:", "autor", "autorin", "text von",
    "geschrieben von", "verfasst von", "erstellt von", "veröffentlicht von", "ein beitrag von",
    "ein artikel von", "beitrag von", "artikel von", "gepostet von", "eingestellt von", "bericht:",
    "protokoll:", "ein kommentar von", "kommentar von", "eine analyse von", "ein gastbeitrag von",
    "par", "publié par", "rédigé par", "écrit par", "auteur:", "auteur :", "texte:",
    "propos recueillis par",
    "por", "por:", "escrito por", "publicado por", "redactado por", "texto:", "autora:",
    "postado por",
    "di", "a cura di", "scritto da", "pubblicato da", "autore:", "door", "geschreven door",
    "auteur",
    "av", "skrevet av", "af", "skribent:", "tekst:", "przez", "автор:", "автор", "текст:",
    "автор текста:",
    "yazan:", "作者：", "作者:", "文：", "文/", "责任编辑：", "责任编辑:",
  ]

  private static func trimmed(_ text: String) -> String {
    let skipped: (Character) -> Bool = {
      $0.isWhitespace || ",;:|-–—•·*_".contains($0) || $0 == "\u{A0}"
    }
    let start = text.drop(while: skipped)
    guard let end = start.lastIndex(where: { !skipped($0) }) else { return "" }
    return String(start[...end])
  }
}

extension String {
  /// The first place of a text in it; nil where it is not there.
  fileprivate func range(of part: String) -> Range<String.Index>? {
    guard let first = part.first else { return nil }
    var start = startIndex
    while let place = self[start...].firstIndex(of: first) {
      if self[place...].hasPrefix(part) {
        return place..<index(place, offsetBy: part.count)
      }
      start = index(after: place)
    }
    return nil
  }
}
