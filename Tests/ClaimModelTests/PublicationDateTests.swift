import ClaimModel
import Testing

@Suite("Dates and moments as text")
struct PublicationDateTests {
  @Test(
    "writes what it reads",
    arguments: [
      "2004-03-23", "2004-03-23T13:37", "2004-03-23T13:37+08:00", "2004-03-23T00:00Z",
      "2004-03-23T13:37-03:30",
    ])
  func roundTrip(_ text: String) {
    #expect(PublicationDate(text)?.description == text)
  }

  @Test("drops seconds")
  func seconds() {
    #expect(PublicationDate("2004-03-23T13:37:59.5Z")?.description == "2004-03-23T13:37Z")
  }

  @Test(
    "refuses what is no date", arguments: ["", "2004-02-30", "2004-03-23T25:00", "2004-03-23Tx"])
  func refuses(_ text: String) {
    #expect(PublicationDate(text) == nil)
  }

  @Test(
    "moments read and write milliseconds in UTC",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (1_772_357_400_250, "2026-03-01T09:30:00.250Z"),
    ])
  func timestamps(_ milliseconds: Int64, _ text: String) {
    #expect(Timestamp(milliseconds: milliseconds).description == text)
    #expect(Timestamp(text) == Timestamp(milliseconds: milliseconds))
  }

  @Test(
    "refuses what is no moment",
    arguments: [
      "2026-03-01", "2026-03-01T09:30:00", "2026-03-01T24:00:00Z", "2026-13-01T09:30:00Z",
    ])
  func refusesMoments(_ text: String) {
    #expect(Timestamp(text) == nil)
  }
}
