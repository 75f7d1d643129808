/// A word of a treebank, before our tokenizer has cut the text its own way.
struct TreebankWord {
  var form: String
  var tag: String
  /// The class of name, where the treebank has it.
  var entity: String
  /// The head's place in the sentence, -1 for the root.
  var head: Int
  var relation: String
}

extension [TreebankWord] {
  /// Turns first-version relations, as Stanford's tools give them, into those of the second version, near enough for what
  /// our relations tell apart.
  mutating func modernise() {
    for place in indices {
      let above = self[place].head < 0 ? "" : self[self[place].head].tag
      let isVerbal = ["V", "J", "R", "MD"].contains { above.hasPrefix($0) }
      switch self[place].relation {
      case "dobj": self[place].relation = "obj"
      case "nsubjpass": self[place].relation = "nsubj:pass"
      case "csubjpass": self[place].relation = "csubj:pass"
      case "auxpass": self[place].relation = "aux:pass"
      case "neg": self[place].relation = "advmod"
      case "mwe": self[place].relation = "fixed"
      case "nmod": self[place].relation = isVerbal ? "obl" : "nmod"
      case "nmod:tmod", "nmod:npmod":
        self[place].relation = isVerbal ? "obl:unmarked" : "nmod:unmarked"
      default: break
      }
    }
    hangCoordinators()
    flattenNames()
  }

  /// A conjunction and the comma before it hang on what follows them, no longer on the first of the list.
  private mutating func hangCoordinators() {
    for place in indices {
      let isComma = self[place].tag == "," && self[place].relation == "punct"
      guard self[place].relation == "cc" || isComma else { continue }
      let following = indices[(place + 1)...].first {
        self[$0].relation == "conj" && self[$0].head == self[place].head
      }
      if let following, !isComma || following - place < 8 { self[place].head = following }
    }
  }

  /// The first word of a person's name is the head of the others.
  private mutating func flattenNames() {
    for place in indices where self[place].entity == "PERSON" {
      let chain = indices[..<place].filter {
        self[$0].head == place && self[$0].relation == "compound" && self[$0].entity == "PERSON"
          && self[$0].tag.hasPrefix("NNP")
      }
      guard let first = chain.first, chain == Array<Int>(first..<place) else { continue }
      self[first].head = self[place].head
      self[first].relation = self[place].relation
      for other in indices where self[other].head == place && other != first {
        self[other].head = first
      }
      for other in chain.dropFirst() + [place] {
        self[other].head = first
        self[other].relation = "flat"
      }
    }
  }
}
