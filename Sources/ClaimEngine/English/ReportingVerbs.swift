/// The verbs that report what somebody says, thinks or wants, by the frames they take.
enum ReportingVerbs {
  struct Group: Sendable {
    let frames: CueFrames
    /// Lemmas; irregular ones as `say/said/said`, doubled ones as `plan/planned/planned/planning`.
    let lemmas: String
  }

  static let english: [Group] = [
    Group(
      frames: [.clause, .speech],
      lemmas: "say/said/said add explain insist continue reply declare conclude joke quip remark "
        + "observe exclaim shout yell reiterate respond write/wrote/written/writing tweet "
        + "note state claim argue assert maintain contend opine counter retort lament recall "
        + "emphasize stress caution boast admit acknowledge concede confide "
        + "muse testify/testified/testified cry/cried/cried chant reckon confess "
        + "brag/bragged/bragged/bragging gush fume post whisper answer scream "
        + "recount repeat complain announce warn predict report elaborate marvel crow "
        + "deadpan sneer scoff intone declaim interject chime volunteer blog/blogged/blogged/blogging"
    ),
    Group(
      frames: [.clause],
      lemmas:
        "believe think/thought/thought suggest reveal allege estimate indicate imply/implied/implied "
        + "hope fear assume suspect figure conclude disclose confirm "
        + "show/showed/shown find/found/found "
        + "hint signal speculate theorize posit surmise "
        + "guess bet/bet/bet/betting swear/swore/sworn expect feel/felt/felt imagine realize "
        + "recognize underscore project forecast/forecast/forecast calculate pretend "
        + "vow pledge promise threaten underline "
        + "relay profess worry/worried/worried fret/fretted/fretted/fretting "
        + "hear/heard/heard learn notice remember "
        + "deem anticipate charge demonstrate prove "
        + "dispute clarify/clarified/clarified certify/certified/certified "
        + "attest affirm deny/denied/denied advise rule decide propose recommend demand request "
        + "require stipulate doubt foresee/foresaw/foreseen/foreseeing proclaim"),
    Group(
      frames: [.bareClause],
      lemmas: "say/said/said add argue insist note suggest claim believe think/thought/thought"),
    Group(frames: [.finding], lemmas: "show/showed/shown find/found/found put/put/put/putting"),
    Group(
      frames: [.thatClause],
      lemmas: "agree complain read/read/read highlight mention reflect rule"),
    Group(
      frames: [.clause, .speech, .addressee],
      lemmas: "tell/told/told"),
    Group(
      frames: [.clause, .addressee],
      lemmas:
        "inform assure remind notify/notified/notified convince persuade warn advise alert promise reassure"
    ),
    Group(
      frames: [.question, .speech],
      lemmas: "ask wonder inquire query/queried/queried"),
    Group(
      frames: [.question],
      lemmas:
        "question debate explain know/knew/known discuss determine doubt decide/decided/decided/deciding"
    ),
    Group(
      frames: [.addressee, .infinitive],
      lemmas:
        "urge ask order warn encourage advise tell/told/told call implore beg/begged/begged/begging "
        + "instruct direct invite press challenge request remind convince persuade want command"),
    Group(
      frames: [.infinitive],
      lemmas:
        "vow pledge promise threaten plan/planned/planned/planning  refuse decline seek/sought/sought hope agree offer decide "
        + " claim swear/swore/sworn volunteer  "
        + "demand propose  wish   opt/opted/opted/opting consent pretend resolve"),
    Group(
      frames: [.object],
      lemmas:
        "criticize criticise condemn denounce blast slam/slammed/slammed/slamming attack mock praise hail applaud defend endorse "
        + " back oppose reject dismiss decry/decried/decried ridicule rebuke assail lambaste "
        + "question propose announce cite deny/denied/denied dispute discuss      tout "
        + "welcome echo express voice acknowledge predict describe highlight mention demand "
        + " applaud advocate urge recommend promise  threaten "
        + "disavow repudiate rebut/rebutted/rebutted/rebutting refute lament mourn   slap/slapped/slapped/slapping "
        + "bemoan deplore castigate chide scold pan/panned/panned/panning skewer champion "
        + "reiterate    recall   envision tease hint anticipate"),
    Group(
      frames: [.asPredicate],
      lemmas:
        "describe characterize characterise portray dismiss slam/slammed/slammed/slamming blast denounce "
        + "condemn criticize regard view see/saw/seen/seeing depict hail praise cast/cast/cast paint "
        + "reject mock decry/decried/decried attack deride ridicule brand label tout cite pan/panned/panned/panning "
        + "interpret identify/identified/identified"),
    Group(
      frames: [.smallClause],
      lemmas: "call label dub/dubbed/dubbed/dubbing brand deem consider declare term"),
    Group(
      frames: [.accusation],
      lemmas:
        "accuse blame suspect criticize praise attack thank condemn charge fault mock rebuke slam/slammed/slammed/slamming blast "
        + "chide scold credit hit/hit/hit/hitting knock rip/ripped/ripped/ripping"),
    Group(
      frames: [.preposition],
      lemmas:
        "call/called/called:for,on speak/spoke/spoken:about,of,against,out talk:about refer/referred/referred/referring:to point:to,out complain:about,of "
        + "object:to worry/worried/worried:about warn:of,against,about agree:with,on disagree:with,on ask:for,about push:for,back press:for "
        + "insist:on comment:on argue:for,against,over boast:of,about allude:to rail:against "
        + "campaign:for,against,on lash:out respond:to react:to inquire:about think/thought/thought:of,about learn:of,about dream:of "
        + "hint:at apologize:for,to brag/bragged/bragged/bragging:about tweet:about write/wrote/written/writing:about,of say/said/said:of joke:about "
        + "testify/testified/testified:about,against mention:of reflect:on elaborate:on appeal:for plead:for advocate:for "
        + "hope:for wish:for look/looked/looked:forward lobby/lobbied/lobbied:for,against dwell/dwelled/dwelt:on weigh:in"
    ),
    Group(
      frames: [.raising],
      lemmas: "seem appear"),
  ]
}
