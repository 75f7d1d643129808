/// Links each claim to the earlier one that says the same in other words.
struct RepeatStage: Stage {
  func annotate(_ document: inout Document) {
    var claims = document.claims
    RepeatFinder.link(&claims, in: document)
    document.claims = claims
  }
}
