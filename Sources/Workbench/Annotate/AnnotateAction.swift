import ClaimModel

/// What a key can mean while claims are judged one by one.
package enum AnnotateAction: Hashable, Sendable {
  /// A label of the codebook; one of the verdict's accepts what is offered and goes on.
  case label(attribute: String, label: String)
  /// Takes what is offered, gives no verdict, and goes on.
  case accept
  /// Takes all that is shown, what is unsure too, and stays.
  case acceptShown
  case pickSource, pickKind, pickType, pickAttribute
  case drop, merge, split, moveStart, moveEnd
  case evidence, note, statement
  /// A verdict for all open claims of the attribution.
  case group
  case undo, redo
  case next, previous, nextUndecided, first, last
  /// To the claim that was judged before.
  case back
  case context, filter, find, command, help, leave
}

extension AnnotateAction {
  /// An action that is no label, with the key it has where the codebook leaves that free.
  package struct Verb: Sendable {
    package let action: AnnotateAction
    package let key: Unicode.Scalar
    /// As the list of keys says it.
    package let summary: String
  }

  /// In the order of the list of keys.
  package static let verbs: [Verb] = [
    Verb(
      action: .accept, key: " ", summary: "accept what is offered (?), without a verdict, and go on"
    ),
    Verb(
      action: .acceptShown, key: "Y", summary: "accept all that is shown, the unsure too, and stay"
    ),
    Verb(action: .pickSource, key: "S", summary: "who says it, out of the article's names"),
    Verb(action: .pickKind, key: "K", summary: "what kind of source it is"),
    Verb(action: .pickType, key: "T", summary: "the type of the claim"),
    Verb(action: .pickAttribute, key: "A", summary: "any other attribute of the codebook"),
    Verb(action: .drop, key: "X", summary: "drop the claim and go on"),
    Verb(action: .merge, key: "M", summary: "make one claim of this and the next"),
    Verb(action: .split, key: "|", summary: "cut the claim in two: arrows, then Enter"),
    Verb(action: .moveStart, key: "<", summary: "move the claim's start: arrows, then Enter"),
    Verb(action: .moveEnd, key: ">", summary: "move the claim's end: arrows, then Enter"),
    Verb(action: .statement, key: "W", summary: "word the claim so that it stands alone"),
    Verb(action: .evidence, key: "E", summary: "what the verdict rests on"),
    Verb(action: .note, key: "N", summary: "a note on the claim"),
    Verb(action: .group, key: "G", summary: "a verdict for all open claims of this attribution"),
    Verb(
      action: .undo, key: "U", summary: "take the last decision back and go there (or backspace)"),
    Verb(action: .redo, key: "R", summary: "do it again"),
    Verb(action: .back, key: "B", summary: "back to the claim that was judged before this"),
    Verb(action: .context, key: "C", summary: "more of the article around the claim, or less"),
    Verb(action: .filter, key: "F", summary: "show only some of the claims"),
    Verb(action: .find, key: "/", summary: "go to the next claim with some words"),
    Verb(action: .command, key: ":", summary: "a line of the prompt"),
    Verb(action: .help, key: "?", summary: "these keys"),
  ]
}
