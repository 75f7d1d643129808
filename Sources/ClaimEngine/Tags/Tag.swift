/// A part of speech: the Penn Treebank's tags for words, and one for all punctuation.
///
/// FW counts as NN, LS as CD, `WP$` as WP.
package enum Tag: UInt8, CaseIterable, Hashable, Sendable {
  case cc, cd, dt, ex, `in`, jj, jjr, jjs, md, nn, nns, nnp, nnps, pdt, pos, prp, prpPossessive
  case rb, rbr, rbs, rp, to, uh, vb, vbd, vbg, vbn, vbp, vbz, wdt, wp, wrb
  case punctuation
}
