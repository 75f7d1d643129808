/// How an abbreviation behaves at its full stop.
package enum Abbreviation: Sendable {
  /// Before a name, never last in a sentence.
  case title
  /// Never last in a sentence.
  case inner
  /// Last in a sentence when an opener follows, and perhaps otherwise.
  case final
  /// Before a noun, unless an opener follows: "U.S. officials".
  case adjective
  /// "a.m.", "p.m.": last when a capital follows.
  case clock
  /// An abbreviation only where a number follows: "No. 5".
  case beforeNumber
  /// An abbreviation only when it begins with a capital: "Art.", "Sat.".
  case capitalizedOnly
}

extension Abbreviation {
  /// Without the last full stop, in lower case.
  static let english: [(words: String, kind: Abbreviation)] = [
    (
      "mr mrs ms mx dr prof gen lt col maj capt cmdr sgt cpl pvt adm rear brig rev hon fr sr st messrs "
        + "sen rep gov pres supt det insp cong amb atty asst assoc dist reps sens gens drs mme mlle mt ft",
      .title
    ),
    ("vs eg ie viz cf approx e.g i.e v incl excl esp dept est al", .inner),
    (
      "inc corp co ltd bros jr etc ave blvd rd hwy ph.d m.d b.a m.a ph u.s.a "
        + "jan feb aug sept oct nov dec calif ariz ala ark colo conn del fla ga ill ind kan ky la md "
        + "mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo mass llc plc "
        + "d.c l.a n.y n.j u.s.s.r p.s a.d b.c mfg intl govt tel ext",
      .final
    ),
    ("u.s u.k u.n e.u", .adjective),
    ("a.m p.m am pm", .clock),
    ("no nos p pp vol fig figs sec ch eq c ca art para", .beforeNumber),
    (
      "sat sun mon tue tues wed thu thur thurs fri mar apr jun jul del wash miss ill ind mass la",
      .capitalizedOnly
    ),
  ]
}
