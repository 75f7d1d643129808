/// Who says what, by which words: *source – cue – content*.
package struct Attribution: Hashable, Codable, Sendable {
  package let id: AttributionID
  /// The attribution in whose content this one lies; nil for an outermost one.
  package let parent: AttributionID?
  package let mode: Mode
  /// Nil where the text names nobody ("a curfew was announced").
  package let source: Source?
  package let cue: [TextSpan]
  package let content: [TextSpan]

  package init(
    id: AttributionID, parent: AttributionID? = nil, mode: Mode, source: Source?,
    cue: [TextSpan], content: [TextSpan]
  ) {
    self.id = id
    self.parent = parent
    self.mode = mode
    self.source = source
    self.cue = cue
    self.content = content
  }

  /// How the content is given: in quote marks, in other words, or partly in quote marks.
  package enum Mode: String, CaseIterable, Codable, Sendable {
    case direct, indirect, mixed
  }

  /// The one who is said to say it.
  package struct Source: Hashable, Codable, Sendable {
    package let spans: [TextSpan]
    /// The fullest form of the name that the article gives ("He" is "Kong Quan").
    package let name: String
    package let type: SourceType

    package init(spans: [TextSpan], name: String, type: SourceType) {
      self.spans = spans
      self.name = name
      self.type = type
    }
  }
}

/// The number of an attribution in its article, from 1 in reading order; written `a1`.
package struct AttributionID: RawRepresentable, Hashable, Codable, Sendable {
  package let rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }
}

/// What kind of source speaks.
package enum SourceType: String, CaseIterable, Codable, Sendable {
  case namedPerson = "named-person"
  case officialRole = "official-role"
  case government, organization
  case newsMedia = "news-media"
  case document
  case dataOrStudy = "data-or-study"
  case socialPost = "social-post"
  case expert, witness, anonymous
  case vagueCollective = "vague-collective"
  case journalistVoice = "journalist-voice"
  case unknown
}
