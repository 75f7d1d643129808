// swift-format-ignore-file: NeverForceUnwrap

import ClaimModel
import Fingerprint
import Workbench

/// An article whose claims are drawn into its text: `⟦1:words⟧`, a claim of several spans with its
/// number again.
struct DrawnClaims {
  let article: Article
  let claims: [Claim]
  let attributions: [Attribution]

  init(article: Article, claims: [Claim], attributions: [Attribution] = []) {
    self.article = article
    self.claims = claims
    self.attributions = attributions
  }

  /// Every line is a block of the body and one sentence.
  init(_ drawn: String) {
    var plain = ""
    var open: (id: Int, start: Int)?
    var spans: [Int: [TextSpan]] = [:]
    var rest = drawn[...]
    while let character = rest.popFirst() {
      switch character {
      case "⟦":
        let digits = rest.prefix { $0 != ":" }
        rest = rest.dropFirst(digits.count + 1)
        open = (Int(digits)!, plain.utf8.count)
      case "⟧":
        spans[open!.id, default: []].append(TextSpan(open!.start, plain.utf8.count))
        open = nil
      default: plain.append(character)
      }
    }
    var lines: [TextSpan] = []
    var position = 0
    for line in plain.split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.isEmpty { lines.append(TextSpan(position, position + line.utf8.count)) }
      position += line.utf8.count + 1
    }
    article = Article(
      id: ArticleID(of: plain), text: plain, blocks: lines.map { Block(role: .body, span: $0) },
      metadata: Article.Metadata(title: "A drawn article"))
    attributions = []
    claims = spans.sorted { $0.key < $1.key }.map { id, spans in
      let block = lines.firstIndex { $0.contains(spans[0]) }!
      return Claim(
        id: ClaimID(rawValue: id), spans: spans, sentence: lines[block], block: block)
    }
  }

  /// The same with sources for some claims, each with an attribution of its own.
  func said(by sources: [Int: (name: String, type: SourceType)]) -> DrawnClaims {
    var attributions: [Attribution] = []
    let claims = claims.map { claim in
      guard let source = sources[claim.id.rawValue] else { return claim }
      var claim = claim
      let id = AttributionID(rawValue: attributions.count + 1)
      attributions.append(
        Attribution(
          id: id, mode: .indirect,
          source: .init(spans: [], name: source.name, type: source.type), cue: [],
          content: claim.spans))
      claim.attributions = [id]
      return claim
    }
    return DrawnClaims(article: article, claims: claims, attributions: attributions)
  }

  var analysis: Analysis {
    Analysis(
      engine: "drawn/1", sentences: article.blocks.map(\.span), attributions: attributions,
      claims: claims)
  }

  var editor: ClaimEditor { ClaimEditor(article: article, analysis: analysis) }

  /// The text with spans drawn into it, without numbers.
  static func drawing(_ spans: [TextSpan], in text: String) -> String {
    var bytes = Array(text.utf8)
    for span in spans.sorted().reversed() {
      bytes.insert(contentsOf: Array("⟧".utf8), at: span.end)
      bytes.insert(contentsOf: Array("⟦".utf8), at: span.start)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
