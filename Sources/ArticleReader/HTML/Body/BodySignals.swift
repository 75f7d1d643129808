/// The signals and thresholds that choose an article's body on a page.
///
/// They give a body by hand-set rules, which is one of the signals of `BlockScorer` and stands in for it where a page is short.
///
/// What each is worth was measured on 181 news and blog pages: the figures are the F1 of the body's
/// 4-word shingles lost without it, in points of a hundred, from 98.3. `Docs/quality.md` names the set.
package struct BodySignals: Sendable {
  // MARK: What stands outside

  /// Whether classes, ids and roles are asked (2.2).
  package var usesNames = true
  /// Whether `nav`, `footer`, `aside`, `form` and the like are outside (0.1 beside the names).
  package var usesAsideTags = true
  /// An element that holds more than this share of the page's prose is no part of its surroundings,
  /// whatever its name (0.3).
  package var largestOutside = 0.5
  /// The same for comments and consent dialogs, which may outweigh a short article (0.8 against
  /// none being so).
  package var largestForeign = 0.9
  /// The same for `nav` and `footer`, where a short article stands above a long notice.
  package var largestEdge = 0.9
  /// A table with more words of prose, or with half of the page's, lays out the page (0.1).
  package var proseOfLayout = 100

  // MARK: What prose is

  /// A paragraph with a larger share of its text in links is no prose (0.1).
  package var linkShare = 0.5
  /// A paragraph with a larger share than this is a link, however long (0.1).
  package var linkShareOfLinks = 0.9
  /// Words from which a paragraph that ends like a sentence is prose.
  package var wordsOfSentence = 4
  /// Words from which any other is.
  package var wordsOfProse = 12

  // MARK: Where the body is

  /// How much of a paragraph's words counts for its container's container, and so on for three
  /// levels; an `article` element keeps them (0.1, and 0.6 for the `article`).
  package var decay = 0.5
  /// What a paragraph in a list counts (0.5).
  package var listFactor = 0.5
  /// Factor on the score of an element that is called the article's body (0.1).
  package var bodyNameFactor = 1.5
  /// The parent is taken when it holds more prose of the same kind by this factor (0.4).
  package var climb = 1.25
  /// The same for paragraphs with the very class of the container's (0.1).
  package var climbByName = 1.02
  /// How many parents are looked at.
  package var highestClimb = 30

  // MARK: What of it is kept

  /// A list with a larger share of its text in links is a list of links.
  package var linkShareOfList = 0.4
  /// Words outside links from which an item of such a list is kept.
  package var wordsOfItem = 8
  /// A short text with a picture in its element describes it, up to so many words (0.1).
  package var wordsBesideImage = 25
  /// A result of fewer bytes is too short to be an article: names are not asked again, then tags.
  package var shortest = 400
  /// The new result must be longer by this factor.
  package var relaxedGain = 2.0

  // MARK: What the scorer of blocks decides
  // Measured by folds of sites (`Docs/model-card-pages.md`).

  /// A page of more blocks is left to the signals above: each takes half a kilobyte to score.
  package var mostUnits = 20_000
  /// Log odds above which a block belongs to the article.
  package var leastScore = 0.0
  /// The same for a block that the signals above keep: a probability of 0.2.
  package var leastScoreOfKept = -1.386
  /// The same for the heading of a kept paragraph, and for what the signals above keep on a small
  /// page: a probability of 0.05 (0.2 on pages of other sites).
  package var leastScoreOfSlight = -3.0
  /// The same for what the signals above leave out on a small page, or in a `footer`, `nav` or `aside`: a
  /// probability of 0.95 (0 on pages of other sites).
  package var leastScoreOutside = 3.0
  /// A table or list of which this share is kept is kept whole.
  package var shareOfGroup = 0.4
  /// A page of fewer words is small: the scorer has seen too few of them to overrule the signals above.
  package var wordsOfSmallPage = 300
  /// Up to so many words before the body proper are its standfirst.
  package var wordsOfStandfirst = 80

  package init() {}
  package static let standard = BodySignals()
}
