extension Key {
  /// The keys that were typed on a line, the Escape key and arrows among them.
  ///
  /// For a terminal that is read line by line; what ends the line is none of them.
  package static func keys(typed line: String) -> [Key] {
    var decoder = KeyDecoder()
    return line.utf8.flatMap { decoder.take($0) } + decoder.takePause()
  }
}
