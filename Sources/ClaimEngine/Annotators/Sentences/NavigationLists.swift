extension Sentence {
  /// Whether it has so many tokens that it is a list of links or noise; nothing is looked for in it.
  var isNavigationList: Bool { tokens.count > 400 }
}
