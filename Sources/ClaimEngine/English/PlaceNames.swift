/// Places whose names stand for the state that governs from or in them.
enum PlaceNames {
  static let countries =
    "afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahrain "
    + "bangladesh barbados belarus belgium belize benin bhutan bolivia botswana brazil britain brunei "
    + "bulgaria burkina burma burundi cambodia cameroon canada chad chile china colombia congo croatia cuba "
    + "cyprus denmark djibouti dominica ecuador egypt england eritrea estonia eswatini ethiopia fiji "
    + "finland france gabon gambia germany ghana greece grenada guatemala guinea guyana haiti honduras "
    + "hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya "
    + "kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania "
    + "luxembourg madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova "
    + "monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua "
    + "niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal "
    + "qatar romania russia rwanda samoa scotland senegal serbia seychelles singapore slovakia slovenia "
    + "somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand togo "
    + "tonga tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam wales "
    + "yemen zambia zimbabwe america u.s. us u.s u.k. uk uae u.a.e. ussr prc dprk"

  /// Of several words.
  static let longCountries = [
    "united states", "united states of america", "united kingdom", "great britain", "saudi arabia",
    "south korea", "north korea", "south africa", "new zealand", "united arab emirates",
    "czech republic", "costa rica", "el salvador", "sri lanka", "sierra leone", "ivory coast",
    "dominican republic", "hong kong", "soviet union", "south sudan", "burkina faso",
    "papua new guinea", "people's republic of china", "northern ireland", "puerto rico",
    "east timor",
    "vatican city", "islamic republic",
  ]

  /// Capitals and seats that are written for a government.
  static let seats =
    "washington beijing moscow london paris berlin tokyo delhi islamabad kabul baghdad tehran damascus "
    + "jerusalem cairo ankara athens rome madrid lisbon brussels vienna warsaw budapest kiev kyiv minsk "
    + "belgrade stockholm oslo copenhagen helsinki dublin ottawa canberra wellington seoul pyongyang taipei "
    + "hanoi bangkok jakarta manila kuala caracas havana bogota lima brasilia santiago nairobi pretoria "
    + "khartoum riyadh doha tripoli tunis algiers rabat kinshasa harare kremlin pentagon capitol downing "
    + "vatican holyrood westminster"

  static let states =
    "calif. fla. mass. mich. minn. conn. ariz. colo. ill. ind. kan. ky. md. mo. mont. neb. nev. n.c. n.d. n.h. "
    + "n.j. n.m. n.y. okla. ore. pa. r.i. s.c. s.d. tenn. tex. va. vt. w.va. wash. wis. wyo. ala. ark. ga. iowa la. "
    + "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho "
    + "illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota "
    + "mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah "
    + "vermont virginia wisconsin wyoming ontario quebec alberta queensland victoria bavaria"

  static let longStates = [
    "new york", "new jersey", "new mexico", "new hampshire", "north carolina", "south carolina",
    "north dakota", "south dakota", "rhode island", "west virginia", "new york city", "los angeles",
    "san francisco", "new delhi",
  ]

  static let cities =
    "chicago boston houston dallas philadelphia phoenix detroit seattle denver atlanta miami baltimore "
    + "cleveland cincinnati orlando tampa pittsburgh shanghai shenzhen mumbai sydney melbourne toronto "
    + "montreal munich hamburg milan barcelona istanbul dubai geneva zurich glasgow manchester liverpool "
    + "brooklyn manhattan europe asia africa"

  /// Of a people; with an "s" they are its members.
  static let peoples =
    "american canadian mexican cuban brazilian british english scottish irish welsh french german italian "
    + "spanish portuguese dutch belgian swiss austrian polish czech hungarian romanian bulgarian serbian "
    + "greek turkish russian ukrainian swedish norwegian danish finnish israeli palestinian egyptian "
    + "libyan syrian iraqi iranian afghan pakistani indian bangladeshi chinese japanese korean taiwanese "
    + "vietnamese thai indonesian malaysian filipino australian nigerian kenyan ethiopian somali sudanese "
    + "saudi yemeni jordanian lebanese european african asian western eastern arab latino hispanic muslim "
    + "christian jewish catholic protestant democratic republican conservative liberal socialist communist "
    + "labour tory democrat independent libertarian islamist kurdish sunni shiite republican californian "
    + "texan soviet venezuelan colombian argentine chilean georgian belarusian estonian latvian "
    + "lithuanian croatian"
}
