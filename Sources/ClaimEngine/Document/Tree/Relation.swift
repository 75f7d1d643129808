/// How a token hangs on its head: the relations of Universal Dependencies that claims are cut by.
package enum Relation: UInt8, Hashable, Sendable {
  case root, subject, object, oblique, auxiliary, copula, marker, coordinator
  case conjunct, parataxis, relativeClause, adverbialClause, nounClause, openComplement, complement
  case apposition, nounModifier, possessive, determiner, adjective, caseMark, compound, adverb,
    number
  case punctuation, other

  /// - Parameter name: As the treebanks spell it, `nsubj:pass` or `acl:relcl`.
  package init(_ name: String) {
    self =
      switch name {
      case "root": .root
      case "nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl": .subject
      case "obj", "iobj": .object
      case "obl", "obl:unmarked", "obl:agent": .oblique
      case "aux", "aux:pass": .auxiliary
      case "cop": .copula
      case "mark": .marker
      case "cc", "cc:preconj": .coordinator
      case "conj": .conjunct
      case "parataxis": .parataxis
      case "acl:relcl": .relativeClause
      case "advcl", "advcl:relcl": .adverbialClause
      case "acl": .nounClause
      case "xcomp": .openComplement
      case "ccomp": .complement
      case "appos": .apposition
      case "nmod", "nmod:unmarked", "nmod:desc": .nounModifier
      case "nmod:poss": .possessive
      case "det", "det:predet": .determiner
      case "amod": .adjective
      case "case": .caseMark
      case "compound", "flat", "fixed", "goeswith": .compound
      case "advmod": .adverb
      case "nummod": .number
      case "punct": .punctuation
      default: .other
      }
  }
}
