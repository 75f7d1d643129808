/// Words that say what a claim is about and how much it matters to check it; verbs in their base form.
enum AppraisalWords {
  static let accusationVerbs =
    "violate abuse kill murder torture steal/stole/stolen cheat lie/lied/lied/lying bribe launder smuggle "
    + "rape assault attack bomb invade arrest detain imprison jail execute persecute repress oppress "
    + "discriminate defraud embezzle forge fabricate falsify leak hack spy/spied/spied poison pollute "
    + "threaten intimidate blackmail extort exploit mislead/misled/misled deceive conceal hide/hid/hidden/hiding "
    + "destroy damage break/broke/broken betray renege interfere meddle rig/rigged/rigged/rigging suppress "
    + "censor harass accuse blame fail neglect evade shoot/shot/shot stab/stabbed/stabbed/stabbing "
    + "deteriorate sabotage plunder loot collude conspire"

  static let accusationNouns =
    "violation abuse killing killings murder torture theft fraud corruption bribery genocide massacre crime "
    + "crimes repression persecution discrimination scandal cover-up misconduct negligence terrorism "
    + "interference espionage collusion conspiracy harassment assault victim victims casualties illegal "
    + "illegally unlawful corrupt criminal guilty fraudulent fake false abuses violations extrajudicial"

  /// What was left undone, taken away or suffered: an act that somebody will be asked about.
  static let negativeActs =
    "ignored ignores dismissed refused refuses missed withheld withholds delayed delays blocked blocks cancelled "
    + "lost loses died dies drowned injured wounded sank collapsed crashed cheated sacked evicted expelled "
    + "dumped wasted scrapped axed slashed overspent warned warnings faulty defective flaw leak "
    + "overdue unpaid untreated sued fined convicted sentenced jailed"

  /// What bodies do by their office.
  static let officialActs =
    "voted votes vote approved approves ordered orders ruled rules signed signs decided decides appointed "
    + "elected adopted ratified declared issued launched introduced agreed cut raised "
    + "suspended closed paid spent inspected tested recommended awarded inquiry"

  static let comparisons =
    "highest lowest largest smallest biggest greatest worst best fastest oldest youngest busiest longest "
    + "shortest unprecedented fewest least"

  /// Comparatives that are often taken for nouns.
  static let comparatives =
    "lighter heavier cheaper dearer stronger weaker safer easier harder faster slower bigger smaller larger "
    + "better worse richer poorer healthier softer longer shorter higher lower closer warmer colder"

  static let comparing =
    "compared versus exceed exceeds exceeded outpaced outpaces surpass surpassed rank ranks ranked outnumber outnumbers"

  static let causes =
    "because caused causes causing consequently therefore owing stemmed stems contributed contributes prevents "
    + "prevented triggered triggers fuelled fueled sparked prompted hence"

  /// Causes only with the word after them: "resulted in", "due to rain", "thanks to", "led to".
  static let causesBefore = "due thanks result results resulted resulting led leads lead"

  static let rules =
    "law laws treaty treaties constitution constitutional statute regulation regulations illegal legal "
    + "requires require required prohibits prohibit prohibited banned bans ban permits permitted allows "
    + "mandatory entitled obliged obligation amendment shall"

  /// Verbs by which a law, contract or rule speaks.
  static let ruling =
    "requires require required prohibits prohibit prohibited permits permit permitted allows allow allowed "
    + "banned bans ban forbidden illegal unlawful legal mandatory compulsory forbids forbid forbade obliges oblige obliged entitles entitle entitled"

  static let amounts =
    "percent per-cent percentage million billion trillion dozens hundreds thousands millions billions doubled "
    + "doubles tripled triples trebled quadrupled halved halves"

  /// Words of measure that a number mostly stands beside.
  static let measures = "rate rates average total cost costs"

  static let fractions =
    "half halves third thirds quarter quarters fifth fifths sixth sixths seventh eighth tenth tenths"

  static let predictions =
    "expected expects forecast forecasts predicted predicts likely tomorrow eventually"

  /// After "is" and before "to": what lies ahead.
  static let aheadWords = "due set expected likely going about scheduled planned bound"

  /// What somebody "would not" do, and so did not.
  static let refusals =
    "comment say discuss confirm answer name reveal disclose give elaborate speculate identify talk speak"

  static let positions =
    "support supports supported oppose opposes opposed favor favors favored favour favours favoured reject "
    + "rejects rejected endorse endorses endorsed want wants wanted urge urges urged demand demands demanded "
    + "intend intends plan plans vow vows vowed pledge pledged pledges seek seeks sought agree agrees "
    + "disagree disagrees opposition insists believes promise refuses refused willing"

  /// Verbs by which somebody takes a side.
  static let attitudes =
    "support supports supported oppose opposes opposed favor favors favored favour favours favoured reject "
    + "rejects rejected endorse endorses endorsed want wants wanted urge urges urged demand demands demanded "
    + "deny denies denied welcome welcomes welcomed dispute disputes disputed condemn condemns condemned "
    + "criticise criticises criticised criticize criticizes criticized praise praises praised deplore deplores "
    + "deplored recognise recognize agree agrees disagree disagrees disagreed regret regrets regretted "
    + "intend intends plan plans planned vow vows vowed pledge pledges pledged seek seeks sought refuses demand backs undertakes undertake prefer prefers preferred believes insists considers"

  static let opinions =
    "should ought good bad great terrible awful wonderful beautiful ugly disgrace disgraceful shame shameful "
    + "sad happy proud sorry unfortunate unacceptable unsupportable futile ridiculous absurd stupid smart brilliant "
    + "amazing horrible fantastic best-ever hope hopes feel feels think thinks believe love hate fair unfair "
    + "wrong important disaster tragedy excellent perfect sacred "
    + "outrageous brave cowardly boring exciting nice lovely favorite favourite deserve deserves worthy "
    + "fundamentally frankly clearly obviously must-see dissatisfaction scandal betrayal farce joke nonsense "
    + "nightmare irresponsible heartless funny gutted disappointed delighted thrilled devastated appalled "
    + "appalling shocking heartbreaking foreseeable impossible inexcusable unforgivable cruel pathetic"

  /// Judge only as what somebody or something is: "wanting is not enough".
  static let judgements =
    "enough safe unsafe short right necessary serious strong weak dangerous simple easy hard difficult clear priority "
    + "mistake success failure victory insult honour honor pity relief blessing curse lie zoo accident "
    + "ready close fine sensible reasonable reckless essential vital crucial useless pointless worrying "
    + "wise foolish legend hero villain fool coward genius miracle mess"

  /// Verbs that hand on somebody's words.
  static let sayings =
    "said says say told tells tell quoted quotes claimed claims stated states added replied replies insisted "
    + "commented repeated"

  /// "I think" gives a view, not something lived through.
  static let views = "think believe hope feel guess suppose reckon know wish"

  /// What only the person can tell.
  static let privateLife =
    "slept sleep cried cry wept weep woke wake remember remembers remembered miss grieve retire "
    + "sisters brothers sister brother mother father grandfather grandmother husband wife daughter son"

  static let hedges =
    "may might could perhaps possibly probably reportedly allegedly apparently seemingly alleged suspected "
    + "potentially likely appears appear seems seem supposedly purportedly"

  /// Those that hedge the whole clause of which they hold the verb.
  static let clauseHedges =
    "may might could perhaps possibly probably reportedly allegedly apparently"

  static let absolutes = "never always every all none nobody everyone only entirely no completely"

  static let greetings =
    "hello hi thanks thank welcome goodbye congratulations bye cheers please sorry greetings"

  // MARK: Stance, by the cue's base form

  static let denying = "deny dispute refute rebut reject dismiss repudiate disavow contradict"
  static let hedging =
    "suggest believe think suspect estimate imply hint speculate expect guess figure hope fear seem appear "
    + "indicate assume theorize posit surmise imagine reckon worry feel anticipate signal predict project "
    + "forecast conclude"
  static let doubting = "doubt"
  static let questioning = "ask wonder inquire query question debate discuss"
  static let reporting = "report relay recount cite mention hear read echo learn notice repeat"
  /// Not to hold one of these is to deny it.
  static let holding = "believe think expect agree accept feel imagine see"
}
