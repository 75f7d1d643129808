import Terminal

/// The styles of what Assay shows, by what they stand for.
enum Palette {
  static let heading = Style.bold
  static let quiet = Style.dim
  static let claim = Style(.yellow, .bold)
  static let found = Style(.yellow, .bold)
  static let source = Style(.cyan)
  static let cue = Style(.green)
  static let label = Style(.magenta)
  static let undecided = Style.dim
  static let warning = Style(.red)
  static let number = Style(nil, .bold)
}
