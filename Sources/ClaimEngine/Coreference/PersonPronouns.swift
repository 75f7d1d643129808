private import Glibc

/// What "he" and "she" mean in an article, read from its beginning so that one "he" leads to the next.
struct PersonPronouns: Sendable {
  /// Somebody that a pronoun can mean.
  enum Person: Hashable, Sendable {
    case named(Int)
    /// Described without a name; the place of the words.
    case described(Range<Int>)
  }

  /// What one pronoun may mean.
  struct Resolution: Hashable, Sendable {
    /// The likeliest first.
    let readings: [Reading]
    /// Whether no other reading comes near the first.
    let isSure: Bool
    /// Those that come near the first, with it.
    let open: [Person]

    /// For each reading how likely it is, from 0 to 1 in hundredths; they sum to at most 1.
    var confidences: [Double] {
      guard let best = readings.first?.score else { return [] }
      let weights = readings.map { exp(Self.steepness * ($0.score - best)) }
      // One that alone fits may still be nobody whom the article has named so far.
      let rest = exp(Self.steepness * (Self.nobody - best))
      let sum = weights.reduce(rest, +)
      return weights.map { ($0 / sum * 100).rounded(.down) / 100 }
    }

    /// How much a point of score tells, and the score of "somebody else"; both set by hand.
    private static let steepness = 1.0
    private static let nobody = 2.0
    /// A pronoun whose best reading is less likely stays open.
    static let leastConfidence = 0.6
  }

  struct Reading: Hashable, Sendable {
    let person: Person
    let score: Double
  }

  /// One place where somebody stands.
  private struct Occurrence {
    let person: Person
    let words: Range<Int>
    let sentence: Int
    let role: SyntacticRole
    let isQuoted: Bool
    var isSure = true
    var isPronoun = false
  }

  private let index: NameIndex
  private(set) var resolutions: [Int: Resolution] = [:]
  private var recent: [Occurrence] = []
  /// The person that each pronoun was taken for.
  private var taken: [Int: Person] = [:]
  /// What sure pronouns of a first reading say of people whose names do not tell.
  private var genders: [Person: NameEntity.Gender] = [:]
  private var votes: [Person: (male: Int, female: Int)] = [:]
  private var counts: [Person: Int] = [:]
  /// Who speaks the quotes after "Adler reports:".
  private var introducer: Person?

  /// - Parameter speakers: For tokens in quotes who says them, whom no "he" in a quote means.
  init(index: NameIndex, roles: RoleHolders, speakers: [Int: Person] = [:]) {
    self.index = index
    let phrases = PersonPhrases(index: index).found().map { phrase in
      (phrase, roles.entity(of: phrase).map(Person.named) ?? .described(phrase))
    }
    read(phrases, speakers)
    for (person, votes) in votes {
      if votes.male >= 2, votes.male > 3 * votes.female { genders[person] = .male }
      if votes.female >= 2, votes.female > 3 * votes.male { genders[person] = .female }
    }
    resolutions = [:]
    read(phrases, speakers)
    (recent, taken, counts, votes) = ([], [:], [:], [:])
    introducer = nil
  }

  /// What a pronoun means; nil for other words and where nobody fits.
  subscript(token: Int) -> Resolution? { resolutions[token] }

  // MARK: Reading

  private mutating func read(_ phrases: [(Range<Int>, Person)], _ speakers: [Int: Person]) {
    (recent, taken, counts, introducer) = ([], [:], [:], nil)
    var phrases = phrases[...]
    var mention = 0
    for (number, sentence) in index.text.sentences.enumerated() {
      if let first = sentence.tokens.first, !index.quoted[first],
        !index.text.tokens[first].mark.isQuote
      {
        introducer = nil
      }
      for token in sentence.tokens {
        while mention < index.mentions.count, index.mentions[mention].tokens.lowerBound <= token {
          note(index.mentions[mention])
          mention += 1
        }
        if let (words, person) = phrases.first, words.upperBound == token + 1 {
          phrases.removeFirst()
          note(person, words, sentence: number)
        }
        guard let gender = Self.gender(index.text.tokens[token].word) else { continue }
        resolve(token, gender, sentence: number, speaker: speakers[token])
      }
      if let last = sentence.tokens.last, index.text.tokens[last].mark == .colon {
        introducer = recent.last { $0.sentence == number && $0.role.isSubject }?.person
      }
    }
  }

  static func gender(_ word: Word) -> NameEntity.Gender? {
    switch word {
    case .he, .him, .his: .male
    case .she, .her: .female
    default: nil
    }
  }

  private mutating func note(_ mention: NameMention) {
    let known = index.entities[mention.entity]
    guard known.kind == .person || known.kind == .unknown && known.name.count > 1 else { return }
    guard !known.takesArticle, !known.nameKinds.isSuperset(of: [.people, .plural]),
      known.name.count > 1 || !known.nameKinds.contains(.people)
    else { return }
    note(.named(mention.entity), mention.tokens, sentence: mention.sentence)
  }

  private mutating func note(_ person: Person, _ words: Range<Int>, sentence: Int) {
    counts[person, default: 0] += 1
    recent.append(
      Occurrence(
        person: person, words: words, sentence: sentence, role: index.syntacticRole(of: words),
        isQuoted: index.quoted[words.lowerBound]))
    if recent.count > 2 * Self.width { recent.removeFirst(Self.width) }
  }

  /// So many places are looked back, so that a hostile sentence stays cheap.
  private static let width = 40
  /// The number of sentences looked back.
  private static let reach = 5
  /// How much likelier the first reading must be to be taken alone.
  private static let margin = 0.9
  /// A reading that scores less is a mere guess.
  private static let floor = 2.2

  private mutating func resolve(
    _ token: Int, _ gender: NameEntity.Gender, sentence: Int, speaker: Person?
  ) {
    let isQuoted = index.quoted[token]
    let role = index.syntacticRole(of: token..<token + 1)
    let subject = index.clauseSubject(ofObject: token).flatMap { place in
      taken[place] ?? recent.last { $0.words.contains(place) }?.person
    }
    let owner = role == .possessor ? index.clauseSubject(ofOwner: token) : nil
    let paragraph = index.text.sentences[sentence].paragraph
    var scores: [Person: (score: Double, isSure: Bool)] = [:]
    var isHere = false
    for occurrence in recent.suffix(Self.width).reversed() {
      let distance = sentence - occurrence.sentence
      if distance > Self.reach { break }
      guard agrees(occurrence.person, gender) else { continue }
      if isQuoted, let speaker = speaker ?? introducer, isSame(occurrence.person, speaker) {
        continue
      }
      if let subject, occurrence.person == subject { continue }
      var score = score(occurrence, distance: distance, to: role)
      // "Adler lost his job": what a subject's own clause says is its own.
      if let owner, occurrence.words.contains(owner) || taken[owner] == occurrence.person {
        score += 1
      }
      if occurrence.isQuoted != isQuoted { score -= isQuoted ? 0.3 : 2 }
      score += worth(occurrence.person, gender)
      if distance == 0, occurrence.role != .modifier, case .named = occurrence.person {
        isHere = true
      }
      if index.text.sentences[occurrence.sentence].paragraph != paragraph {
        score -= isHere ? 1.6 : 0.3
      }
      if score > scores[occurrence.person]?.score ?? -.infinity {
        scores[occurrence.person] = (score, occurrence.isSure)
      }
    }
    let ranked = scores.sorted { left, right in
      (left.value.score, order(left.key)) > (right.value.score, order(right.key))
    }
    guard let best = ranked.first else { return }
    let open = ranked.filter { $0.value.score > best.value.score - Self.margin }
    let isSure =
      open.count == 1 && best.value.isSure && best.value.score >= Self.floor
      && (!isQuoted || speaker != nil)
    resolutions[token] = Resolution(
      readings: ranked.map { Reading(person: $0.key, score: $0.value.score) }, isSure: isSure,
      open: open.map(\.key))
    taken[token] = best.key
    if isSure {
      votes[best.key, default: (0, 0)].male += gender == .male ? 1 : 0
      votes[best.key, default: (0, 0)].female += gender == .female ? 1 : 0
    }
    counts[best.key, default: 0] += 1
    recent.append(
      Occurrence(
        person: best.key, words: token..<token + 1, sentence: sentence, role: role,
        isQuoted: isQuoted, isSure: isSure, isPronoun: true))
  }

  /// Whether a candidate is who speaks; the words of a source may be more than those that describe it.
  private func isSame(_ person: Person, _ speaker: Person) -> Bool {
    if case .described(let words) = person, case .described(let source) = speaker {
      return words.overlaps(source)
    }
    return person == speaker
  }

  private func order(_ person: Person) -> Int {
    switch person {
    case .named(let entity): entity
    case .described(let words): -1 - words.lowerBound
    }
  }

  private func agrees(_ person: Person, _ gender: NameEntity.Gender) -> Bool {
    let known =
      switch person {
      case .named(let entity): index.entities[entity].gender
      case .described(let words): NameEntity.Gender(index.kinds[words.upperBound - 1])
      }
    return gender.agrees(with: known == .unknown ? genders[person] ?? .unknown : known)
  }

  // MARK: Scores

  private func score(
    _ occurrence: Occurrence, distance: Int, to role: SyntacticRole
  ) -> Double {
    var score =
      switch distance {
      case 0: 3.0
      case 1: 2.4
      default: 2.1 - 0.6 * Double(distance - 1)
      }
    switch occurrence.role {
    case .mainSubject:
      score += 1.3
      if distance == 1, role.isSubject { score += 0.4 }
    case .innerSubject: score += 0.6
    case .possessor: score -= 0.1
    case .modifier: score -= 1
    case .other: break
    }
    return score
  }

  /// What speaks for somebody wherever the name stands.
  private func worth(_ person: Person, _ gender: NameEntity.Gender) -> Double {
    var worth = 0.08 * Double(min(counts[person] ?? 0, 10))
    switch person {
    case .named(let entity):
      let known = index.entities[entity]
      if known.gender == gender { worth += 0.5 }
      // Nothing says that it is a person at all.
      if known.kind == .unknown { worth -= 1.5 }
    case .described(let words):
      worth -= 0.6
      if NameEntity.Gender(index.kinds[words.upperBound - 1]) == gender { worth += 0.5 }
    }
    return worth
  }
}
