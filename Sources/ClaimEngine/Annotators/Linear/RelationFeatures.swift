/// The templates by which a word of a finished tree gets its relation to its head.
///
/// Words are read in order, so that the relations of what hangs on the same head before a word are known, and of what
/// hangs on the word itself before it.
package enum RelationFeatures {
  package static let count = 40

  /// The tree so far.
  package struct Place {
    let words: ParserWords
    let heads: [Int32]
    /// By head: the last word that hung on it and was given a relation, -1 where there is none.
    private var latest: [Int32]
    private var first: [Int32]
    private var last: [Int32]
    package private(set) var relations: [Relation]

    package init(_ words: ParserWords, heads: [Int32]) {
      self.words = words
      self.heads = heads
      latest = [Int32](repeating: -1, count: heads.count)
      first = latest
      last = latest
      relations = [Relation](repeating: .other, count: heads.count)
      for (word, head) in heads.enumerated() where head >= 0 {
        if first[Int(head)] < 0 { first[Int(head)] = Int32(word) }
        last[Int(head)] = Int32(word)
      }
    }

    package mutating func give(_ relation: Relation, to word: Int) {
      relations[word] = relation
      if heads[word] >= 0 { latest[Int(heads[word])] = Int32(word) }
    }

    fileprivate func relation(_ word: Int32) -> UInt32 {
      word < 0 ? 200 : UInt32(relations[Int(word)].rawValue)
    }
    fileprivate func latest(under head: Int32) -> Int32 { head < 0 ? -1 : latest[Int(head)] }
    fileprivate func first(under word: Int32) -> Int32 { word < 0 ? -1 : first[Int(word)] }
    fileprivate func last(under word: Int32) -> Int32 { word < 0 ? -1 : last[Int(word)] }
  }

  package static func write(
    _ place: Place, _ index: Int, into keys: UnsafeMutablePointer<UInt32>
  ) {
    var hash = FeatureHash()
    func put(
      _ first: UInt32, _ second: UInt32 = 0x9E37, _ third: UInt32 = 0x79B9,
      _ fourth: UInt32 = 0x51ED
    ) { hash.put(first, second, third, fourth, into: keys) }
    let words = place.words
    let word = Int32(index)
    let head = place.heads[index]
    let end = Int32(words.count)
    let (dw, dt) = (words.word(word), words.tag(word))
    let (hw, ht) = (words.word(head), words.tag(head))
    let above = head < 0 ? -1 : place.heads[Int(head)]
    let side = (head < word ? 8 : 0) | MoveFeatures.distance(head, word)
    let direction: UInt32 = head < 0 ? 2 : head < word ? 1 : 0
    let sibling = place.latest(under: head)
    let before = place.relation(sibling)
    let (first, last) = (place.first(under: word), place.last(under: word))
    let (fw, ft) = (words.word(first), words.tag(first))
    let inner = place.relation(place.latest(under: word))
    let previous = word > 0 ? word - 1 : -1
    let next = word + 1 < end ? word + 1 : -1
    let (headFirst, headLast) = (place.first(under: head), place.last(under: head))

    put(dw)
    put(dt, ht, direction)
    put(dw, ht, direction)
    put(dt, hw, direction)
    put(dw, hw, direction)
    put(dw, dt)
    put(hw, ht, direction)
    put(dt, ht, side)
    put(dt, ht, direction, before)
    put(dt, hw, direction, before)
    put(dw, direction, before)
    put(dt, ft, ht, direction)
    put(dt, fw, ht, direction)
    put(dt, fw, hw)
    put(dw, fw)
    put(fw, ht, direction)
    put(dt, words.tag(last), ht, direction)
    put(dt, words.word(last), direction)
    put(dt, inner, ht, direction)
    put(dt, inner, hw)
    put(dt, words.tag(previous), words.tag(next), direction)
    put(words.word(previous), dt, direction)
    put(words.word(next), dt, direction)
    put(dt, words.tag(previous), ht, direction)
    put(dt, words.tag(next), ht, direction)
    put(dt, ht, words.tag(above), direction)
    put(dt, ht, words.word(above), direction)
    put(dt, ht, direction, words.word(headFirst))
    put(dt, ht, direction, words.tag(headFirst))
    put(dt, ht, direction, words.tag(headLast))
    put(dt, hw, words.word(headFirst))
    put(words.suffixes[index], dt, ht, direction)
    put(head < 0 ? 0 : words.suffixes[Int(head)], dt, direction)
    put(dt, ht, direction, words.tag(sibling))
    put(before, words.tag(sibling), dt, direction)
    put(dt, ft, inner, before)
    put(first >= 0 ? words.tag(first - 1) : 0, dt, ht, direction)
    put(dt, head < 0 ? 0 : words.tag(head + 1 < end ? head + 1 : -1), ht, direction)
    put(dt, head < 1 ? 0 : words.tag(head - 1), ht, direction)
    put(dt, ht, first == word - 1 ? 1 : 0, inner)
    assert(hash.count == count)
  }
}
