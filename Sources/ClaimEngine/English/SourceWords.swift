/// Nouns that say what kind of source speaks, in the singular; plurals are made by rule.
enum SourceWords {
  /// A person who speaks for an office: in public life, or for a body as its spokesman.
  static let offices =
    "president vice-president minister premier chancellor senator congressman congresswoman representative "
    + "lawmaker legislator deputy mayor governor secretary undersecretary ambassador envoy diplomat consul "
    + "commissioner spokesman spokeswoman spokesperson speaker judge justice magistrate prosecutor sheriff "
    + "general admiral colonel commander captain major lieutenant sergeant marshal attorney-general king "
    + "queen prince princess emperor pope cardinal archbishop ayatollah official officer councilman "
    + "councilwoman councillor councilor councilmember alderman chairman chairwoman chairperson "
    + "superintendent inspector treasurer comptroller regulator mp monarch sultan emir governor-general "
    + "coroner detective constable whip politician statesman dictator"

  /// Offices of public life that firms, parties and clubs have as well.
  static let weakOffices =
    "president vice-president chairman chairwoman chairperson secretary treasurer officer commissioner "
    + "captain speaker"

  /// They stand in front of a name.
  static let titles =
    "mr. mr mrs. mrs ms. ms miss dr. dr prof. prof sir dame lord lady rev. rev fr. sen. rep. gov. pres. gen. lt. col. maj. "
    + "capt. cmdr. sgt. adm. supt. det. insp. hon. sens. reps. gov sen rep gen col sgt cpl. brig. st. cllr cllr. "
    + "messrs. amb. sheikh imam rabbi father sister brother pastor bishop mullah comrade baroness baron "
    + "count countess duke duchess"

  static let politicalTitles =
    "sen. rep. gov. pres. gen. lt. col. maj. capt. cmdr. sgt. adm. supt. det. insp. hon. sens. reps. gov sen rep "
    + "gen col sgt cpl. brig. amb. cllr cllr."

  /// Heads of bodies; official only where the body is an authority.
  static let leaders =
    "director chief head leader secretary-general administrator manager executive boss ceo president-elect "
    + "founder co-founder owner chair counsel leader adviser advisor aide coordinator strategist treasurer "
    + "nominee candidate contender hopeful front-runner frontrunner challenger incumbent rival "
    + "presidential-candidate"

  static let persons =
    "man woman person boy girl friend father mother brother sister son daughter wife husband widow parent "
    + "uncle aunt cousin grandfather grandmother spouse partner neighbor neighbour colleague lawyer attorney "
    + "solicitor barrister actor actress singer author writer journalist reporter columnist editor blogger "
    + "host anchor anchorman presenter commentator correspondent producer filmmaker photographer artist "
    + "musician player coach athlete footballer golfer driver teacher student worker farmer soldier veteran "
    + "activist campaigner protester protestor demonstrator organizer organiser volunteer donor fundraiser "
    + "lobbyist consultant businessman businesswoman entrepreneur investor billionaire mogul magnate "
    + "developer banker trader executive broker employee employer employee staffer member supporter backer "
    + "opponent critic customer client patient passenger tourist refugee migrant immigrant prisoner inmate "
    + "suspect defendant plaintiff victim accuser gunman attacker whistleblower hacker insider operative "
    + "delegate associate surrogate ally nurse paramedic firefighter pilot priest monk nun cleric preacher "
    + "evangelist biographer novelist poet playwright comedian model star celebrity voter resident local "
    + "villager citizen taxpayer nominee juror landlord tenant homeowner shopper buyer seller mom dad native "
    + "assistant rabbi imam bishop pastor educator principal agent guard guest traveler designer engineer contractor "
    + "co-star secretary freshman moderator cofounder socialist mastermind fan leader successor predecessor classmate"

  static let experts =
    "expert professor scholar academic analyst economist scientist researcher historian sociologist "
    + "psychologist psychiatrist physicist biologist chemist epidemiologist virologist geologist "
    + "meteorologist climatologist astronomer statistician demographer pollster physician doctor surgeon "
    + "specialist lecturer scientist forecaster criminologist anthropologist archaeologist political-scientist "
    + "fellow checker pediatrician cardiologist oncologist pathologist engineer fact-checker factchecker"

  static let witnesses = "witness eyewitness bystander onlooker survivor passer-by"

  static let authorities =
    "government ministry court police army navy military administration department parliament congress "
    + "senate legislature council commission bureau embassy consulate cabinet authority regime junta "
    + "tribunal prosecution judiciary militia force troop municipality county state city "
    + "inspectorate customs coastguard intelligence presidency monarchy palace agency task-force watchdog "
    + "authorities country nation republic"

  /// Only with capitals.
  static let namedAuthorities =
    "politburo knesset bundestag duma kremlin fbi cia nsa irs epa fda cdc doj dhs tsa sec fcc ftc nasa nypd "
    + "lapd idf pentagon bundesbank congress fed treasury"

  static let bodies =
    "company corporation firm business enterprise party union campaign group organization organisation "
    + "university college school institute institution committee association foundation federation "
    + "confederation league club team bank fund church mosque synagogue hospital clinic charity ngo "
    + "coalition alliance movement society network board panel chamber trust center centre laboratory lab "
    + "think-tank thinktank airline manufacturer automaker retailer startup studio label brand agency "
    + "caucus pac super-pac inc. inc corp. corp ltd. ltd llc plc co. holdings partners brothers industries "
    + "motors airlines systems technologies international conference assembly forum initiative project "
    + "faction wing camp side bloc community family band crew cartel gang militia cooperative sponsor "
    + "insurer lender operator provider supplier utility leadership management delegation secretariat "
    + "opposition subsidiary affiliate conglomerate nonprofit non-profit"

  static let namedBodies =
    "un eu nato opec imf who nra aclu naacp afl-cio dnc rnc gop nea u.n. e.u. isis hamas hezbollah taliban "
    + "al-qaeda house watch action google facebook apple amazon microsoft intel cadillac wikileaks twitter "
    + "tinder uber boeing toyota walmart exxon"

  /// End names of firms whose other words may be anybody's: "Senna Line", "Halvard Cells".
  static let firmEndings =
    "line lines mill mills cell cells foods food bakery bakeries brewery breweries dairy farms energy power "
    + "water gas oil electric electricity petroleum steel metals minerals mining mines cement chemicals "
    + "pharma pharmaceuticals biotech plastics paper timber textiles rail railway railways trains buses "
    + "coaches ferries shipping freight logistics couriers airways aviation aerospace shipyard shipyards "
    + "media records pictures productions publishing stores markets supermarkets retail "
    + "fashion toys games software digital data networks telecom telecoms mobile wireless broadband "
    + "electronics robotics semiconductors batteries solutions services consulting capital securities "
    + "ventures investments assets insurance assurance mutual mortgages properties estates homes housing "
    + "construction contractors engineering machinery tools cars automotive hotels resorts restaurants "
    + "pubs cinemas theatres casinos bookmakers"

  static let media =
    "newspaper paper magazine tabloid broadsheet broadcaster broadcast station channel outlet publication "
    + "website blog daily weekly network press media newswire wire podcast show program programme site "
    + "documentary"

  static let namedMedia =
    "reuters xinhua bloomberg politico cnn nbc cbs abc bbc msnbc cnbc pbs npr ap afp upi fox espn newsweek "
    + "guardian telegraph economist breitbart buzzfeed huffpost vox slate salon axios univision telemundo "
    + "times post herald tribune gazette chronicle globe observer journal news courier examiner inquirer "
    + "mirror independent sun mail dispatch sentinel bulletin star-ledger aljazeera al-jazeera tass interfax "
    + "blaze c-span"

  static let longMedia = [
    "associated press", "new york times", "washington post", "wall street journal", "usa today",
    "los angeles times", "financial times", "fox news", "al jazeera", "the guardian",
    "boston globe",
    "chicago tribune", "daily mail", "daily beast", "huffington post", "new yorker", "the atlantic",
    "the hill", "the economist", "people's daily", "china daily", "global times",
    "xinhua news agency",
    "agence france-presse", "national review", "weekly standard", "miami herald", "daily telegraph",
    "time magazine", "der spiegel", "le monde", "el pais", "sky news", "vanity fair",
    "rolling stone",
    "voice of america", "radio free europe", "usa today", "business insider", "new republic",
    "press association",
  ]

  static let longAuthorities = [
    "white house", "supreme court", "capitol hill", "state department", "justice department",
    "downing street", "scotland yard", "house of commons", "house of lords",
    "house of representatives",
    "federal reserve", "homeland security", "european commission", "bank of england",
    "foreign office",
    "home office", "secret service", "national security council", "people's liberation army",
    "state council", "european parliament", "european central bank", "islamic state",
  ]

  static let longBodies = [
    "united nations", "european union", "world health organization", "world bank", "red cross",
    "amnesty international", "human rights watch", "international monetary fund",
    "black lives matter",
    "islamic state", "al qaeda", "judicial watch", "planned parenthood", "communist party",
    "labour party", "tea party", "boko haram", "muslim brotherhood", "security council",
    "wall street", "silicon valley", "doctors without borders",
  ]

  static let documents =
    "statement report letter memo memorandum law treaty constitution agreement indictment lawsuit complaint "
    + "email e-mail book editorial article transcript release filing affidavit ruling verdict order "
    + "resolution bill act decree document dossier paper record copy file contract deal declaration charter "
    + "manifesto directive guideline rule regulation brief briefing summary petition communique invitation "
    + "note notice message story column op-ed essay headline caption sign banner poster advertisement ad "
    + "biography memoir novel diary warrant subpoena testimony deposition opinion script announcement "
    + "advisory bulletin newsletter pamphlet leaflet plan proposal platform pact motion speech review "
    + "brochure manual text card slogan log image photograph photo video recording footage bible koran quran invoice receipt minutes"

  static let studies =
    "poll survey study research data datum figure statistic census result analysis number estimate ranking "
    + "index experiment trial measurement finding evidence assessment audit projection forecast model "
    + "simulation tally count score test review-of-studies chart graph level sample turnout average"

  static let posts =
    "tweet post retweet hashtag livestream twitter facebook-post instagram snapchat thread vlog meme"

  /// Nobody could be asked: in the plural, or as they stand.
  static let crowds =
    "critic observer skeptic sceptic opponent proponent advocate supporter detractor pundit insider "
    + "conservative liberal moderate progressive traditionalist independent millennial voter people folks public percent "
    + "crowd audience everyone everybody nobody someone somebody anyone many some most few several others "
    + "other majority minority half youngster teenager elite establishment rebel fan republican democrat "
    + "evangelical world commentator viewer reader user pro-lifer hardliner loyalist activist libertarian"

  static let sources = "source informant insider voice"

  /// Say that the article knows a name and does not give it.
  static let anonymityMarks =
    "anonymity anonymous anonymously unnamed unidentified unspecified undisclosed pseudonym"

  static let men =
    "man boy father brother son husband uncle grandfather spokesman chairman congressman businessman king "
    + "prince lord sir actor widower gentleman dad anchorman councilman alderman gunman mr. mr messrs. emperor "
    + "priest pope cardinal monk duke baron boyfriend fireman policeman statesman footballer sheikh"

  static let women =
    "woman girl mother sister daughter wife aunt grandmother spokeswoman chairwoman congresswoman "
    + "businesswoman queen princess lady dame actress widow mom mrs. mrs ms. ms miss councilwoman nun duchess "
    + "baroness countess girlfriend policewoman"

  /// Begin with a capital and name no one.
  static let calendar =
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    + "august september october november december jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. "
    + "dec. christmas easter ramadan thanksgiving spring summer autumn winter"
}

// MARK: - Forms

extension SourceWords {
  static let irregularPlurals =
    "people men women children data police troops authorities media everyone everybody others many few "
    + "several both some most minutes"

  /// Tell one body of a kind from another.
  static let fieldsOfBodies =
    "foreign interior federal local provincial national central municipal regional environmental military "
    + "electoral constitutional supreme european international interim transitional royal"

  static let pastMarks = "former ex then-president onetime one-time retired ex-president late"

  /// Words that introduce and recall the same holder of a role; the first stands for all.
  static let sameRoles = [
    "spokesman spokeswoman spokesperson", "chairman chairwoman chairperson chair",
    "senator sen. sens. sen", "representative rep. rep congressman congresswoman",
    "governor gov. gov",
    "president pres.", "general gen. gen", "professor prof. prof", "doctor dr. dr",
    "analyst strategist", "businessman businesswoman", "lawyer attorney", "reporter journalist",
    "councillor councilor councilman councilwoman councilmember cllr cllr.",
    "minister", "police-chief chief", "colonel col. col", "sergeant sgt. sgt", "captain capt.",
  ]
}
