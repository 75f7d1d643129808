import ClaimModel

/// A view of a document through its names: who is named where, and what hangs on the names.
package struct NameIndex: Sendable {
  package let text: Document

  /// - Parameter document: With its names.
  package init(_ document: Document) { text = document }

  var kinds: [NounKinds] { text.names.kinds }
  var quoted: [Bool] { text.names.quoted }
  package var mentions: [NameMention] { text.names.mentions }
  package var entities: [NameEntity] { text.names.entities }
  var entitiesOfRole: [UInt64: [Int]] { text.names.entitiesOfRole }
  var bodiesByWord: [UInt64: [Int]] { text.names.bodiesByWord }
  var tree: ParseTree { text.tree }

  // MARK: Asking

  func mention(ofToken token: Int) -> Int? {
    let found = text.names.mentionOfToken[token]
    return found < 0 ? nil : Int(found)
  }

  /// The words of somebody's or something's fullest name.
  package func name(of entity: Int) -> String {
    entities[entity].titleName ?? words(entities[entity].name)
  }

  /// Other people of the article who bear the one word of a mention as their last name, where it is
  /// not plain that the most named is meant.
  func namesakes(of mention: NameMention) -> [Int] {
    guard mention.tokens.count == 1, !mention.roleKinds.contains(.title) else { return [] }
    let hash = text.tokens[mention.tokens.lowerBound].hash
    let known = entities[mention.entity].mentions
    return text.names.surnames[hash, default: []].filter {
      $0 != mention.entity && entities[$0].mentions * 3 > known
    }
  }

  /// The people of a last name, by their numbers.
  func people(ofLastName hash: UInt64) -> [Int] {
    text.names.surnames[hash, default: []].filter { entities[$0].name.count > 1 }
  }

  /// The last names that one person with a first name has, and who that is.
  var onlyPeopleOfLastNames: [(hash: UInt64, entity: Int)] {
    text.names.surnames.keys.compactMap { hash in
      let found = people(ofLastName: hash)
      return found.count == 1 ? (hash, found[0]) : nil
    }
  }

  /// One key for all words of the same role.
  func role(_ hash: UInt64) -> UInt64 { NounLexicon.english.role(hash) }

  /// The words of a token range, white space made single.
  func words(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let whole = text.string(of: text.span(of: range))
    guard whole.utf8.contains(where: { $0 < 0x20 }) || whole.contains("  ") else { return whole }
    return whole.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The indices of the tokens that begin in some spans, in reading order.
  func tokens(in spans: [TextSpan]) -> [Int] { text.tokens(in: spans) }

  /// The first token that begins at or after an offset.
  func firstToken(from offset: Int) -> Int { text.firstToken(from: offset) }

  /// The index of the sentence of a token.
  func sentence(ofToken token: Int) -> Int { text.sentence(ofToken: token) }

  /// The index of the first mention that begins at or after a token.
  func firstMention(from token: Int) -> Int {
    mentions.partitioningIndex(where: { $0.tokens.lowerBound >= token })
  }
}
