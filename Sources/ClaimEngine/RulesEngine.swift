package import ClaimModel

package enum Grain: String, Sendable { case clause, fine }
package struct RulesEngine: Sendable {
  package init() {}
  package func analyse(_ article: Article, grain: Grain = .clause) -> Analysis {
    let text = TextAnalyser().tokenizedText(of: article)
    return Analysis(
      engine: "rules/1", sentences: text.sentences.map(\.span),
      claims: text.sentences.enumerated().map {
        Claim(id: ClaimID(rawValue: $0 + 1), spans: [$1.span], sentence: $1.span, block: $1.block)
      })
  }
}
