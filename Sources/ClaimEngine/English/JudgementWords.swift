/// Words that judge as what somebody or something is said to be: "the trip is dangerous".
///
/// Elsewhere many mean something plainer: "a good deal of rain", "the right bank".
enum JudgementWords {
  static let adjectives =
    "good bad great beautiful ugly sad happy proud sorry smart best-ever fair unfair wrong important excellent perfect sacred "
    + "brave boring exciting nice lovely favorite favourite worthy funny unfit fit enough safe unsafe right "
    + "necessary unnecessary serious strong weak dangerous simple easy hard difficult clear ready fine sensible "
    + "reasonable unreasonable reckless essential vital crucial useless pointless worrying wise unwise foolish desperate "
    + "sick sickening crazy insane mad silly dumb dishonest honest crooked nasty mean vicious evil immoral moral "
    + "decent indecent rude vile disgusting unhinged scary frightening frightened fearful alarming troubling disturbing "
    + "worried angry furious glad grateful "
    + "thankful confident comfortable uncomfortable hopeful optimistic pessimistic excited embarrassed embarrassing ashamed "
    + "humiliating hypocritical ignorant arrogant incompetent competent unqualified qualified capable incapable "
    + "trustworthy untrustworthy unfortunate lucky unlucky special incredible unbelievable tremendous "
    + "extraordinary remarkable impressive unimpressive outstanding superb terrific magnificent gorgeous stunning "
    + "spectacular memorable unforgettable awesome cool fabulous phenomenal unique refreshing disappointing frustrating "
    + "annoying irritating intolerable unbearable unthinkable inappropriate appropriate improper acceptable "
    + "unjust just legitimate illegitimate naive cynical reductive misguided wrong-headed laughable dubious "
    + "questionable suspicious relevant irrelevant meaningless meaningful critical urgent temperamentally "
    + "racist sexist xenophobic bigoted misogynistic deplorable radical extreme toxic hostile hateful divisive "
    + "harmful fragile superficial neutral volatile short sincere interesting awkward "
    + "ungrateful generous kind loyal disloyal disrespectful respectful over-the-top overblown exaggerated overrated "
    + "harmless dull rigged bogus unhelpful helpful welcome stale fantastical terrifying riveting laudable commendable valuable bizarre clueless unpredictable belligerent biased marvelous marvellous"

  static let nouns =
    "priority mistake success failure victory insult honour honor pity relief blessing curse lie zoo accident "
    + "legend hero villain fool coward genius miracle mess oversight "
    + "disaster tragedy joke farce nonsense nightmare betrayal disgrace shame scandal embarrassment travesty "
    + "outrage sham hoax con catastrophe mockery charade circus loser losers liar liars racist bigot "
    + "xenophobe misogynist demagogue bully clown idiot moron hypocrite fraud traitor thug monster pig disgust "
    + "champion inspiration dream pleasure privilege wonder delight gem masterpiece triumph "
    + "hell fault problem problems threat danger garbage crap rubbish bullshit baloney hypocrisy "
    + "folly madness insanity stupidity cowardice courage wisdom common-sense treat must "
    + "breeze walkover pushover steal bargain rip-off dictator tyrant stain wake-up backbone heartbeat gamble"

  /// "A great many", "great-grandmother", "good faith": nothing is judged.
  static let followers =
    "working many deal number majority extent lengths grandmother grandfather grandma grandpa aunt uncle faith enough"
}
