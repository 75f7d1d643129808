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

  static let comparisons =
    "than highest lowest largest smallest biggest greatest worst best fastest oldest youngest "
    + "unprecedented doubled triple tripled twice fewer least compared versus exceed exceeds exceeded "
    + "outpaced surpass surpassed rank ranks ranked majority"

  static let causes =
    "because caused cause causes causing due resulted results result consequently therefore "
    + "thanks owing stemmed stems contributed contributes prevents prevented triggered fuelled fueled sparked "
    + "prompted hence"

  static let rules =
    "law laws treaty treaties constitution constitutional statute regulation regulations illegal legal "
    + "requires require required prohibits prohibit prohibited banned bans ban permits permitted allows "
    + "mandatory entitled obliged amendment shall"

  static let amounts =
    "percent per-cent percentage million billion trillion thousand hundred dozen dozens hundreds thousands "
    + "millions billions half third quarter twice rate rates average total cost costs"

  static let predictions =
    "will wo shall going expected expects forecast forecasts predicted predicts likely soon tomorrow future "
    + "upcoming eventually"

  static let positions =
    "support supports supported oppose opposes opposed favor favors favored favour favours favoured reject "
    + "rejects rejected endorse endorses endorsed want wants wanted urge urges urged demand demands demanded "
    + "intend intends plan plans vow vows vowed pledge pledged pledges seek seeks sought agree agrees agreed "
    + "disagree disagrees opposition insists believes promise promised refuses refused willing"

  static let opinions =
    "should ought good bad great terrible awful wonderful beautiful ugly disgrace disgraceful shame shameful "
    + "sad happy proud sorry unfortunate unacceptable unsupportable futile ridiculous absurd stupid smart brilliant "
    + "amazing horrible fantastic best-ever hope hopes feel feels think thinks believe love hate fair unfair "
    + "right wrong important necessary disaster tragedy serious strong dangerous excellent perfect sacred "
    + "outrageous brave cowardly boring exciting nice lovely favorite favourite deserve deserves worthy "
    + "fundamentally frankly clearly obviously must-see dissatisfaction"

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
