/// Who asks and who answers in an interview whose labels are letters: `Q:` and `A:`, or initials such as `AT:`.
///
/// Read from title, headings, byline and the paragraphs before the first label. Where these name nobody, or
/// leave open which of two people answers, the label stays as it is.
struct InterviewSpeakers {
  private var asking: String?
  private var answering: String?
  private var namesByInitials: [String: Set<String>] = [:]

  /// - Parameters:
  ///   - index: The names of the body.
  ///   - start: The token of the first label.
  ///   - headed: The people of title, headings and byline.
  init(_ index: NameIndex, before start: Int, headed: InterviewPeople) {
    let intro = InterviewPeople(index, before: start)
    let body = InterviewPeople(index, before: index.text.tokens.count)
    for person in body.people + headed.people {
      let initials = String(person.name.split(separator: " ").compactMap(\.first))
      namesByInitials[initials, default: []].insert(person.name)
    }
    if let pair = intro.pair ?? headed.pair {
      (asking, answering) = (pair.asking, pair.answering)
      return
    }
    let known = [intro, headed].first { $0.people.contains(where: \.isCertain) }?.people ?? []
    let names = Set(known.filter(\.isCertain).map(\.name))
    if names.count == 1 { answering = names.first }
  }

  /// The name behind a label; nil where the label is one itself, or nobody is known for it.
  func name(ofLabel label: String) -> String? {
    switch label.lowercased() {
    case "q", "question": return asking
    case "a", "answer": return answering
    default: break
    }
    guard 2...4 ~= label.utf8.count, label.allSatisfy(\.isUppercase),
      let names = namesByInitials[label], names.count == 1
    else { return nil }
    return names.first
  }
}

/// The people whom some words name before an interview, and what they say of who asks whom.
struct InterviewPeople: Sendable {
  /// The people with a first name, in their order, with names of two words that could be a person's.
  private(set) var people: [Person] = []
  private(set) var pair: (asking: String?, answering: String)?

  struct Person: Sendable {
    let name: String
    let tokens: Range<Int>
    /// Whether more than its form says that it names a person.
    let isCertain: Bool
  }

  /// Nobody.
  init() {}

  /// - Parameter end: The token at which the words end.
  init(_ index: NameIndex, before end: Int) {
    people = index.mentions.compactMap { mention in
      let entity = index.entities[mention.entity]
      guard mention.tokens.upperBound <= end, 2...4 ~= entity.name.count,
        entity.kind == .person || entity.kind == .unknown
      else { return nil }
      return Person(
        name: index.name(of: mention.entity), tokens: mention.tokens,
        isCertain: entity.kind == .person)
    }
    pair = Self.pair(of: people, in: index.text.tokens)
  }

  /// "Ove Lind asked Ana Torv", "an interview with Ana Torv", "Ana Torv spoke to the Post's Ove Lind".
  private static func pair(
    of people: [Person], in tokens: [Token]
  ) -> (asking: String?, answering: String)? {
    for person in people {
      let before = person.tokens.lowerBound
      guard before > 0 else { continue }
      // The words between this person and the one before.
      let other = people.last { $0.tokens.upperBound <= before && $0.name != person.name }
      let words = (max(0, before - 8)..<before).map { tokens[$0].hash }
      let asker = other.flatMap { $0.tokens.upperBound + 8 >= before ? $0.name : nil }
      if words.suffix(3).contains(where: questions.contains) { return (asker, person.name) }
      if words.contains(where: talks.contains), words.contains(where: joints.contains) {
        let isReporter = (max(0, before - 3)..<before).contains { at in
          tokens[at].word == .apostropheS || reporters.contains(tokens[at].hash)
        }
        guard let asker else { return (nil, person.name) }
        return isReporter ? (person.name, asker) : nil
      }
    }
    return nil
  }

  private static let questions = WordHash.set(
    "asked asks interviewed interviews interviewing questioned questions interview q&a conversation "
      + "answers met meets")
  private static let talks = WordHash.set(
    "spoke speaks talked talks talking speaking told sat chatted")
  private static let joints = WordHash.set("to with told")
  private static let reporters = WordHash.set("reporter correspondent editor journalist our")
}
