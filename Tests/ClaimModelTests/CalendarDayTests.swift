import ClaimModel
import Foundation
import Testing

@Suite("CalendarDay")
struct CalendarDayTests {
  @Test(
    "counts days from 1970",
    arguments: [
      ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2),
      ("2004-03-23", 12_500, 2), ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
    ])
  func epoch(_ iso: String, _ daysSinceEpoch: Int, _ weekday: Int) throws {
    let day = try #require(CalendarDay(iso: iso))
    #expect(day.daysSinceEpoch == daysSinceEpoch)
    #expect(day.weekday == weekday)
    #expect(CalendarDay(daysSinceEpoch: daysSinceEpoch) == day)
    #expect(day.description == iso)
  }

  @Test("walks through every day of 800 years in order")
  func walk() throws {
    var previous = try #require(CalendarDay(iso: "1599-12-31"))
    for number in (previous.daysSinceEpoch + 1)...(previous.daysSinceEpoch + 292_194) {
      let day = try #require(CalendarDay(daysSinceEpoch: number))
      #expect(previous < day && day.daysSinceEpoch == number)
      #expect(day.weekday == previous.weekday % 7 + 1)
      previous = day
    }
    #expect(previous.description == "2399-12-31")
  }

  @Test(
    "refuses what the calendar lacks",
    arguments: [
      "1900-02-29", "2023-02-29", "2023-13-01", "2023-00-10", "2023-04-31", "0000-01-01",
      "2023-1-01", "2023-01-01T00", "2023/01/01", "", "２０２３-01-01", "+023-01-01",
    ])
  func refusals(_ text: String) {
    #expect(CalendarDay(iso: text) == nil)
  }

  @Test("adds days, months and years")
  func adding() throws {
    let leapDay = try #require(CalendarDay(iso: "2004-02-29"))
    #expect(leapDay.adding(days: 1)?.description == "2004-03-01")
    #expect(leapDay.adding(days: -60)?.description == "2003-12-31")
    #expect(leapDay.adding(months: 12)?.description == "2005-02-28")
    #expect(leapDay.adding(months: -2)?.description == "2003-12-29")
    #expect(leapDay.adding(years: 4)?.description == "2008-02-29")
    #expect(leapDay.adding(years: -1)?.description == "2003-02-28")
    let endOfJanuary = try #require(CalendarDay(iso: "2023-01-31"))
    #expect(endOfJanuary.adding(months: 1)?.description == "2023-02-28")
    #expect(endOfJanuary.adding(months: -1)?.description == "2022-12-31")
  }

  @Test("ends with the year 9999 and begins with the year 1")
  func bounds() throws {
    let last = try #require(CalendarDay(iso: "9999-12-31"))
    let first = try #require(CalendarDay(iso: "0001-01-01"))
    #expect(last.adding(days: 1) == nil && first.adding(days: -1) == nil)
    #expect(last.adding(months: 1) == nil && first.adding(months: -1) == nil)
    #expect(last.adding(years: 1) == nil && first.adding(years: -1) == nil)
    #expect(last.adding(days: .max) == nil && last.adding(months: .max) == nil)
    #expect(last.adding(years: .max) == nil)
  }

  @Test("is its ISO form in JSON")
  func coding() throws {
    let day = try #require(CalendarDay(year: 2004, month: 3, day: 23))
    let data = try JSONEncoder().encode([day])
    #expect(String(decoding: data, as: UTF8.self) == #"["2004-03-23"]"#)
    #expect(try JSONDecoder().decode([CalendarDay].self, from: data) == [day])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CalendarDay].self, from: Data(#"["2004-02-30"]"#.utf8))
    }
  }
}
