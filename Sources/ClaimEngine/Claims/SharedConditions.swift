extension TreePieces {
  /// The conditions before the first of several predicates, which the others depend on too: "If it rains, ferries stop
  /// and | wait".
  func conditions(of first: Int) -> Set<Int> {
    region.children(of: first, .adverbialClause).filter { $0 < first && region.isCondition($0) }
      .reduce(into: []) { $0.formUnion(own($1)) }
  }
}
