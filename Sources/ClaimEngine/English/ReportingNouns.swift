/// Nouns whose "that" clause or "of" phrase somebody asserts: "the claim that", "allegations of".
enum ReportingNouns {
  static let english =
    "claim claims allegation allegations belief beliefs argument arguments "
    + "assertion assertions suggestion suggestions accusation accusations warning warnings report "
    + "reports announcement promise promises pledge pledges view views opinion "
    + "conclusion fear fears hope hopes rumor rumors rumour rumours complaint "
    + "complaints speculation insistence admission acknowledgment charge charges contention "
    + "prediction predictions doubt doubts suspicion suspicions assurance assurances "
    + "perception vow threat threats comment comments remark remarks"
}
