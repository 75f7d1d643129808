/// What a document's print says of its passages, each named by the byte it starts at.
struct PassageHints {
  var title: Int?
  var kinds: [Int: PassageKind] = [:]

  /// Lets the print speak where the words alone say no more than that they are words.
  func apply(to kinds: inout [PassageKind], _ passages: [Passage]) {
    guard title != nil || !self.kinds.isEmpty else { return }
    for (index, passage) in passages.enumerated() {
      let start = passage.range.lowerBound
      if start == title {
        kinds[index] = .heading
      } else if let kind = self.kinds[start], Self.isOpen(kinds[index]) {
        kinds[index] = kind
      }
    }
  }

  func titleIndex(in passages: [Passage]) -> Int? {
    title.flatMap { title in passages.firstIndex { $0.range.lowerBound == title } }
  }

  private static func isOpen(_ kind: PassageKind) -> Bool {
    switch kind {
    case .prose, .sentence, .fragment, .list, .quote, .breadcrumb: true
    default: false
    }
  }
}
