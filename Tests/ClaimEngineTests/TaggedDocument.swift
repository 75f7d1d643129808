import ClaimModel

@testable import ClaimEngine

extension Document {
  /// An article's tokens, sentences and tags.
  static func tagged(_ article: Article) -> Document {
    Document(article).annotated(by: TextAnalyser(), Tagger())
  }

  /// The same with the linear parser's tree.
  static func parsed(_ article: Article) -> Document {
    var document = tagged(article)
    document.tree = DependencyParser().parse(document)
    return document
  }
}
