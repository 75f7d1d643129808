import Testing

/// Turns of phrase of news; the article's day is Tuesday, 23 March 2004.
@Suite("TimeFinder on news")
struct NewsTimeTests {
  static let ahead = [
    TimeCase("Rivals rest ahead of Sunday's vote.", "Sunday = 2004-03-28"),
    TimeCase("A tight race days ahead of the May 1 vote.", "May 1 = 2004-05-01"),
    TimeCase("The town holds its fair on Saturday.", "Saturday = 2004-03-27"),
    TimeCase(
      "The team that lost Saturday plays Sunday.", "Saturday = 2004-03-20", "Sunday = 2004-03-28"),
    TimeCase("The ministers meet again on Friday.", "Friday = 2004-03-26"),
    TimeCase("She turns 60 on Saturday.", "Saturday = 2004-03-27"),
    TimeCase("The show runs through June 14.", "June 14 = 2004-06-14"),
    TimeCase("He has not slept through since June.", "since June = 2003-06-01.."),
    TimeCase("It will have stood since May.", "since May = 2003-05-01.."),
    TimeCase("She is leaving the firm on Friday.", "Friday = 2004-03-26"),
    TimeCase("He will be speaking on Friday.", "Friday = 2004-03-26"),
    TimeCase("He was going to leave on Friday.", "Friday = 2004-03-26"),
    TimeCase("Speaking to reporters Friday, he wept.", "Friday = 2004-03-19"),
    TimeCase("She fell from 40 percent, going from bad to worse on Friday.", "Friday = 2004-03-19"),
    TimeCase("Votes won\u{2019}t be counted until Friday.", "Friday = 2004-03-26"),
    TimeCase("It will surely be decided at talks on Friday.", "Friday = 2004-03-26"),
    TimeCase("She was ten points ahead of him on Friday.", "Friday = 2004-03-19"),
    TimeCase("The deadline passed on Friday.", "Friday = 2004-03-19"),
    TimeCase("They go into May with hope.", "May = 2004-05-01..2004-05-31"),
    TimeCase("Officials hope to finish by Friday.", "Friday = 2004-03-26"),
    TimeCase("They want to replace him on Friday.", "Friday = 2004-03-26"),
    TimeCase("He needs to win the vote on Sunday.", "Sunday = 2004-03-28"),
    TimeCase("He was forced to leave on Friday.", "Friday = 2004-03-19"),
    TimeCase("They had to decide on Sunday.", "Sunday = 2004-03-21"),
    TimeCase("Ahead of Sunday's talks, they met.", "Sunday = 2004-03-21"),
    TimeCase("If he were to win in November, it would pass.", "November = 2004-11-01..2004-11-30"),
    TimeCase("He is asking about the noise during Monday's debate.", "Monday = 2004-03-22"),
    TimeCase("By 9 a.m. Monday, the Rev. Oll was there.", "9 a.m. Monday = 2004-03-22"),
    TimeCase("If elected in November, he will cut taxes.", "November = 2004-11-01..2004-11-30"),
    TimeCase("What happens if they take office in June?", "June = 2004-06-01..2004-06-30"),
    TimeCase(
      "He said on Monday that on Friday he would leave.", "Monday = 2004-03-22",
      "Friday = 2004-03-26"),
    TimeCase("They were late: The game on Saturday drew few.", "Saturday = 2004-03-20"),
  ]

  @Test("reads what lies ahead from the words around", arguments: ahead)
  func future(_ given: TimeCase) {
    #expect(found(in: given.text) == given.expected)
  }

  static let neighbours = [
    TimeCase("He should get a boost from the win on Monday.", "Monday = 2004-03-22"),
    TimeCase("Monday's ruling will echo for years.", "Monday = 2004-03-22"),
    TimeCase("They will hear it out on Monday.", "Monday = 2004-03-29"),
    TimeCase(
      "She will appear before the house committee on health on Monday.", "Monday = 2004-03-29"),
    TimeCase("He has until Monday.", "Monday = 2004-03-29"),
    TimeCase("The race is near: there's a vote on Wednesday.", "Wednesday = 2004-03-24"),
    TimeCase("He needs the boost for a strong show Wednesday.", "Wednesday = 2004-03-24"),
    TimeCase("He was held on Wednesday.", "Wednesday = 2004-03-17"),
    TimeCase("In the town hall on Wednesday, he wept.", "Wednesday = 2004-03-17"),
    TimeCase("With a vote to come, the mayor on Monday spoke.", "Monday = 2004-03-22"),
    TimeCase("She has a hearing on Thursday.", "Thursday = 2004-03-25"),
    TimeCase("She has spoken on Thursday.", "Thursday = 2004-03-18"),
    TimeCase("He, who was not to be king, said on Wednesday so.", "Wednesday = 2004-03-17"),
  ]

  @Test("takes yesterday's and tomorrow's weekday for the near one", arguments: neighbours)
  func neighbour(_ given: TimeCase) {
    #expect(found(in: given.text) == given.expected)
  }

  static let years = [
    TimeCase("His note of March 10, they say, must be wrong.", "March 10 = 2004-03-10"),
    TimeCase("They must file their February reports.", "February = 2004-02-01..2004-02-29"),
    TimeCase("They offered to debate on April 14.", "April 14 = 2004-04-14"),
    TimeCase("They will meet in February.", "February = 2005-02-01..2005-02-28"),
    TimeCase("Rome, whose April 9 vote is near, said no.", "April 9 = 2004-04-09"),
    TimeCase("Towns changed after Sept. 11.", "after Sept. 11 = 2001-09-11.."),
    TimeCase("Leap years: he must finish by Feb. 29.", "Feb. 29 = 2004-02-29"),
    TimeCase("Talks run on May 26 and 27.", "May 26 = 2004-05-26", "27 = 2004-05-27"),
    TimeCase("Talks ran on May 26 and 27, 2003.", "May 26 = 2003-05-26", "27, 2003 = 2003-05-27"),
    TimeCase("The war (1998-2002) was long.", "1998-2002 = 1998-01-01..2002-12-31"),
    TimeCase("Her fate in June remains open.", "June = 2004-06-01..2004-06-30"),
    TimeCase("In June, the rate was 5 percent.", "June = 2003-06-01..2003-06-30"),
    TimeCase(
      "In April and May, orders rose.", "April = 2003-04-01..2003-04-30",
      "May = 2003-05-01..2003-05-31"),
    TimeCase(
      "They play in Rome in November, in Oslo in December, January, and February.",
      "November = 2003-11-01..2003-11-30", "December = 2003-12-01..2003-12-31",
      "January = 2004-01-01..2004-01-31", "February = 2004-02-01..2004-02-29"),
    TimeCase(
      "He fell ill on May 4, 2002. He died on June 2.", "May 4, 2002 = 2002-05-04",
      "June 2 = 2002-06-02"),
    TimeCase(
      "Dole, jailed on Feb. 2, 2002, was freed on March 5.", "Feb. 2, 2002 = 2002-02-02",
      "March 5 = 2004-03-05"),
    TimeCase(
      "In 1972 he ran again and lost that November.", "1972 = 1972-01-01..1972-12-31",
      "that November = 1972-11-01..1972-11-30"),
    TimeCase("In 1066, a comet was seen.", "1066 = 1066-01-01..1066-12-31"),
    TimeCase("He won the cup in '92.", "'92 = 1992-01-01..1992-12-31"),
    TimeCase("The class of \u{2019}68 met.", "\u{2019}68 = 1968-01-01..1968-12-31"),
    TimeCase("The 2000 Games were his last.", "2000 = 2000-01-01..2000-12-31"),
    TimeCase("Two things changed in 2002: prices and pay.", "2002 = 2002-01-01..2002-12-31"),
    TimeCase("Trade grew after 2001 financial rules changed.", "2001 = 2001-01-01..2001-12-31"),
  ]

  @Test("finds the year that a date leaves out", arguments: years)
  func year(_ given: TimeCase) {
    #expect(found(in: given.text) == given.expected)
  }

  static let phrases = [
    TimeCase("The May elections were put off.", "May = 2003-05-01..2003-05-31"),
    TimeCase("He said so at a March meeting.", "March = 2004-03-01..2004-03-31"),
    TimeCase("Half a century ago it was a village.", "a century ago = 1954-01-01..1954-12-31"),
    TimeCase("A quarter-century ago it sank.", "A quarter-century ago = 1979-01-01..1979-12-31"),
    TimeCase(
      "Two and a half years ago he quit.", "Two and a half years ago = 2001-01-01..2001-12-31"),
    TimeCase(
      "A month and a half ago he quit.", "A month and a half ago = 2004-02-01..2004-02-29"),
    TimeCase("It sank a week ago today.", "a week ago today = 2004-03-16"),
    TimeCase(
      "It sank ten years ago this month.", "ten years ago this month = 1994-03-01..1994-03-31"),
    TimeCase("It sank two years ago in May.", "two years ago in May = 2002-05-01..2002-05-31"),
    TimeCase("Eight months later, he won.", "Eight months later = "),
    TimeCase("June's vote will be close.", "June = 2004-06-01..2004-06-30"),
    TimeCase("He died a year ago Friday.", "a year ago Friday = 2003-03-21"),
    TimeCase("Rents rose in the mid-1980s.", "the mid-1980s = 1984-01-01..1986-12-31"),
    TimeCase(
      "Last year's third quarter was weak.",
      "Last year's third quarter = 2003-07-01..2003-09-30"),
    TimeCase("2002's first half was weak.", "2002's first half = 2002-01-01..2002-06-30"),
    TimeCase("First-half profit rose.", "First-half = 2004-01-01..2004-06-30"),
    TimeCase("It will close at year's end.", "year's end = 2004-12-31"),
    TimeCase("Later in the day, he left.", "Later in the day = 2004-03-23"),
    TimeCase("He had dined there the night before.", "the night before = 2004-03-22"),
    TimeCase("Parties will unite heading into the fall.", "the fall = 2004-09-01..2004-11-30"),
    TimeCase(
      "He spoke on Fox News Monday night.", "Monday night = 2004-03-22"),
    TimeCase("They met over Labor Day weekend.", "Labor Day weekend = 2003-08-30..2003-09-01"),
    TimeCase(
      "They met on Thanksgiving weekend 2002.",
      "Thanksgiving weekend 2002 = 2002-11-28..2002-12-01"),
    TimeCase(
      "The shop opens on the first Sunday.", "the first Sunday = 2004-03-07"),
    TimeCase(
      "Pay within two weeks from today.", "within two weeks from today = 2004-03-23..2004-04-05"),
    TimeCase("Pay no later than May 5, 2004.", "May 5, 2004 = 2004-05-05"),
    TimeCase("It is her first win in 20 years.", "in 20 years = "),
    TimeCase("The worst storm in a decade is near.", "in a decade = "),
    TimeCase("The road will stay shut until 15 May.", "15 May = 2004-05-15"),
    TimeCase("No answer is expected until June.", "June = 2004-06-01..2004-06-30"),
  ]

  @Test("reads the phrases of news", arguments: phrases)
  func phrase(_ given: TimeCase) {
    #expect(found(in: given.text) == given.expected)
  }

  @Test(
    "takes no names and verbs of news for times",
    arguments: [
      "He sang on Saturday Night Live.", "The pact would last four years.",
      "It was his last year in office.", "He lives in Suite 1989.", "Black Monday is a film.",
      "The March on Rome is a book.", "They meet on a Monday.", "They sing on Saturday evenings.",
      "Ms. August sang.", "UN resolution 1973 stands.", "A total of 1945 came.",
      "He lives at 2012 Main Street.", "The Arab Spring began.", "The second half was dull.",
      "Shares did not last three days.",
    ])
  func falseFriends(_ text: String) {
    #expect(found(in: text) == [])
  }
}
