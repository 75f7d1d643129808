import ClaimModel

@testable import ClaimEngine

extension Document {
  /// An article's tokens, sentences and tags.
  static func tagged(_ article: Article) -> Document {
    Document(article).annotated(by: TextAnalyser(), Tagger())
  }
}
