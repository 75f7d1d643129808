// The words of a name make one phrase.
extension SentenceTree {
  /// "Delta & Pine Land Co.", "Gen - Probe Inc.": the words of a name make one phrase, whose head is the one that hangs
  /// on a word outside it.
  mutating func joinNames() {
    var start = members.startIndex
    while start < members.endIndex {
      let end = nameEnd(from: start)
      join(name: Array(members[start..<end]))
      start = max(end, start + 1)
    }
  }

  /// The place after the last word of the name that begins at a place of `members`; the same place where none does.
  private func nameEnd(from start: Int) -> Int {
    var end = start
    while end < members.endIndex, isPartOfName(members[end]),
      end == start || members[end] == members[end - 1] + 1
    {
      end += 1
      // A mark inside a name stands between two of its words that the parse ties.
      guard end + 1 < members.endIndex, tokens[members[end]].joinsNames,
        members[end + 1] == members[end - 1] + 2, isPartOfName(members[end + 1]),
        isTied(members[end - 1], members[end + 1])
      else { continue }
      end += 1
    }
    return end
  }

  private func isPartOfName(_ token: Int) -> Bool {
    tokens[token].tag.isName && !tokens[token].isTimeName
  }

  private func isTied(_ first: Int, _ second: Int) -> Bool {
    tokens[second - 1].mark == .symbol || head(of: second) == first || head(of: first) == second
      || head(of: first) == head(of: second)
  }

  private mutating func join(name words: [Int]) {
    guard words.count > 1, let first = words.first, let last = words.last else { return }
    let inside = first...last
    let outer = words.filter { word in
      if let head = head(of: word) { !inside.contains(head) } else { true }
    }
    guard let top = outer.first else { return }
    for word in inside where word != top {
      for child in children(of: word) where !inside.contains(child) {
        reattach(child, to: top, as: relation(of: child))
      }
      if tokens[word].tag.isName { reattach(word, to: top, as: .compound) }
    }
  }
}

extension Token {
  /// Whether it can stand between words of one name: "&", and the hyphen of text that was cut into words before.
  fileprivate var joinsNames: Bool { mark == .symbol || mark == .hyphen }
}
