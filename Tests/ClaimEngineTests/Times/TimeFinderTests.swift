import ClaimEngine
import ClaimModel
import Testing

/// A sentence, and its expressions as "words = first day..last day"; an open end is empty.
struct TimeCase: Sendable, CustomTestStringConvertible {
  let text: String
  let expected: [String]

  init(_ text: String, _ expected: String...) {
    self.text = text
    self.expected = expected
  }

  var testDescription: String { text }
}

/// What the finder answers for a text, in the form of `TimeCase`.
func found(in text: String, on reference: String? = "2004-03-23") -> [String] {
  let day = reference.flatMap { CalendarDay(iso: $0) }
  let spans = [TextSpan(0, text.utf8.count)]
  return TimeFinder().expressions(in: text, within: spans, reference: day).map { expression in
    let words = String(decoding: Array(text.utf8)[expression.span.range], as: UTF8.self)
    let from = expression.from?.description ?? ""
    let to = expression.to?.description ?? ""
    return "\(words) = \(from == to ? from : from + ".." + to)"
  }
}

/// The article's day is Tuesday, 23 March 2004.
@Suite("TimeFinder")
struct TimeFinderTests {
  static let calendarDates = [
    TimeCase("The ship sank on April 5, 1999.", "April 5, 1999 = 1999-04-05"),
    TimeCase("It opened on 5 April 1999.", "5 April 1999 = 1999-04-05"),
    TimeCase("It opened on the 5th of April 1999.", "the 5th of April 1999 = 1999-04-05"),
    TimeCase("Filed 2003-11-30 in court.", "2003-11-30 = 2003-11-30"),
    TimeCase("Filed on 11/30/2003.", "11/30/2003 = 2003-11-30"),
    TimeCase("Filed on 30/11/2003.", "30/11/2003 = 2003-11-30"),
    TimeCase("Filed on 30.11.2003.", "30.11.2003 = 2003-11-30"),
    TimeCase("Filed on 05-Aug-2003.", "05-Aug-2003 = 2003-08-05"),
    TimeCase("It fell on Feb. 29, 2004.", "Feb. 29, 2004 = 2004-02-29"),
    TimeCase("It began on Friday, March 19, 2004.", "Friday, March 19, 2004 = 2004-03-19"),
    TimeCase("Since the attacks of 9/11 much changed.", "9/11 = 2001-09-11"),
    TimeCase("On June 11: a list of 2003.", "June 11 = ", "2003 = 2003-01-01..2003-12-31"),
    TimeCase("Filed as 20031130.", "20031130 = 2003-11-30"),
    TimeCase(
      "Issue 11/2003, later 2003-12.", "11/2003 = 2003-11-01..2003-11-30",
      "2003-12 = 2003-12-01..2003-12-31"),
    TimeCase("In week 2 of 2003 it froze.", "week 2 of 2003 = 2003-01-06..2003-01-12"),
    TimeCase("They met in May 1968.", "May 1968 = 1968-05-01..1968-05-31"),
    TimeCase("They met in May of 1968.", "May of 1968 = 1968-05-01..1968-05-31"),
    TimeCase("He won the 1996 election.", "1996 = 1996-01-01..1996-12-31"),
    TimeCase("She left in nineteen eighty-four.", "nineteen eighty-four = 1984-01-01..1984-12-31"),
    TimeCase("Bridges of the 1930s.", "the 1930s = 1930-01-01..1939-12-31"),
    TimeCase("Songs of the '80s.", "the '80s = 1980-01-01..1989-12-31"),
    TimeCase("He spoke in the late 1980s.", "the late 1980s = 1985-01-01..1989-12-31"),
    TimeCase("A 19th-century mill.", "19th-century = 1800-01-01..1899-12-31"),
    TimeCase("A law of 212 AD.", "212 AD = 0212-01-01..0212-12-31"),
    TimeCase("Sales rose in Q3 2003.", "Q3 2003 = 2003-07-01..2003-09-30"),
    TimeCase("Sales in 2003 Q1 fell.", "2003 Q1 = 2003-01-01..2003-03-31"),
    TimeCase(
      "The third quarter of 2003 was weak.", "The third quarter of 2003 = 2003-07-01..2003-09-30"),
    TimeCase(
      "In the first half of 2002 it grew.", "the first half of 2002 = 2002-01-01..2002-06-30"),
    TimeCase("Rain fell in summer 2003.", "summer 2003 = 2003-06-01..2003-08-31"),
    TimeCase("Fiscal 2003 ended well.", "Fiscal 2003 = 2003-01-01..2003-12-31"),
    TimeCase("It closed in early 2003.", "early 2003 = 2003-01-01..2003-06-30"),
    TimeCase("It closed in mid-2003.", "mid-2003 = 2003-05-01..2003-08-31"),
    TimeCase("It closed at the end of 2003.", "the end of 2003 = 2003-09-01..2003-12-31"),
    TimeCase("Pay by the end of 2003.", "the end of 2003 = 2003-12-31"),
    TimeCase("The first Friday of July 2003.", "The first Friday of July 2003 = 2003-07-04"),
    TimeCase("The last Monday in May 2003.", "The last Monday in May 2003 = 2003-05-26"),
  ]

  @Test("resolves dates of the calendar without a reference", arguments: calendarDates)
  func absolute(_ given: TimeCase) {
    #expect(found(in: given.text, on: nil) == given.expected)
  }

  static let tenses = [
    TimeCase("Police arrested him on Tuesday.", "Tuesday = 2004-03-23"),
    TimeCase("Police arrested him on Wednesday.", "Wednesday = 2004-03-17"),
    TimeCase("On Monday, the court freed her.", "Monday = 2004-03-22"),
    TimeCase("The court will hear him on Wednesday.", "Wednesday = 2004-03-24"),
    TimeCase("On Thursday the court will hear him.", "Thursday = 2004-03-25"),
    TimeCase("The vote is to be held on Sunday.", "Sunday = 2004-03-28"),
    TimeCase("The vote was held on Sunday.", "Sunday = 2004-03-21"),
    TimeCase("The vote is on Sunday.", "Sunday = 2004-03-28"),
    TimeCase("She is set to speak on Friday.", "Friday = 2004-03-26"),
    TimeCase("He said Monday that rain fell.", "Monday = 2004-03-22"),
    TimeCase("It opened in May.", "May = 2003-05-01..2003-05-31"),
    TimeCase("It will open in May.", "May = 2004-05-01..2004-05-31"),
    TimeCase("He left on April 2.", "April 2 = 2003-04-02"),
    TimeCase("He is expected to leave on April 2.", "April 2 = 2004-04-02"),
    TimeCase(
      "The bill that they wrote has a long way to go until April 30.", "April 30 = 2004-04-30"),
    TimeCase("The bill that they wrote was read on April 30.", "April 30 = 2003-04-30"),
    TimeCase("He died on the 15th.", "the 15th = 2004-03-15"),
    TimeCase("Taxes are due on the 15th.", "the 15th = 2004-04-15"),
    TimeCase("She came at Christmas.", "Christmas = 2003-12-25"),
    TimeCase("She will come at Christmas.", "Christmas = 2004-12-25"),
    TimeCase("Profit rose in the fourth quarter.", "the fourth quarter = 2003-10-01..2003-12-31"),
    TimeCase("Its second win in three years came.", "in three years = "),
    TimeCase("Following Monday's debate he left.", "Monday = 2004-03-22"),
    TimeCase("He wrote of the Sept. 11 attacks.", "Sept. 11 = 2001-09-11"),
    TimeCase("Shops close for Christmas.", "Christmas = 2003-12-25"),
    TimeCase("He had been told of the fault in May.", "May = 2003-05-01..2003-05-31"),
    TimeCase(
      "He had been told of the fault in March and again in May.", "March = 2004-03-01..2004-03-31",
      "May = 2003-05-01..2003-05-31"),
    TimeCase("The hearing continues on Monday at 7.30pm.", "Monday at 7.30pm = 2004-03-29"),
    TimeCase("The pool reopens on Friday.", "Friday = 2004-03-26"),
    TimeCase("I spent the weekend reading.", "the weekend = 2004-03-20..2004-03-21"),
    TimeCase("They met over the weekend.", "the weekend = 2004-03-20..2004-03-21"),
  ]

  @Test("lets the verb choose between past and future", arguments: tenses)
  func tense(_ given: TimeCase) {
    #expect(found(in: given.text) == given.expected)
  }

  static let relatives = [
    TimeCase("Rain fell yesterday.", "yesterday = 2004-03-22"),
    TimeCase("Rain fell yesterday afternoon.", "yesterday afternoon = 2004-03-22"),
    TimeCase("Last night it rained.", "Last night = 2004-03-22"),
    TimeCase("It rained this morning.", "this morning = 2004-03-23"),
    TimeCase("The day before yesterday it rained.", "The day before yesterday = 2004-03-21"),
    TimeCase("Rain the day after tomorrow.", "the day after tomorrow = 2004-03-25"),
    TimeCase("Prices fell last week.", "last week = 2004-03-15..2004-03-21"),
    TimeCase("Prices fell last month.", "last month = 2004-02-01..2004-02-29"),
    TimeCase("Prices fell last quarter.", "last quarter = 2003-10-01..2003-12-31"),
    TimeCase("Its record worsened last year.", "last year = 2003-01-01..2003-12-31"),
    TimeCase("Prices fell last summer.", "last summer = 2003-06-01..2003-08-31"),
    TimeCase("He left last September.", "last September = 2003-09-01..2003-09-30"),
    TimeCase("Voting starts next June.", "next June = 2004-06-01..2004-06-30"),
    TimeCase("He left last Friday.", "last Friday = 2004-03-19"),
    TimeCase("He leaves next Friday.", "next Friday = 2004-04-02"),
    TimeCase("He left this past Friday.", "this past Friday = 2004-03-19"),
    TimeCase("He leaves Friday next week.", "Friday next week = 2004-04-02"),
    TimeCase("A party next week on Friday.", "next week on Friday = 2004-04-02"),
    TimeCase("He left two years ago.", "two years ago = 2002-01-01..2002-12-31"),
    TimeCase("He left three months ago.", "three months ago = 2003-12-01..2003-12-31"),
    TimeCase("He left three days ago.", "three days ago = 2004-03-20"),
    TimeCase("He left a few days ago.", "a few days ago = ..2004-03-23"),
    TimeCase(
      "Prices rose over the past five years.", "the past five years = 1999-03-23..2004-03-22"),
    TimeCase("They will meet in two weeks.", "in two weeks = 2004-04-06"),
    TimeCase("Leave within three days.", "within three days = 2004-03-23..2004-03-25"),
    TimeCase(
      "It will end in the next two quarters.", "the next two quarters = 2004-04-01..2004-09-30"),
    TimeCase("Earlier this year he left.", "Earlier this year = 2004-01-01..2004-03-22"),
    TimeCase("Later this month he will go.", "Later this month = 2004-03-23..2004-03-31"),
    TimeCase("He reigned for three years.", "three years = "),
    TimeCase(
      "Two weeks before Christmas 2003 he left.", "Two weeks before Christmas 2003 = 2003-12-11"),
    TimeCase("At 5 p.m. Monday he left.", "5 p.m. Monday = 2004-03-22"),
    TimeCase("He left Monday at 10:30 a.m. and slept.", "Monday at 10:30 a.m. = 2004-03-22"),
    TimeCase("Rates of the five past years.", "five past years = 1999-03-23..2004-03-22"),
    TimeCase("Rest in the coming weeks.", "the coming weeks = 2004-03-23.."),
    TimeCase(
      "A strike of three days starting Monday.",
      "three days starting Monday = 2004-03-22..2004-03-24"),
    TimeCase("Mohamed, who is named Will, leaves Friday.", "Friday = 2004-03-19"),
    TimeCase("\u{201C}[Ten] days ago it rained.\u{201D}", "Ten] days ago = 2004-03-13"),
    TimeCase("Crowds came to this years feast.", "this years = 2004-01-01..2004-12-31"),
    TimeCase("The 2002 third quarter was good.", "The 2002 third quarter = 2002-07-01..2002-09-30"),
    TimeCase("He owns a 2000 year old vase and a 2003 car.", "2003 = 2003-01-01..2003-12-31"),
    TimeCase("He retired in the year 2001.", "the year 2001 = 2001-01-01..2001-12-31"),
    TimeCase(
      "They begin the week of May 5, 2003.", "the week of May 5, 2003 = 2003-05-05..2003-05-11"),
    TimeCase(
      "It lasted the last two weeks of 2003.", "the last two weeks of 2003 = 2003-12-15..2003-12-28"
    ),
  ]

  @Test("counts from the article's day", arguments: relatives)
  func relative(_ given: TimeCase) {
    #expect(found(in: given.text) == given.expected)
  }

  @Test(
    "counts the weeks of a Sunday from that day",
    arguments: [
      TimeCase("He left last Friday.", "last Friday = 2004-03-26"),
      TimeCase("He left last Sunday.", "last Sunday = 2004-03-21"),
      TimeCase("He left Sunday.", "Sunday = 2004-03-28"),
      TimeCase("He leaves next Friday.", "next Friday = 2004-04-02"),
    ])
  func sunday(_ given: TimeCase) {
    #expect(found(in: given.text, on: "2004-03-28") == given.expected)
  }

  @Test("leaves relative times without a place when the article has no day", arguments: relatives)
  func unanchored(_ given: TimeCase) {
    for expression in found(in: given.text, on: nil) where !expression.contains("200") {
      #expect(expression.hasSuffix(" = "))
    }
  }

  static let periods = [
    TimeCase("It ran from 1998 through 2002.", "from 1998 through 2002 = 1998-01-01..2002-12-31"),
    TimeCase("It ran between 1998 and 2002.", "between 1998 and 2002 = 1998-01-01..2002-12-31"),
    TimeCase("The 1998-2002 war.", "1998-2002 = 1998-01-01..2002-12-31"),
    TimeCase("In 1998-99 he played.", "1998-99 = 1998-01-01..1999-12-31"),
    TimeCase("It ran May 5-7, 2003.", "May 5-7, 2003 = 2003-05-05..2003-05-07"),
    TimeCase("It ran from 5 to 7 May 2003.", "from 5 to 7 May 2003 = 2003-05-05..2003-05-07"),
    TimeCase(
      "It ran from Nov. 20 to Feb. 11, 2003.",
      "from Nov. 20 to Feb. 11, 2003 = 2002-11-20..2003-02-11"),
    TimeCase("It ran from Monday to Friday.", "from Monday to Friday = 2004-03-15..2004-03-19"),
    TimeCase("It ran from January to now.", "from January to now = 2004-01-01..2004-03-23"),
    TimeCase("He has ruled since 1999.", "since 1999 = 1999-01-01.."),
    TimeCase("He left before 1999.", "before 1999 = ..1998-12-31"),
    TimeCase("He left after April 5, 2002.", "after April 5, 2002 = 2002-04-05.."),
    TimeCase("Those of 2001 or later stay.", "2001 or later = 2001-01-01.."),
    TimeCase(
      "It ran between June 5, 2003, and\u{A0}June\u{202F}7, 2003.",
      "between June 5, 2003, and\u{A0}June\u{202F}7, 2003 = 2003-06-05..2003-06-07"),
    TimeCase(
      "It ran between 5 and\u{A0}7 June 2003.",
      "between 5 and\u{A0}7 June 2003 = 2003-06-05..2003-06-07"),
    TimeCase("He stayed until 1999.", "1999 = 1999-01-01..1999-12-31"),
    TimeCase("The road is shut until Easter.", "Easter = 2004-04-11"),
    TimeCase("Fares rise starting on 3 May 2004.", "starting on 3 May 2004 = 2004-05-03.."),
    TimeCase(
      "It was built in October two thousand and two.",
      "October two thousand and two = 2002-10-01..2002-10-31"),
    TimeCase(
      "It opens on 4/20, 4/22 or 4/25.", "4/20 = 2004-04-20", "4/22 = 2004-04-22",
      "4/25 = 2004-04-25"),
    TimeCase("It will be done by 2010.", "2010 = 2010-01-01..2010-12-31"),
    TimeCase("Before the 1999 protests he left.", "1999 = 1999-01-01..1999-12-31"),
  ]

  @Test("reads periods with two ends or one", arguments: periods)
  func period(_ given: TimeCase) {
    #expect(found(in: given.text) == given.expected)
  }

  @Test("starts from the time last named where the words say so")
  func context() {
    #expect(
      found(in: "He fell ill on March 2. The next day he died. He had married a year earlier.") == [
        "March 2 = 2004-03-02", "The next day = 2004-03-03",
        "a year earlier = 2003-01-01..2003-12-31",
      ])
    #expect(
      found(in: "Profit rose in the third quarter of 2003 from a year earlier.") == [
        "the third quarter of 2003 = 2003-07-01..2003-09-30",
        "a year earlier = 2002-07-01..2002-09-30",
      ])
  }

  @Test(
    "takes no other words for times",
    arguments: [
      "It may rain and they march on.", "May I ask why?", "The women's march drew 2,004 people.",
      "He paid $2004 for it.", "2004 people came.", "About 2000 soldiers fled.",
      "Call 555-2004-1999.",
      "The Sunday Times said so.", "The Mail on Sunday said so.", "He told USA Today so.",
      "He spoke on Fox News Sunday.", "He sat in the sun.",
      "They wed and fall in love.", "The second man left.", "A 37-year-old driver.",
      "He is 42 years old.", "Room 2004 is free.", "They trained every Monday.",
      "It costs 3.50 a day.",
      "April said she was august.", "At the end of the day it is luck.",
      "He told CBS This Morning so.", "It was 10-12 when he scored.", "Version 10.2.3.2004 is out.",
      "The model F-2004 sells.", "He opened an Easter egg.", "Chinese New Year is a feast.",
    ])
  func falseFriends(_ text: String) {
    #expect(found(in: text) == [])
  }

  static let holidays = [
    TimeCase("Thanksgiving 2003 was quiet.", "Thanksgiving 2003 = 2003-11-27"),
    TimeCase("Easter 2003 was quiet.", "Easter 2003 = 2003-04-20"),
    TimeCase("Good Friday 2003 was quiet.", "Good Friday 2003 = 2003-04-18"),
    TimeCase("Labor Day 2003 was quiet.", "Labor Day 2003 = 2003-09-01"),
    TimeCase("Memorial Day 2003 was quiet.", "Memorial Day 2003 = 2003-05-26"),
    TimeCase("Election Day 2002 was quiet.", "Election Day 2002 = 2002-11-05"),
    TimeCase("New Year's Eve 2003 was loud.", "New Year's Eve 2003 = 2003-12-31"),
    TimeCase("New Year\u{2019}s Day 2003 was quiet.", "New Year\u{2019}s Day 2003 = 2003-01-01"),
    TimeCase("Last Easter it rained.", "Last Easter = 2003-04-20"),
    TimeCase("Independence Day was hot.", "Independence Day = 2003-07-04"),
  ]

  @Test("knows the holidays", arguments: holidays)
  func holiday(_ given: TimeCase) {
    #expect(found(in: given.text) == given.expected)
  }
}
