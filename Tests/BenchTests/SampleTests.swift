import ClaimModel
import Testing

@testable import assay_bench

@Suite struct SampleTests {
  @Test("an article has about 700 words, and is the same for the same number")
  func articles() throws {
    #expect((650...780).contains(NewsArticle(0).words))
    #expect(NewsArticle(3).text == NewsArticle(3).text)
    #expect(NewsArticle(3).text != NewsArticle(4).text)
    #expect(!NewsArticle(3).text.contains("{"))
    #expect(try NewsArticle(0).read().blocks.contains { $0.role == .body })
  }

  @Test("the claims of a stored article are words of it")
  func claims() {
    let (article, analysis) = SampleStore.article(5)
    #expect(analysis.claims.count == SampleStore.claimsPerSession)
    #expect(
      analysis.claims.allSatisfy {
        article.words(of: $0.spans).contains(SampleStore.everyWord)
          && $0.sentence.contains($0.spans[0])
      })
    for attribution in analysis.attributions {
      #expect(article.words(of: attribution.cue) == "said")
      #expect(article.words(of: attribution.source?.spans ?? []) == attribution.source?.name)
    }
  }
}
