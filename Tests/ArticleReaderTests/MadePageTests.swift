import ArticleReader
import ClaimModel
import Testing

/// 200 pages that vary structure, classes and metadata; `Docs/quality.md` has the figures.
@Suite("Made pages")
struct MadePageTests {
  private struct Shares {
    var titles = 0
    var days = 0
    var authors = 0
    var paragraphs = (right: 0, all: 0)
    var surroundings = (kept: 0, all: 0)
    var wrong: [String] = []
  }

  private static let pages: UInt64 = 200

  private func shares(seeds: Range<UInt64>) throws -> Shares {
    let reader = ArticleReader()
    var shares = Shares()
    for seed in seeds {
      let page = MadePage(seed: seed)
      let article = try reader.read(Array(page.html.utf8), path: "page.html").article
      let metadata = article.metadata
      let body = article.blocks.filter { $0.role.holdsClaims }.compactMap {
        article.text.utf8Substring($0.span).map(String.init)
      }
      if metadata.title == page.title {
        shares.titles += 1
      } else {
        shares.wrong.append("\(seed) title")
      }
      if metadata.published?.day.description == page.day {
        shares.days += 1
      } else {
        shares.wrong.append("\(seed) day \(page.day) \(metadata.published?.description ?? "none")")
      }
      if metadata.byline == page.authors.joined(separator: ", ") {
        shares.authors += 1
      } else {
        shares.wrong.append("\(seed) authors \(page.authors) \(metadata.byline ?? "none")")
      }
      let right = page.paragraphs.count { body.contains($0) }
      shares.paragraphs.right += right
      shares.paragraphs.all += page.paragraphs.count
      if right < page.paragraphs.count {
        shares.wrong.append("\(seed) paragraphs \(right) of \(page.paragraphs.count)")
      }
      let text = body.joined(separator: "\n")
      shares.surroundings.kept += page.surroundings.count { text.contains($0) }
      shares.surroundings.all += page.surroundings.count
    }
    return shares
  }

  @Test("reads 99 % of titles, days, authors and paragraphs as they were made")
  func made() throws {
    let shares = try shares(seeds: 0..<Self.pages)
    let least = Int(Self.pages) * 99 / 100
    #expect(shares.titles >= least, "\(shares.wrong)")
    #expect(shares.days >= least, "\(shares.wrong)")
    #expect(shares.authors >= least, "\(shares.wrong)")
    #expect(shares.paragraphs.right * 100 >= shares.paragraphs.all * 99, "\(shares.wrong)")
    #expect(
      shares.surroundings.kept * 100 <= shares.surroundings.all,
      "\(shares.surroundings.kept) of \(shares.surroundings.all) lines of the surroundings are in the body"
    )
  }

  @Test("makes the same page from the same seed")
  func seeded() {
    #expect(MadePage(seed: 7).html == MadePage(seed: 7).html)
    #expect(MadePage(seed: 7).html != MadePage(seed: 8).html)
  }
}
