/// What an engine found in one article: proposals, until an annotator has judged them.
package struct Analysis: Hashable, Codable, Sendable {
  /// Which engine found it, with its version: `rules/1`.
  package var engine: String
  /// In reading order; together they cover every byte of the body that is not white space.
  package var sentences: [TextSpan]
  package var attributions: [Attribution]
  /// In reading order of their first span, numbered from 1; where claims of an earlier text were carried
  /// over, only those that are new, numbered on from them.
  package var claims: [Claim]
  package var times: [TimeExpression]
  /// Whom and what the article names; not part of the coded form, which the journal keeps.
  package var entities: [Entity] = []
  /// Pronouns and short names in reading order; not part of the coded form either.
  package var mentions: [Mention] = []

  private enum CodingKeys: String, CodingKey {
    case engine, sentences, attributions, claims, times
  }

  package init(
    engine: String, sentences: [TextSpan] = [], attributions: [Attribution] = [],
    claims: [Claim] = [], times: [TimeExpression] = [], entities: [Entity] = [],
    mentions: [Mention] = []
  ) {
    self.entities = entities
    self.mentions = mentions
    self.engine = engine
    self.sentences = sentences
    self.attributions = attributions
    self.claims = claims
    self.times = times
  }

  package func attribution(_ id: AttributionID) -> Attribution? {
    if let guess = attributions.indices.contains(id.rawValue - 1)
      ? attributions[id.rawValue - 1] : nil, guess.id == id
    {
      return guess
    }
    return attributions.first { $0.id == id }
  }
}
