import ClaimModel
import Testing

@testable import ClaimEngine

/// Times that start from others in the text; the article's day is Tuesday, 23 March 2004.
@Suite("TimeFinder on what was named before")
struct AnchoredTimeTests {
  /// Paragraphs are blocks of their own here, as the reader makes them.
  private func found(inParagraphs text: String, on reference: String = "2004-03-23") -> [String] {
    var spans: [TextSpan] = []
    var start = 0
    for paragraph in text.split(separator: "\n\n") {
      spans.append(TextSpan(start, start + paragraph.utf8.count))
      start += paragraph.utf8.count + 2
    }
    let bytes = Array(text.utf8)
    return TimeFinder().expressions(
      in: text, within: spans, reference: CalendarDay(iso: reference)
    ).map { expression in
      let words = String(decoding: bytes[expression.span.range], as: UTF8.self)
      let from = expression.from?.description ?? ""
      let to = expression.to?.description ?? ""
      return "\(words) = \(from == to ? from : from + ".." + to)"
    }
  }

  static let anchored = [
    TimeCase(
      "The mill burned on 3 May 1999.\n\nTwo men died that night. The owner fled the next morning."
        + "\n\nThe following week the bank failed.",
      "3 May 1999 = 1999-05-03", "that night = 1999-05-03", "the next morning = 1999-05-04",
      "The following week = 1999-05-10..1999-05-16"),
    TimeCase(
      "The dam broke on May 3, 1999.\n\nTwo weeks later the mayor resigned.",
      "May 3, 1999 = 1999-05-03", "Two weeks later = 1999-05-17..1999-05-23"),
    TimeCase(
      "The mill burned on 3 May 1999. That same month the bank failed. Earlier that day rain had "
        + "fallen. The same year the union was banned.",
      "3 May 1999 = 1999-05-03", "That same month = 1999-05-01..1999-05-31",
      "Earlier that day = 1999-05-03", "The same year = 1999-01-01..1999-12-31"),
    TimeCase(
      "The well dried up two years ago. Three weeks earlier the pump failed.",
      "two years ago = 2002-01-01..2002-12-31", "Three weeks earlier = 2001-12-11..2002-12-10"),
    TimeCase(
      "The mill burned in May 1999.\n\nTwo men died that night. They fled the next morning.",
      "May 1999 = 1999-05-01..1999-05-31", "that night = ", "the next morning = "),
    TimeCase(
      "The ferry sank on 4 June 2001.\n\n\"We saw it,\" a guest said on Monday.\n\nThat night nobody slept.",
      "4 June 2001 = 2001-06-04", "Monday = 2004-03-22", "That night = 2001-06-04"),
  ]

  @Test("starts from the time that is meant, over paragraphs", arguments: anchored)
  func anchors(_ given: TimeCase) {
    #expect(found(inParagraphs: given.text) == given.expected)
  }

  static let speeches = [
    TimeCase(
      "Anna Holm told the council on 3 June 2001: \"Today, I am tired.\" She left today.",
      "3 June 2001 = 2001-06-03", "Today = 2001-06-03", "today = 2004-03-23"),
    TimeCase(
      "\"We sold it last year,\" Osei said on June 3, 2001.", "last year = 2000-01-01..2000-12-31",
      "June 3, 2001 = 2001-06-03"),
    TimeCase(
      "The ferry sank on June 3, 2001. \"We mourn today,\" he said.",
      "June 3, 2001 = 2001-06-03", "today = 2004-03-23"),
  ]

  static let letters = [
    TimeCase(
      "In a letter of 4 July 2001 Osei said: \"Last month we lost.\"", "4 July 2001 = 2001-07-04",
      "Last month = 2001-06-01..2001-06-30")
  ]

  @Test("counts from the day on which a quote was said", arguments: speeches + letters)
  func spoken(_ given: TimeCase) {
    #expect(found(inParagraphs: given.text) == given.expected)
  }

  static let orders = [
    TimeCase(
      "It was tested on 25/12/2003, on 02/03/2003 and on 07/08/2003.", "25/12/2003 = 2003-12-25",
      "02/03/2003 = 2003-03-02", "07/08/2003 = 2003-08-07"),
    TimeCase(
      "Dates are day/month/year. It was tested on 02/03/2003.", "02/03/2003 = 2003-03-02"),
    TimeCase("It was tested on 02/03/2003.", "02/03/2003 = 2003-02-03"),
    TimeCase(
      "It was tested on 12/25/2003 and on 02/03/2003.", "12/25/2003 = 2003-12-25",
      "02/03/2003 = 2003-02-03"),
    TimeCase("It was tested on 02.03.2003.", "02.03.2003 = 2003-03-02"),
    TimeCase("He was born on 19-Nov-62.", "19-Nov-62 = 1962-11-19"),
    TimeCase("The log of 2004-03-02T10:15Z is lost.", "2004-03-02T10:15Z = 2004-03-02"),
  ]

  @Test("reads dates in figures in the order that the text shows", arguments: orders)
  func figures(_ given: TimeCase) {
    #expect(found(inParagraphs: given.text) == given.expected)
  }

  @Test("takes the order that the user knows before what the text shows")
  func knownOrder() {
    let text = "It was tested on 02/03/2003 and on 12/25/2003."
    let found = TimeFinder(order: .dayFirst).expressions(
      in: text, within: [TextSpan(0, text.utf8.count)], reference: nil)
    #expect(found.map(\.from?.description) == ["2003-03-02", "2003-12-25"])
  }

  static let others = [
    TimeCase(
      "The bridge fell on 12 June 1998. The next year it was rebuilt.", "12 June 1998 = 1998-06-12",
      "The next year = 1999-01-01..1999-12-31"),
    TimeCase(
      "Between June and July the dam leaked.", "Between June and July = 2003-06-01..2003-07-31"),
    TimeCase(
      "Between March and April, nobody was hurt.",
      "Between March and April = 2003-03-01..2003-04-30"),
    TimeCase(
      "Between May and August sales fell.", "Between May and August = 2003-05-01..2003-08-31"),
    TimeCase("Over the weekend two boats sank.", "the weekend = 2004-03-20..2004-03-21"),
    TimeCase("On May Day they marched.", "May Day = 2003-05-01"),
    TimeCase(
      "Crews arrived on Tuesday, and left on Wednesday.", "Tuesday = 2004-03-16",
      "Wednesday = 2004-03-17"),
    TimeCase(
      "Police said on Tuesday that the crews left on Wednesday.", "Tuesday = 2004-03-23",
      "Wednesday = 2004-03-17"),
    TimeCase(
      "The final quarter of last year was worse.",
      "The final quarter of last year = 2003-10-01..2003-12-31"),
    TimeCase(
      "In the first week of May 2003 it rained.",
      "the first week of May 2003 = 2003-05-01..2003-05-07"),
    TimeCase(
      "It rained in the last week of May 2003.",
      "the last week of May 2003 = 2003-05-25..2003-05-31"),
    TimeCase("Sales fell in 2000/01.", "2000/01 = 2000-01-01..2001-12-31"),
    TimeCase("The last decade was the warmest.", "The last decade = 1994-01-01..2003-12-31"),
    TimeCase("Growth was slow in Osei's last year in office."),
    TimeCase("The firm cut 1984 posts and counted 2001 bicycles."),
    TimeCase("Between 1900 and 2000 homes were lost."),
    TimeCase("2000 of the homes were lost."),
    TimeCase("They won 2002 elections.", "2002 = 2002-01-01..2002-12-31"),
    TimeCase(
      "The fiscal year ends on June 30. Sales rose in fiscal 2003.", "June 30 = 2004-06-30",
      "fiscal 2003 = 2002-07-01..2003-06-30"),
    TimeCase("Sales rose in fiscal 2003.", "fiscal 2003 = 2003-01-01..2003-12-31"),
  ]

  @Test("reads what newspapers write", arguments: others)
  func other(_ given: TimeCase) {
    #expect(found(inParagraphs: given.text) == given.expected)
  }
}
