/// A closed-class word of English that rules ask for by name.
package enum Word: String, CaseIterable, Hashable, Sendable {
  case unlisted = ""
  case a, an, the, this, that, these, those, some, any, no, every, each, all, both
  case i, you, he, she, it, we, they, me, him, them, us, my, your, his, her, its, our, their
  case there, here, who, whom, whose, which, what, when, `where`, why, how
  case and, or, but, nor, yet, so, plus
  case if_ = "if"
  case whether, unless, because, although, though, `while`, whereas, since, after, before, until,
    till
  case once, except, than, lest, provided, whenever, wherever, whatever, whoever
  case as_ = "as"
  case in_ = "in"
  case is_ = "is"
  case for_ = "for"
  case do_ = "do"
  case to, of, on, at, by, with, from, about, into, over, under, between, among, amid, against
  case during, despite, without, within, through, per, via, like, according
  case be, am, are, was, were, been, being
  case have, has, had, having, does, did, done, doing
  case can, could, may, might, must, shall, should, will, would, ca, wo, cannot
  case not, never, also, then, too, just, only, even, still, however
  case said, says, say, saying, told, asked, quoted, mr, mrs, ms, dr
  case neither
  case possessive = "'s"
  case are_ = "'re"
  case am_ = "'m"
  case have_ = "'ve"
  case would_ = "'d"
  case will_ = "'ll"
  case other
  case not_ = "n't"
  case either, rather, instead, well, such, one, another, others, more, most, much, many
  case `let`, lets, please, thanks, thank, hello, hi
}
