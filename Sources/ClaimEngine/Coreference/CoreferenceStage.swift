import ClaimModel

/// Says for every pronoun whom or what it stands for, once it is known who speaks.
struct CoreferenceStage: Stage {
  func annotate(_ document: inout Document) {
    let index = NameIndex(document)
    let voices = Voices(of: document, index)
    var coreference = Coreference(speakers: voices.speakers)
    coreference.people =
      PersonPronouns(
        index: index, roles: RoleHolders(index: index), speakers: voices.speakers
      ).resolutions
    let things = ThingPronouns(index: index)
    for token in document.tokens.indices {
      switch document.tokens[token].word {
      case .it where Expletive.isExpletive(token, in: document.tokens): break
      case .it, .its, .they, .their:
        let readings = things.readings(of: token, in: voices.setting(of: token))
        if !readings.isEmpty { coreference.things[token] = readings }
      default: break
      }
    }
    document.coreference = coreference
  }
}

/// Who says each token, and in which content it is said.
private struct Voices {
  /// Who speaks each quoted token, the innermost source where quotes lie in quotes.
  private(set) var speakers: [Int: PersonPronouns.Person] = [:]
  /// For each reported token its innermost content.
  private var settings: [Int: Int] = [:]
  private var contents: [ThingPronouns.Setting] = []

  /// Contents of more tokens are read so far only, so that quotes in quotes without end stay cheap.
  private static let longest = 2000

  init(of document: Document, _ index: NameIndex) {
    var entities: [String: Int] = [:]
    for entity in index.entities.indices.reversed() { entities[index.name(of: entity)] = entity }
    let ordered = document.attributions.sorted { size($0) > size($1) }
    for attribution in ordered {
      let speaker = attribution.source.map { source in
        entities[source.name].map(PersonPronouns.Person.named)
          ?? .described(source.spans.first.flatMap { document.tokens(under: $0) } ?? 0..<0)
      }
      for span in attribution.content {
        let first = document.firstToken(from: span.start)
        let last = max(first, document.firstToken(from: span.end))
        contents.append(ThingPronouns.Setting(content: first..<last, source: attribution.source))
        for token in first..<min(last, first + Self.longest) {
          settings[token] = contents.count - 1
          if let speaker, index.quoted[token] { speakers[token] = speaker }
        }
      }
    }
  }

  /// How a token is said: by the source of its innermost content; in the journalist's voice without one.
  func setting(of token: Int) -> ThingPronouns.Setting {
    settings[token].map { contents[$0] } ?? ThingPronouns.Setting()
  }
}

/// The bytes of an attribution's content.
private func size(_ attribution: Attribution) -> Int {
  attribution.content.reduce(0) { $0 + $1.length }
}
