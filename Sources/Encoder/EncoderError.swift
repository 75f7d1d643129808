/// What can be wrong with the weights that are compiled in.
package enum EncoderError: Error, Equatable {
  case notWeights
  case cutShort(section: String)
  case missing(section: String)
  case wrongShape(section: String, found: [Int], expected: [Int])
}

extension EncoderError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notWeights:
      "the weights that are compiled in are not a weights file; build again with the file that "
        + "Training/export writes"
    case .cutShort(let section):
      "section '\(section)' of the weights reaches past the end of the file; export them again"
    case .missing(let section):
      "the weights have no section '\(section)'; export them again with this version's Training"
    case .wrongShape(let section, let found, let expected):
      "section '\(section)' of the weights is \(found) instead of \(expected); export them again "
        + "with this version's Training"
    }
  }
}
