/// A part of speech: the Penn Treebank's tags for words, and one for all punctuation.
///
/// FW counts as NN, LS as CD, `WP$` as WP.
package enum Tag: UInt8, CaseIterable, Hashable, Sendable {
  case cc, cd, dt, ex, `in`, jj, jjr, jjs, md, nn, nns, nnp, nnps, pdt, pos, prp, prpPossessive
  case rb, rbr, rbs, rp, to, uh, vb, vbd, vbg, vbn, vbp, vbz, wdt, wp, wrb
  case punctuation
}

extension Tag {
  /// - Parameter penn: As the Penn Treebank and the universal treebanks of English spell it; what is unknown is a noun.
  package init(penn: String) {
    switch penn {
    case "PRP$": self = .prpPossessive
    case "WP$": self = .wp
    case "FW", "SYM", "GW", "ADD": self = .nn
    case "LS": self = .cd
    case "AFX": self = .jj
    default:
      self = Tag.allCases.first { "\($0)".uppercased() == penn && $0 != .punctuation } ?? .nn
    }
  }
}
