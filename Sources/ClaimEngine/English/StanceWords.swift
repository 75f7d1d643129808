/// How a source stands toward what it says: verbs in their base form, with what is irregular after it, and nouns as they are.
enum StanceWords {
  static let denying =
    "deny/denied/denied dispute refute rebut/rebutted/rebutted/rebutting reject dismiss repudiate disavow contradict debunk "
    + "disprove misstate misreport misidentify pooh-pooh belie/belied/belied/belying gainsay scoff denials denial"
  static let hedging =
    "suggest suspect imply/implied/implied hint speculate guess figure hope fear seem appear "
    + "assume theorize posit surmise imagine reckon worry/worried/worried expect anticipate "
    + "rumor rumors rumour rumours speculation suspicion suspicions possibility expectation expectations"
  static let doubting = "doubt scepticism skepticism"
  static let questioning = "ask wonder inquire query/queried/queried question debate"
  static let reporting = "report relay cite mention hear/heard/heard"
  /// Not to hold one of these is to deny it.
  static let holding = "believe think expect agree accept feel imagine see"
  /// What these want has not come about.
  static let directing =
    "urge ask order encourage advise tell call implore beg instruct direct invite press challenge request want command "
    + "warn demand require recommend"
  /// With a plain clause they want, too: "demanded that the campaign stop".
  static let demanding = "demand request require"
  /// Nouns of what others say, which a source can dismiss.
  static let hearsay =
    "claim claims report reports allegation allegations accusation accusations charge charges criticism criticisms "
    + "suggestion suggestions rumor rumors rumour rumours idea notion speculation complaint complaints assertion "
    + "assertions story stories theory theories"
  /// What finds shows; it does not guess.
  static let finding = "suggest"

  // MARK: Words over a clause

  static let grounds =
    "evidence proof sign signs indication indications reason basis grounds truth hint trace support"
  static let lacking =
    "no not n't little never without hardly scant any lack lacks lacked neither cannot few"
  static let falsehood =
    "false untrue incorrect wrong nonsense myth lie inaccurate ridiculous absurd"
  static let improbable = "unlikely doubtful impossible improbable questionable inconceivable"
  static let probable =
    "possible likely probable conceivable plausible chance chances possibility risk danger likelihood probability "
    + "rumor rumors rumour rumours"
  static let known = "true clear certain sure known obvious evident"
  static let open =
    "unclear uncertain unknown unsure question know knows knew tell see seen determine word clear certain sure "
    + "establish say decide decided investigate investigating examine doubt"
  static let supposing = "say suppose imagine assume supposing assuming if unless pretend"
}
