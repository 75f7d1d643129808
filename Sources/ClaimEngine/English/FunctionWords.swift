/// Lists of closed-class words for the rules that ask for a class rather than a word.
enum FunctionWords {
  static let timeNames =
    "monday tuesday wednesday thursday friday saturday sunday mondays fridays yesterday today tomorrow "
    + "tonight january february march april may june july august september october november december "
    + "jan. feb. aug. sept. oct. nov. dec. mon. tues. wed. thurs. fri. sat. sun."

  static let timeNouns =
    "week month year day morning afternoon evening night weekend hour minute weeks months years days "
    + "hours minutes time moment decade spring summer autumn winter season quarter"

  static let surveys =
    "poll polls survey surveys study studies report reports analysis polling census data figures records"

  static let accusing = "accuse accuses accused accusing suspect suspects suspected suspecting"

  static let nounPrepositions =
    "of for from in at with on between against near inside behind outside under"

  static let subordinators =
    "because although though while whereas since after before until till once when whenever if unless "
    + "where as lest provided whether so"

  static let hearsayAdverbs = "reportedly allegedly purportedly supposedly seemingly apparently"
}
