/// Words that say what a claim is about and how much it matters to check it.
///
/// Most mean it in one part of speech alone: "rigs the vote", not "drilling rigs"; the lexicon that reads these lists knows
/// which. Verbs of wrongdoing are in their base form, with what is irregular after it.
enum AppraisalWords {
  // MARK: Wrongdoing and harm

  static let accusationVerbs =
    "violate abuse kill murder torture steal/stole/stolen cheat lie/lied/lied/lying bribe launder smuggle "
    + "rape assault bomb invade arrest detain imprison jail execute persecute repress oppress "
    + "discriminate defraud embezzle forge fabricate falsify leak hack spy/spied/spied poison pollute "
    + "threaten intimidate blackmail extort exploit mislead/misled/misled deceive conceal hide/hid/hidden/hiding "
    + "destroy damage break/broke/broken betray renege interfere meddle rig/rigged/rigged/rigging suppress "
    + "censor harass accuse blame fail neglect evade shoot/shot/shot stab/stabbed/stabbed/stabbing "
    + "deteriorate sabotage plunder loot collude conspire incite misuse"

  /// Nouns and adjectives.
  static let accusationNouns =
    "violation abuse killing killings murder torture theft fraud corruption bribery genocide massacre crime "
    + "crimes repression persecution discrimination cover-up misconduct negligence terrorism "
    + "interference espionage collusion conspiracy harassment assault victim victims casualties illegal "
    + "illegally unlawful corrupt criminal guilty fraudulent fake false abuses violations extrajudicial "
    + "stolen rigged falsified forged perjury embezzlement extortion wrongdoing"

  /// Wrongdoing only as what is done to one of these: "broke the law", not "broke the ice".
  static let breakable =
    "law laws rule rules promise promises pledge pledges vow vows word agreement contract treaty ban oath "
    + "ceasefire truce regulation regulations commitment commitments deal sanctions embargo curfew"
  static let forgeable =
    "signature signatures document documents passport passports certificate certificates papers record records "
    + "letter letters cheque cheques check checks money currency invoice invoices data evidence prescriptions id"
  /// "Execute the plan", "shot in the arm", "shot a video".
  static let harmless =
    "plan plans strategy strategies search warrant order orders vision deal arm foot video film photo photos "
    + "picture pictures ad ads down spot"

  /// Of wrongdoing where nothing follows, else of what follows: "crime bill", "criminal justice".
  static let attributive = "crime criminal victim murder terrorism abuse assault theft"
  /// What does not take the wrong out of them: "criminal conspiracy".
  static let wrongful =
    "charge charges case cases investigation investigations allegation allegations conviction convictions "
    + "suspect suspects gang gangs network networks ring organization organisation organizations enterprise "
    + "scheme conspiracy conduct activity activities act acts syndicate group groups offence offense offenses "
    + "offences negligence trial trials prosecution records record spree rate rates wave"

  /// What was left undone, taken away or suffered: an act that somebody will be asked about.
  static let negativeActs =
    "ignored ignores dismissed refused refuses missed withheld withholds delayed delays blocked blocks cancelled "
    + "lost loses died dies drowned injured wounded sank collapsed crashed cheated sacked evicted expelled "
    + "dumped wasted scrapped axed slashed overspent warnings faulty defective flaw leak "
    + "overdue unpaid untreated sued fined convicted sentenced jailed attacked bombed shooting shootings "
    + "harmed wrecked"

  /// Whoever did not do these owed it: "did not pay", not "did not smile".
  static let duties =
    "pay paid report reported disclose disclosed file filed register registered declare declared inform informed "
    + "notify notified warn warned attend attended provide provided produce produced "
    + "release released comply complied meet met fulfil fulfilled fulfill honor honored honour "
    + "honoured deliver delivered intervene intervened investigate investigated inspect inspected repair "
    + "repaired fix fixed maintain maintained test tested prevent prevented stop stopped protect protected "
    + "answer answered obey obeyed respect respected sign signed ratify ratified consult "
    + "consulted publish published record recorded check checked examine examined treat treated apologize apologized apologise "
    + "apologised reveal revealed replace replaced correct corrected submit submitted "
    + "prosecute prosecuted vaccinate remove removed "
    + "reviewed review update updated clean cleaned vote voted mend mended"

  // MARK: Deeds of office, figures, causes, rules

  /// What bodies do by their office; verbs.
  static let officialActs =
    "voted votes approved approves ordered orders ruled rules signed signs decided decides appointed "
    + "elected adopted ratified declared issued launched introduced agreed cut raised "
    + "suspended closed paid spent inspected tested recommended awarded enacted repealed vetoed passed "
    + "pardoned nominated indicted"

  /// Deeds of office only with these after them: "cut taxes", not "cut out of the talks".
  static let publicGoods =
    "tax taxes rate rates budget budgets spending funding funds jobs benefits aid staff services wages salaries "
    + "pensions prices interest fares subsidies pay fees tolls duties costs premiums deficit rents grants money "
    + "allowance allowances wage minimum levy charges"

  static let comparisons =
    "highest lowest largest smallest biggest greatest worst best fastest oldest youngest busiest longest "
    + "shortest unprecedented fewest least"

  /// Comparatives that are often taken for nouns.
  static let comparatives =
    "lighter heavier cheaper dearer stronger weaker safer easier harder faster slower bigger smaller larger "
    + "better worse richer poorer healthier softer longer shorter higher lower closer warmer colder"

  /// Before a comparative without "than": "far fewer papers".
  static let degrees = "far much considerably significantly substantially markedly even slightly"

  static let comparing =
    "exceed exceeds exceeded outpaced outpaces surpass surpassed rank ranks ranked outnumber outnumbers "
    + "outspent outsold"
  static let comparingWords = "compared versus"

  static let causes =
    "caused causes causing contributed contributes prevents "
    + "prevented triggered triggers fuelled fueled sparked prompted stemmed stems owing"
  static let causeWords = "because consequently therefore hence"

  /// Causes only with the word after them: "resulted in", "due to rain", "thanks to", "led to".
  static let causesBefore = "due thanks result results resulted resulting led leads lead"

  static let rules =
    "law laws treaty treaties constitution constitutional statute regulation regulations illegal legal "
    + "requires require required prohibits prohibit prohibited banned bans ban permits permitted allows "
    + "mandatory entitled obliged obligation amendment shall"

  /// Verbs and adjectives by which a law, contract or rule speaks.
  static let ruling =
    "requires require required prohibits prohibit prohibited permits permit permitted allows allow allowed "
    + "banned bans ban forbidden illegal unlawful legal mandatory compulsory forbids forbid forbade obliges oblige obliged entitles entitle entitled"
  /// What a rule makes of a deed: "is a misdemeanor".
  static let offences =
    "misdemeanor misdemeanour felony offence offense crime requirement right duty obligation"
  /// Subjects that can rule: "the contract allows", not "his fame allowed".
  static let rulers =
    "law laws act acts rule rules code codes constitution statute statutes regulation regulations treaty treaties "
    + "convention policy policies agreement agreements contract contracts order orders amendment ordinance bill bills standard "
    + "standards guidelines licence license permit permits decree charter ban it which that provision provisions "
    + "clause clauses court courts state states government program programme system lease ruling"

  /// Shares, sums and rates, and that one has changed.
  static let amounts =
    "percent per-cent percentage million billion trillion dozens hundreds thousands millions billions doubled "
    + "doubles tripled triples trebled quadrupled halved halves"

  /// Words of measure that a number mostly stands beside.
  static let measures = "rate rates average total cost costs"

  /// What a sum of money is the size of: "a £112,000 bill", but not "a £2 million house".
  static let sums =
    "bill bills fine fines penalty penalties debt debts deficit budget loan loans grant grants settlement settlements payment "
    + "payments tax taxes fund funds donation donations lawsuit loss losses profit profits bonus bonuses bailout cut cuts "
    + "increase raise rise salary fee fees gift gifts bribe bribes investment subsidy subsidies shortfall windfall surplus ransom "
    + "surcharge overspend saving savings"

  static let fractions =
    "half halves third thirds quarter quarters fifth fifths sixth sixths seventh eighth tenth tenths"

  /// What a number names rather than counts: "Section 230".
  static let numbered =
    "no no. nos number section article chapter phase level grade route line room rule page title part act "
    + "proposition prop question lot gate platform channel apollo district ward highway interstate school flight "
    + "amendment resolution form class unit zone tier exhibit count"

  // MARK: What is to come

  static let predictions =
    "expected expects forecast forecasts predicted predicts"
  static let predictionWords = "likely tomorrow eventually"

  /// After "is" and before "to": what lies ahead.
  static let aheadWords = "due set expected likely unlikely going about scheduled planned bound"
  /// "The goal is to win" says what the goal is.
  static let aims =
    "what all goal goals aim aims purpose plan idea point job task way answer solution mission role intent hope key "
    + "step strategy problem challenge trick thing duty"
  /// "May be", "might have": at present, not to come.
  static let presentStates =
    "be have know want seem think feel believe need own contain exist lack remain mean owe like"
  /// With "would", of a past that is told: "it would later prove right".
  static let lookingBack = "later ultimately hindsight often sometimes frequently whenever"
  static let becoming = "prove go come become"

  /// Plans, of which "would" tells the content.
  static let plans =
    "plan plans proposal proposals bill bills measure measures program programs programme legislation "
    + "amendment budget scheme reform reforms package platform agreement deal initiative ordinance draft "
    + "law act policy option options"
  static let planContents =
    "increase raise cut lower allow require ban limit impose create give provide eliminate end expand let exempt cap "
    + "repeal replace tax prohibit extend set establish double triple leave force bar guarantee offer "
    + "apply cover restrict abolish close open mandate fund strip grant permit simplify lift"
  /// What a would-be government would change: "she would close the loophole".
  static let policies =
    "tax taxes rate rates loophole loopholes surcharge credit credits deduction deductions exemption exemptions benefits "
    + "spending subsidy subsidies tariff tariffs levy wage brackets code coverage pensions duties regulations sanctions"
  /// What a share of people would do: a poll, not the future.
  static let choosing =
    "vote choose pick support back prefer favor favour say consider elect trust oppose"
  static let respondents =
    "percent per-cent voters respondents adults americans households people women men"

  /// What somebody "would not" do, and so did not.
  static let refusals =
    "comment say discuss confirm answer name reveal disclose give elaborate speculate identify talk speak respond reply"
  /// Nothing said, and nobody owed it: "declined to comment".
  static let silences =
    "comment say discuss confirm name elaborate speculate identify talk speak answer"
  /// Nothing said, where it was asked for by these: "did not respond to a request".
  static let responses = "respond responded reply replied return returned"
  static let requests =
    "request requests message messages call calls email emails e-mail e-mails inquiry inquiries question questions query queries comment"

  // MARK: Sides and judgements

  static let positions =
    "support supports supported oppose opposes opposed favor favors favored favour favours favoured reject "
    + "rejects rejected endorse endorses endorsed want wants wanted urge urges urged demand demands demanded "
    + "intend intends plan plans vow vows vowed pledge pledged pledges seek seeks sought agree agrees "
    + "disagree disagrees insists believes promise refuses refused"

  /// Verbs by which somebody takes a side.
  static let attitudes =
    "express expresses expressed support supports supported oppose opposes opposed favor favors favored favour favours favoured reject "
    + "rejects rejected endorse endorses endorsed want wants wanted urge urges urged demand demands demanded "
    + "deny denies denied welcome welcomes welcomed dispute disputes disputed condemn condemns condemned "
    + "criticise criticises criticised criticize criticizes criticized praise praises praised deplore deplores "
    + "deplored recognise recognize agree agrees disagree disagrees disagreed regret regrets regretted "
    + "intend intends plan plans planned vow vows vowed pledge pledges pledged seek seeks sought refuses demand backs undertakes undertake prefer prefers preferred believes insists considers "
    + "thinks hopes demanding urging opposing supporting endorsing"
  /// Bodies whose "rejected" is a decision.
  static let deciders =
    "judge judges court courts panel jury committee council senate parliament commission tribunal regulator "
    + "regulators board agency voters magistrate magistrates"

  /// Verbs and adverbs that give a view wherever they stand.
  static let opinionVerbs = "feel feels think believe love hate deserve deserves hope"
  static let opinions =
    "should ought terrible awful wonderful disgraceful shameful "
    + "unfortunate unacceptable unsupportable futile ridiculous absurd stupid brilliant "
    + "amazing horrible fantastic best-ever tragic "
    + "outrageous cowardly "
    + "fundamentally frankly clearly obviously must-see betrayal "
    + "irresponsible heartless gutted disappointed delighted thrilled devastated appalled "
    + "appalling shocking heartbreaking foreseeable impossible inexcusable unforgivable cruel pathetic"

  /// Verbs that hand on somebody's words.
  static let sayings =
    "said says say told tells tell quoted quotes claimed claims stated states added replied replies insisted "
    + "commented repeated"

  /// "I think" gives a view, not something lived through.
  static let views = "think believe hope feel guess suppose reckon know wish"

  // MARK: The speaker's own life

  /// What only the person can tell.
  static let privateVerbs =
    "slept sleep cried cry wept weep woke wake remember remembers remembered miss grieve retire"
  static let kin =
    "sisters brothers sister brother mother father grandfather grandmother husband wife daughter son"

  /// What somebody does before witnesses: "I voted against it".
  static let publicDeeds =
    "voted signed released paid proposed introduced supported opposed appointed created built ran won served passed "
    + "balanced led cut raised vetoed negotiated sued fired hired donated released published testified resigned"
  /// What is no part of the speaker's life, though it is "my".
  static let publicThings =
    "plan plans opponent opponents administration campaign policy policies proposal proposals government company "
    + "party state district country bill colleagues budget fellow committee office department"

  // MARK: The rest

  /// With a claim's main verb alone; "likely" and the like hedge more widely.
  static let hedgingModals = "may might could"
  static let hedgingAdverbs =
    "perhaps possibly probably reportedly allegedly apparently maybe seemingly supposedly purportedly likely presumably"
  /// "Seems to", "appears that".
  static let raising = "seem seems seemed appear appears appeared"
  /// "Is believed to".
  static let heldFor =
    "believed thought alleged suspected expected understood rumored rumoured reported presumed assumed feared likely unlikely said"
  /// "Could hear" is an ability.
  static let abilities = "see hear feel smell remember afford tell bear stand"

  static let absolutes = "never always every all none nobody everyone only entirely no completely"

  static let greetings =
    "hello hi thanks thank welcome goodbye congratulations bye cheers please sorry greetings"
}
