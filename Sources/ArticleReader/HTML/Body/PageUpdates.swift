import ClaimModel

/// The parts of a page that say when they appeared: the updates of a live page.
///
/// An update is the largest element that holds one moment (`time` with a date) and no other. Where the moments stand
/// beside each other in one element, it reaches from one to the next; so it does from each line that is a day and a
/// time, and from each headline of which the page's data say when it appeared. Two of them with words of the body
/// make a live page. The moments of an article's head hold no paragraph.
struct PageUpdates {
  /// For each update, its units and its moment, in the page's order.
  private(set) var updates: [(units: Range<Int>, moment: PublicationDate)] = []
  /// The units of updates that say when and nothing else.
  private(set) var stamps: Set<Int> = []

  /// A page with more moments is an archive.
  private static let mostMoments = 2000
  private static let leastWords = 4
  /// How many elements around a moment are looked at.
  private static let highestClimb = 64
  /// A moment stands among so many units at either end of its update.
  private static let reachOfStamp = 3
  private static let wordsOfStamp = 8

  private let page: Page
  private let body: Range<Int>
  /// Words of the article before each unit.
  private var wordSums: [Int]

  /// - Parameter linked: The updates that the page's data list.
  init(_ page: Page, _ choice: BodyChoice, _ linked: [LinkedData.Update]) {
    self.page = page
    body = choice.body ?? 0..<0
    wordSums = [Int](repeating: 0, count: page.units.count + 1)
    guard !body.isEmpty else { return }
    for unit in choice.units { wordSums[unit + 1] = page.units[unit].words }
    for unit in page.units.indices { wordSums[unit + 1] += wordSums[unit] }
    let (found, loose) = elements()
    updates = found.count > 1 ? found : loose
    if updates.isEmpty { updates = parts(shownStarts(), within: body) }
    if updates.isEmpty { updates = parts(linkedStarts(linked), within: body) }
    for update in updates {
      let ends =
        update.units.prefix(Self.reachOfStamp) + update.units.suffix(Self.reachOfStamp)
      stamps.formUnion(ends.filter(isStamp))
    }
  }

  private func words(_ units: Range<Int>) -> Int {
    wordSums[units.upperBound] - wordSums[units.lowerBound]
  }

  // MARK: - Elements with a moment

  /// The largest elements with one moment, and the parts between moments that have no such element.
  private func elements() -> (
    found: [(units: Range<Int>, moment: PublicationDate)],
    loose: [(units: Range<Int>, moment: PublicationDate)]
  ) {
    let tree = page.tree
    let reach = (body.lowerBound - 3)..<(body.upperBound + 1)
    let moments = tree.nodes.indices.filter {
      tree.nodes[$0].tag == .time && reach.contains(page.units(under: $0).lowerBound)
        && Self.moment($0, tree) != nil
    }
    guard 2...Self.mostMoments ~= moments.count else { return ([], []) }
    var sums: [Int32] = [0]
    sums.reserveCapacity(tree.nodes.count + 1)
    var next = 0
    for node in tree.nodes.indices {
      let isMoment = next < moments.count && moments[next] == node
      if isMoment { next += 1 }
      sums.append((sums.last ?? 0) + (isMoment ? 1 : 0))
    }
    var found: [(units: Range<Int>, moment: PublicationDate)] = []
    var starts: [Int: [(unit: Int, moment: PublicationDate)]] = [:]
    for node in moments {
      guard let moment = Self.moment(node, tree) else { continue }
      var element = node
      for _ in 0..<Self.highestClimb {
        guard let parent = tree.parent(of: element),
          sums[tree.subtree(parent).upperBound] - sums[parent] == 1
        else { break }
        element = parent
      }
      let units = page.units(under: element)
      if words(units) >= Self.leastWords { found.append((units, moment)) }
      if let parent = tree.parent(of: element) {
        starts[parent, default: []].append((units.lowerBound, moment))
      }
    }
    let most = starts.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    let loose = most.map { parts($0.value, within: page.units(under: $0.key)) } ?? []
    return (found, loose)
  }

  private static func moment(_ node: Int, _ tree: HTMLTree) -> PublicationDate? {
    let value =
      tree.value(.datetime, of: node) ?? Array(MetaTags.line(tree.characters(under: node)).utf8)
    guard value.count <= 100 else { return nil }
    let text = String(decoding: value, as: UTF8.self)
    return PublicationDate(text) ?? WrittenDates(text).publication
  }

  // MARK: - From one start to the next

  /// The parts that start at some units, each up to the next; a heading right above belongs to what it heads.
  private func parts(
    _ starts: [(unit: Int, moment: PublicationDate)], within range: Range<Int>
  ) -> [(units: Range<Int>, moment: PublicationDate)] {
    let reach = range.clamped(to: body)
    let places = starts.filter { reach.contains($0.unit) }.map { start in
      let (above, below) = (start.unit - 1, start.unit + 1)
      let isHeaded =
        reach.contains(above) && isHeading(above) && !(reach.contains(below) && isHeading(below))
        && !isHeading(start.unit)
      let isStamped = reach.contains(above) && isHeading(start.unit) && isStamp(above)
      return (unit: isHeaded || isStamped ? above : start.unit, moment: start.moment)
    }
    guard 2...Self.mostMoments ~= places.count else { return [] }
    var parts: [(units: Range<Int>, moment: PublicationDate)] = []
    for (index, place) in places.enumerated() {
      let end = index + 1 < places.count ? places[index + 1].unit : reach.upperBound
      guard place.unit < end, words(place.unit..<end) >= Self.leastWords else { continue }
      parts.append((place.unit..<end, place.moment))
    }
    return parts.count > 1 ? parts : []
  }

  private func isHeading(_ unit: Int) -> Bool { page.context(of: unit).contains(.heading) }

  /// The lines of the body that are a day with its time and nothing else.
  private func shownStarts() -> [(unit: Int, moment: PublicationDate)] {
    body.compactMap { unit in
      guard isStamp(unit), let moment = WrittenDates(page.bytes(of: unit)).publication,
        moment.minuteOfDay != nil
      else { return nil }
      return (unit, moment)
    }
  }

  /// The units that are headlines, or first words, of what the page's data list.
  private func linkedStarts(
    _ linked: [LinkedData.Update]
  ) -> [(unit: Int, moment: PublicationDate)] {
    guard linked.count > 1 else { return [] }
    var moments: [String: PublicationDate] = [:]
    for update in linked {
      guard let moment = PublicationDate(update.published) else { continue }
      for text in [update.headline, update.start] {
        if let text, text.utf8.count >= Self.leastBytes { moments[Self.key(text)] = moment }
      }
    }
    guard !moments.isEmpty else { return [] }
    var starts: [(unit: Int, moment: PublicationDate)] = []
    for unit in body {
      guard
        let moment = moments[
          Self.key(String(decoding: page.bytes(of: unit).prefix(400), as: UTF8.self))]
      else { continue }
      // The first words under the headline that has said so already.
      if let last = starts.last, last.moment == moment { continue }
      starts.append((unit, moment))
    }
    return starts
  }

  private static let leastBytes = 6
  private static let lettersOfKey = 40

  /// The first letters of a headline or text.
  private static func key(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber }.prefix(lettersOfKey))
  }

  // MARK: - Stamps

  /// Whether a unit is a day, a time or both, and nothing else.
  private func isStamp(_ unit: Int) -> Bool {
    let bytes = page.bytes(of: unit)
    guard page.units[unit].words <= Self.wordsOfStamp, bytes.count <= 80,
      bytes.contains(where: \.isASCIIDigit)
    else { return false }
    let dates = WrittenDates(bytes, order: .dayFirst)
    return dates.otherWords.isEmpty
      && (!dates.matches.isEmpty || bytes.contains { ":.".utf8.contains($0) })
  }
}
