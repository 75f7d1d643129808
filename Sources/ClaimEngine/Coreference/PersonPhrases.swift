/// Finds the people whom an article describes without a name: "a retired judge", "her lawyer".
struct PersonPhrases {
  let index: NameIndex

  /// The singular phrases whose head says what somebody is, in reading order, without titles before names, what
  /// "be" says of somebody, and descriptions beside a name.
  func found() -> [Range<Int>] {
    let tokens = index.text.tokens
    var found: [Range<Int>] = []
    for sentence in index.text.sentences {
      for head in sentence.tokens
      where index.kinds[head].containsAny(.role) && !index.kinds[head].contains(.plural)
        && tokens[head].tag.isNoun && tokens[head].tag != .nns
        && index.mention(ofToken: head) == nil
      {
        let next = head + 1
        if next < sentence.tokens.upperBound {
          if tokens[next].tag.isNoun || index.mention(ofToken: next) != nil { continue }
          if tokens[next].mark == .comma || tokens[next].mark == .dash, next + 1 < tokens.count,
            index.mention(ofToken: next + 1) != nil
          {
            continue
          }
        }
        guard let start = start(of: head, in: sentence), !describes(head, start, in: sentence)
        else { continue }
        found.append(start..<head + 1)
      }
    }
    return found
  }

  /// The determiner or possessive that a phrase begins with.
  private func start(of head: Int, in sentence: Sentence) -> Int? {
    let tokens = index.text.tokens
    var place = head - 1
    while place >= sentence.tokens.lowerBound, head - place < 8 {
      switch tokens[place].word {
      case .a, .an, .the, .another, .his, .her, .their, .its, .my, .our, .this, .that:
        return place
      default: break
      }
      switch tokens[place].tag {
      case .jj, .nn, .nnp, .nnps, .vbn, .cd, .pos, .jjs, .rb, .vbg: break
      default:
        guard tokens[place].shape.contains(.clitic) else { return nil }
      }
      place -= 1
    }
    return nil
  }

  /// Whether a phrase only says what somebody is: after "be", "as" or a name and a comma.
  private func describes(_ head: Int, _ start: Int, in sentence: Sentence) -> Bool {
    let tokens = index.text.tokens
    let tree = index.tree
    if tree.relations[head] == .apposition { return true }
    let near = max(sentence.tokens.lowerBound, head - 20)..<head
    if near.contains(where: { tree.heads[$0] == head && tree.relations[$0] == .copula }) {
      return true
    }
    let before = start - 1
    guard before >= sentence.tokens.lowerBound else { return false }
    if tokens[before].mark == .comma, before > 0, index.mention(ofToken: before - 1) != nil {
      return true
    }
    switch tokens[before].word {
    case .is, .was, .be, .been, .being, .as, .am, .like, .not, .apostropheS, .apostropheM:
      return true
    default: return false
    }
  }
}
