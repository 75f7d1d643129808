package import ClaimModel

// Which bytes, tokens and sentences belong together. All searches halve, so that each takes O(log n).
extension Document {
  // MARK: - Tokens to bytes

  /// The bytes from the first to the last token of a range.
  package func span(of range: Range<Int>) -> TextSpan {
    guard let first = range.first, let last = range.last else { return TextSpan(0, 0) }
    return TextSpan(Int(tokens[first].start), Int(tokens[last].end))
  }

  package func bytes(of token: Token) -> ArraySlice<UInt8> {
    bytes[Int(token.start)..<Int(token.end)]
  }

  package func string(of token: Token) -> String {
    String(decoding: bytes(of: token), as: UTF8.self)
  }

  package func string(of span: TextSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  // MARK: - Bytes to tokens

  /// The first token that begins at or after an offset.
  func firstToken(from offset: Int) -> Int {
    tokens.partitioningIndex(where: { Int($0.start) >= offset })
  }

  /// The tokens that a span covers wholly or in part; nil where there are none.
  func tokens(under span: TextSpan) -> Range<Int>? {
    func firstToken(endingAfter offset: Int) -> Int {
      tokens.partitioningIndex(where: { Int($0.end) > offset })
    }
    let first = firstToken(endingAfter: span.start)
    var last = firstToken(endingAfter: max(span.end - 1, span.start))
    if last < tokens.count, Int(tokens[last].start) < span.end { last += 1 }
    return first < last ? first..<last : nil
  }

  /// The indices of the tokens that begin in some spans, in reading order.
  func tokens(in spans: [TextSpan]) -> [Int] {
    var found: [Int] = []
    for span in spans.sorted() {
      var index = firstToken(from: span.start)
      while index < tokens.count, Int(tokens[index].start) < span.end {
        if found.last.map({ $0 < index }) ?? true { found.append(index) }
        index += 1
      }
    }
    return found
  }

  // MARK: - Tokens to sentences

  /// The index of the sentence of a token; the number of sentences for a place behind the last token.
  func sentence(ofToken token: Int) -> Int {
    sentences.partitioningIndex(where: { $0.tokens.upperBound > token })
  }

  /// The indices of the sentences that share a token with a range.
  func sentences(touching range: Range<Int>) -> Range<Int> {
    let first = sentence(ofToken: range.lowerBound)
    var end = first
    while end < sentences.count, sentences[end].tokens.lowerBound < range.upperBound { end += 1 }
    return first..<end
  }
}

extension Array {
  /// The index of the first element that satisfies a condition which all elements behind it satisfy too; the end
  /// where none does.
  func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
