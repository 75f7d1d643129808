extension Codebook.Attribute {
  /// Whether a number lies within the bounds.
  package func allows(_ number: Double) -> Bool {
    number.isFinite && number >= min ?? number && number <= max ?? number
  }

  /// The bounds as people read them: `from 0 to 10`, `of at least 0`; nil where there are none.
  package var bounds: String? {
    func text(_ number: Double) -> String { LabelValue.number(number).description }
    return switch (min, max) {
    case (let min?, let max?): "from \(text(min)) to \(text(max))"
    case (let min?, nil): "of at least \(text(min))"
    case (nil, let max?): "of at most \(text(max))"
    case (nil, nil): nil
    }
  }

  func validateBounds(at place: String) throws {
    for (name, bound) in [("min", min), ("max", max)] {
      guard let bound else { continue }
      guard kind == .number else {
        throw CodebookError(
          place: "\(place).\(name)", reason: "only a number has a '\(name)', no \(kind.rawValue)")
      }
      guard bound.isFinite else {
        throw CodebookError(place: "\(place).\(name)", reason: "this is no number")
      }
    }
    if let min, let max, min > max {
      throw CodebookError(place: place + ".min", reason: "it is greater than 'max'")
    }
  }
}
