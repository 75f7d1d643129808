import ArticleReader
import ClaimModel
import Testing

@Suite("Written dates")
struct WrittenDatesTests {
  @Test(
    "a date line is read however it is written",
    arguments: [
      ("Updated: 2004-03-23 13:37", "2004-03-23T13:37"),
      ("2004-03-23", "2004-03-23"),
      ("2004/03/23 13:37:05", "2004-03-23T13:37"),
      ("2004-03-23T13:37:05.250Z", "2004-03-23T13:37Z"),
      ("2004-03-23T13:37:05+08:00", "2004-03-23T13:37+08:00"),
      ("2004-03-23 13:37 -0500", "2004-03-23T13:37-05:00"),
      ("20040323", "2004-03-23"),
      ("March 23, 2004", "2004-03-23"),
      ("MARCH 23RD, 2004", "2004-03-23"),
      ("Tuesday, Mar. 23, 2004 at 1:37 p.m. EDT", "2004-03-23T13:37-04:00"),
      ("March 23, 2004, 12:05 am ET", "2004-03-23T00:05"),
      ("23 March 2004, 13:37 GMT", "2004-03-23T13:37Z"),
      ("23rd of March, 2004", "2004-03-23"),
      ("23-Mar-2004 1337 GMT", "2004-03-23T13:37Z"),
      ("13:37 GMT, Tuesday, 23 March 2004", "2004-03-23T13:37Z"),
      ("Tue Mar 23 2004", "2004-03-23"),
      ("Tue Mar 23 13:37:00 GMT 2004", "2004-03-23T13:37Z"),
      ("Tue, 23 Mar 2004 13:37:00 +0100", "2004-03-23T13:37+01:00"),
      ("23.03.2004 13:37", "2004-03-23T13:37"),
      ("3/23/2004", "2004-03-23"),
      ("23/3/04", "2004-03-23"),
      ("Published 9.30am, 23 March 2004", "2004-03-23T09:30"),
      ("2004年3月23日 13:37", "2004-03-23T13:37"),
      ("23 March 2004 13:37 (UTC+8)", "2004-03-23T13:37+08:00"),
      ("Beijing, March 23, 2004", "2004-03-23"),
      ("Published: March 22, 2004 | Updated: March 23, 2004", "2004-03-22"),
      ("Updated March 23, 2004 / Published March 22, 2004", "2004-03-22"),
      ("Last modified on 23 March 2004 at 5 pm", "2004-03-23T17:00"),
      ("Publié le 23 mars 2004 à 13h37", "2004-03-23T13:37"),
      ("Publicado em 23/03/2004 às 9h05", "2004-03-23T09:05"),
      ("Release date: 23 March 2004", "2004-03-23"),
      ("Pubblicato il 23 marzo 2004 alle ore 13:37", "2004-03-23T13:37"),
      ("Tuesday, March 23", nil),
      ("February 30, 2004", nil),
    ] as [(String, String?)])
  func reads(line: String, published: String?) throws {
    let text = """
      New bridge opens in the north

      \(line)

      The new bridge over the Tana was opened by the queen on Monday morning.

      """
    let article = try ArticleReader().read(Array(text.utf8), path: nil).article
    #expect(article.metadata.published?.description == published)
    #expect(article.blocks.map(\.role) == [.title, .date, .body])
  }

  @Test(
    "a line that says more than a date is not one",
    arguments: [
      "Minister resigns on March 23, 2004", "Ten dead in 2004", "Section 12.4.1",
      "Vote 9:2 on bridge",
    ])
  func notDates(line: String) throws {
    let text =
      "\(line)\n\nThe new bridge over the Tana was opened by the queen on Monday morning.\n"
    let article = try ArticleReader().read(Array(text.utf8), path: nil).article
    #expect(article.blocks.map(\.role) == [.title, .body])
    #expect(article.metadata.published == nil)
  }
}
