import Journal
import Terminal

/// The annotator's key, and the passphrase that may lock it.
extension Workbench {
  /// Where keys lie: the user's state folder.
  func keyFolder() throws -> String {
    guard let folder = surroundings.stateFolder else { throw PassphraseError.noStateFolder }
    return folder
  }

  /// The key, where the annotator has one.
  func annotatorsKey() throws -> KeyFile? {
    try surroundings.stateFolder.flatMap { try KeyFile.load(from: $0) }
  }

  /// The passphrase of a key: `ASSAY_PASSPHRASE`, or what is typed, which is not shown.
  ///
  /// - Parameter isNew: Whether it is chosen now, and so asked for twice.
  func passphrase(for purpose: String, isNew: Bool = false) throws -> String {
    if let given = surroundings.passphrase { return given }
    guard let withKeys = surroundings.withKeys else { throw PassphraseError.nobodyToAsk }
    let first = try ask("passphrase \(purpose): ", withKeys)
    guard !first.isEmpty else { throw PassphraseError.empty }
    if isNew, try ask("the same again: ", withKeys) != first { throw PassphraseError.differ }
    return first
  }

  private func ask(
    _ question: String, _ withKeys: ((() -> Key?) throws -> Void) throws -> Void
  ) throws -> String {
    var typed: String.UnicodeScalarView? = .init()
    try withKeys { next in
      // Asked once nothing that is typed is shown any more.
      errors.write(Array(question.utf8))
      errors.flush()
      while true {
        switch next() {
        case .enter: return
        case .character(let scalar): typed?.append(scalar)
        case .backspace: _ = typed?.popLast()
        case .control("c"), .control("d"), .escape, nil:
          typed = nil
          return
        default: continue
        }
      }
    }
    errors.writeLine()
    guard let typed else { throw PassphraseError.givenUp }
    return String(typed)
  }
}

/// Why there is no passphrase, or no place for a key.
enum PassphraseError: Error, Equatable, CustomStringConvertible {
  case nobodyToAsk, empty, differ, givenUp, noStateFolder

  var description: String {
    switch self {
    case .nobodyToAsk:
      "the key needs its passphrase, and nobody can be asked; run this on a terminal, "
        + "or set ASSAY_PASSPHRASE"
    case .empty: "an empty passphrase locks nothing; leave --passphrase out for a key without one"
    case .differ: "the two passphrases differ; nothing was done"
    case .givenUp: "no passphrase was given; nothing was done"
    case .noStateFolder: "there is no place for a key, for neither XDG_STATE_HOME nor HOME is set"
    }
  }
}
