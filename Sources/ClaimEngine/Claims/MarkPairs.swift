/// Keeps the two marks of a quote or bracket together: a claim has both or, where it can, neither.
struct MarkPairs {
  let tokens: [Token]
  let sentence: Range<Int>
  let quotes: Quotations

  /// The ranges of a claim with marks taken in or left out at their ends.
  func kept(in ranges: [Range<Int>]) -> [Range<Int>] {
    var ranges = ranges
    for (opening, closing) in pairs(in: ranges) {
      let opened = ranges.firstIndex { $0.contains(opening) }
      let closed = ranges.firstIndex { $0.contains(closing) }
      if let opened, closed == nil {
        if let last = ranges.lastIndex(where: {
          opening < $0.upperBound && $0.upperBound <= closing
        }),
          sentence.contains(closing), isOnlyMarks(ranges[last].upperBound..<closing)
        {
          ranges[last] = ranges[last].lowerBound..<closing + 1
        } else if ranges[opened].lowerBound == opening {
          ranges[opened].removeFirst()
        }
      } else if let closed, opened == nil {
        if let first = ranges.firstIndex(where: {
          opening < $0.lowerBound && $0.lowerBound <= closing
        }),
          sentence.contains(opening), isOnlyMarks(opening + 1..<ranges[first].lowerBound)
        {
          ranges[first] = opening..<ranges[first].upperBound
        } else if ranges[closed].upperBound == closing + 1 {
          ranges[closed].removeLast()
        }
      }
    }
    return ranges.filter { !$0.isEmpty }
  }

  /// The marks of the quotes and brackets that a claim has a mark of.
  private func pairs(in ranges: [Range<Int>]) -> [(opening: Int, closing: Int)] {
    let inside = ranges.joined()
    var pairs: [(opening: Int, closing: Int)] = []
    for token in inside where tokens[token].mark.isQuote {
      for place in [token - 1, token + 1] {
        guard let index = quotes.quotation(at: place), quotes.all[index].isClosed else {
          continue
        }
        let quoted = quotes.all[index].tokens
        let pair = (opening: quoted.lowerBound - 1, closing: quoted.upperBound)
        if pair.opening == token || pair.closing == token { pairs.append(pair) }
      }
    }
    var open: [Int] = []
    for token in sentence {
      if tokens[token].mark == .openBracket { open.append(token) }
      if tokens[token].mark == .closeBracket, let opening = open.popLast() {
        if ranges.contains(where: { $0.contains(opening) || $0.contains(token) }) {
          pairs.append((opening, token))
        }
      }
    }
    return pairs
  }

  private func isOnlyMarks(_ range: Range<Int>) -> Bool {
    tokens[range].allSatisfy(\.isPunctuation)
  }
}
