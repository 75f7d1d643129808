/// A closed-class word of English that rules ask for by name.
package enum Word: String, CaseIterable, Hashable, Sendable {
  case unlisted = ""
  case a, an, the, this, that, these, those, some, any, no, every, each, all, both
  case i, you, he, she, it, we, they, me, him, them, us, my, your, his, her, its, our, their
  case there, here, who, whom, whose, which, what, when, `where`, why, how
  case and, or, but, nor, yet, so, plus
  case `if`
  case whether, unless, because, although, though, `while`, whereas, since, after, before, until,
    till
  case once, except, than, lest, provided, whenever, wherever, whatever, whoever
  case `as`
  case `in`
  case `is`
  case `for`
  case `do`
  case to, of, on, at, by, with, from, about, into, over, under, between, among, amid, against
  case during, despite, without, within, through, per, via, like, according
  case be, am, are, was, were, been, being
  case have, has, had, having, does, did, done, doing
  case can, could, may, might, must, shall, should, will, would, ca, wo, cannot
  case not, never, also, then, too, just, only, even, still, however
  case said, says, say, saying, told, asked, quoted, mr, mrs, ms, dr
  case neither
  case apostropheS = "'s"
  case apostropheRe = "'re"
  case apostropheM = "'m"
  case apostropheVe = "'ve"
  case apostropheD = "'d"
  case apostropheLl = "'ll"
  case other
  case nt = "n't"
  case either, rather, instead, well, such, one, another, others, more, most, much, many
  case `let`, lets, please, thanks, thank, hello, hi
}
