import ClaimEngine
import ClaimModel

/// How many sentences have just the right span, each paragraph cut by itself.
struct SentenceScore: CustomStringConvertible {
  private var gold = 0
  private var found = 0
  private var right = 0
  /// The same of the places where a sentence begins inside of a paragraph.
  private var innerGold = 0
  private var innerFound = 0
  private var innerRight = 0

  init(_ paragraphs: [GoldParagraph], cutBy analyser: TextAnalyser) {
    for paragraph in paragraphs {
      let spans = analyser.document(ofBlock: paragraph.text.bytes).sentences.map(\.span)
      gold += paragraph.spans.count
      found += spans.count
      right += Set(spans).intersection(paragraph.spans).count
      let starts = Set(spans.dropFirst().map(\.start))
      innerGold += paragraph.spans.count - 1
      innerFound += starts.count
      innerRight += starts.intersection(paragraph.spans.dropFirst().map(\.start)).count
    }
  }

  var description: String {
    func f1(_ right: Int, _ found: Int, _ gold: Int) -> Double {
      (2000 * Double(right) / Double(max(found + gold, 1))).rounded() / 10
    }
    return "F1 \(f1(right, found, gold)), inner \(f1(innerRight, innerFound, innerGold))"
  }
}
