/// Words that, with a capital after a full stop, open a new sentence rather than go on with a name.
enum Openers {
  static let english =
    "the a an this that these those he she it we they i you his her its our their my your there here "
    + "in on at by for from with without after before during since until under over between among amid "
    + "despite although though while when whenever where because if unless as once and but or so yet "
    + "nor however moreover meanwhile also then now today yesterday what who why how which not no "
    + "some many most several few all both each every another other one two three such more even "
    + "according instead still perhaps maybe besides later last earlier next only just"
}

/// Verbs that tell who spoke right after a quote.
enum SpeechVerbs {
  static let english =
    "said says asked asks told tells added adds replied replies wrote writes shouted cried yelled "
    + "whispered answered explained exclaimed noted argued continued concluded insisted demanded "
    + "wondered quipped joked tweeted declared stated screamed remarked recalled"
}
