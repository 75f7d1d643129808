package import ClaimModel

/// Reads what is typed after `filter`: conditions with `and`, `or`, `not` and parentheses.
///
/// `not` binds first, then `and`, then `or`. A condition runs to the next of these words, so that names and
/// phrases need no quote marks; in quote marks, 'and' and 'or' are words like any other.
package struct ClaimFilterReader {
  private let codebook: Codebook
  /// Whether the session took claims over from an earlier text.
  private let isCarried: Bool
  private var words: ArraySlice<PromptWord> = []
  private var depth = 0

  package init(codebook: Codebook, isCarried: Bool) {
    self.codebook = codebook
    self.isCarried = isCarried
  }

  /// - Throws: `SessionError.badFilter`, `LabelError`.
  package func filter(_ text: String) throws -> ClaimFilter {
    if text == "none" { return .everything }
    var reader = self
    reader.words = Self.words(of: text)[...]
    let filter = try reader.alternatives(in: text)
    guard reader.words.isEmpty else { throw SessionError.badFilter(text) }
    return filter
  }

  /// The filters that a word that is looked for in claims might have been meant for: those of labels.
  package func labels(meantBy filter: ClaimFilter) -> [ClaimFilter] {
    switch filter {
    case .words(let word):
      LabelReader(codebook).attributes(withLabel: word.lowercased()).map {
        .label(attribute: $0.name, value: word.lowercased())
      }
    case .not(let inner): labels(meantBy: inner)
    case .both(let left, let right), .either(let left, let right):
      labels(meantBy: left) + labels(meantBy: right)
    default: []
    }
  }

  // MARK: - Words

  /// The words of a filter: those of the prompt, but parentheses stand alone, and a quoted value stays with
  /// its name (`source="Ada and Sons"`).
  private static func words(of text: String) -> [PromptWord] {
    var words: [PromptWord] = []
    var quoted: String?
    for word in PromptWord.words(of: text) {
      if let begun = quoted {
        let joined = begun + " " + word.text
        quoted = joined.hasSuffix("\"") ? nil : joined
        if quoted == nil { words.append(unquotedValue(joined)) }
      } else if word.isQuoted {
        words.append(word)
      } else if word.text.contains("=\"") || word.text.contains("~\"") {
        if word.text.hasSuffix("\""), !word.text.hasSuffix("=\""), !word.text.hasSuffix("~\"") {
          words.append(unquotedValue(word.text))
        } else {
          quoted = word.text
        }
      } else {
        words += parted(word.text)
      }
    }
    if let quoted { words.append(unquotedValue(quoted)) }
    return words
  }

  private static func unquotedValue(_ text: String) -> PromptWord {
    PromptWord(text: text.filter { $0 != "\"" }, span: TextSpan(0, 0), isQuoted: true)
  }

  /// A word without the parentheses at its ends, which come before and after it.
  private static func parted(_ word: String) -> [PromptWord] {
    let isMark: (Character) -> Bool = { $0 == "(" || $0 == ")" }
    let opening = word.prefix(while: { $0 == "(" })
    let rest = word.dropFirst(opening.count)
    let closing = rest.reversed().prefix(while: { $0 == ")" })
    let body = rest.dropLast(closing.count)
    guard !body.contains(where: isMark) else {
      return [PromptWord(text: word, span: TextSpan(0, 0), isQuoted: false)]
    }
    return
      (opening.map { String($0) } + (body.isEmpty ? [] : [String(body)])
      + closing.map { String($0) })
      .map { PromptWord(text: $0, span: TextSpan(0, 0), isQuoted: false) }
  }

  // MARK: - Grammar

  private mutating func takes(_ word: String) -> Bool {
    guard let first = words.first, !first.isQuoted, first.text == word else { return false }
    words.removeFirst()
    return true
  }

  private mutating func alternatives(in text: String) throws -> ClaimFilter {
    var filter = try conjunction(in: text)
    while takes("or") { filter = .either(filter, try conjunction(in: text)) }
    return filter
  }

  private mutating func conjunction(in text: String) throws -> ClaimFilter {
    var filter = try negation(in: text)
    while takes("and") { filter = .both(filter, try negation(in: text)) }
    return filter
  }

  private mutating func negation(in text: String) throws -> ClaimFilter {
    var isNegated = false
    while takes("not") { isNegated.toggle() }
    let filter = try condition(in: text)
    return isNegated ? .not(filter) : filter
  }

  private mutating func condition(in text: String) throws -> ClaimFilter {
    if takes("(") {
      // Bounds the depth of the recursion, whatever is pasted.
      guard depth < 32 else { throw SessionError.badFilter(text) }
      depth += 1
      let filter = try alternatives(in: text)
      depth -= 1
      guard takes(")") else { throw SessionError.badFilter(text) }
      return filter
    }
    var taken: [PromptWord] = []
    while let word = words.first {
      let ends = ["and", "or"].contains(word.text) || (word.text == ")" && depth > 0)
      if ends, !word.isQuoted { break }
      taken.append(word)
      words.removeFirst()
    }
    guard let first = taken.first else { throw SessionError.badFilter(text) }
    let condition = taken.map(\.text).joined(separator: " ")
    // What stands in quote marks whole is looked for as it is.
    if taken.count == 1, first.isQuoted, first.span.length > 0 { return .words(condition) }
    return try self.condition(condition)
  }

  // MARK: - Conditions

  private func condition(_ text: String) throws -> ClaimFilter {
    switch text {
    case "undecided": return .undecided
    case "decided": return .decided
    case "proposed": return .proposed
    case "no-evidence": return .noEvidence
    default: break
    }
    if isCarried, let standing = ClaimRecord.Standing(rawValue: text), standing != .here {
      return .standing(standing)
    }
    if isCarried, let verdict = CarryOver.Verdict(rawValue: text) { return .verdict(verdict) }
    guard let sign = text.firstIndex(where: { $0 == "=" || $0 == "~" }) else {
      return .words(text)
    }
    let name = String(text[..<sign])
    let value = String(text[text.index(after: sign)...])
    guard !name.isEmpty, !value.isEmpty else { throw SessionError.badFilter(text) }
    let isWhole = text[sign] == "="
    switch name {
    case "source" where isWhole:
      return .source(LabelReader.standsForNobody(value) ? nil : value)
    case "source": return .sourceHolding(value)
    case "tag": return isWhole ? .tag(value) : .tagHolding(value)
    default:
      let reader = LabelReader(codebook)
      let attribute = try reader.attribute(name)
      guard isWhole else { return .labelHolding(attribute: attribute.name, value) }
      return .label(
        attribute: attribute.name, value: try reader.value(value, of: attribute).description)
    }
  }
}
