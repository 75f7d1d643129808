/// Paragraphs that end an article's page and are about its makers or for its readers.
enum ClosingNotes {
  /// Whether a last paragraph is a credit, an invitation to follow or write, or a notice.
  static func isNote(_ bytes: ArraySlice<UInt8>, words: Int) -> Bool {
    guard words <= 60 else { return false }
    if Byline(bytes) != nil || phrases.standIn(bytes) { return true }
    return invitations.standIn(bytes) && places.standIn(bytes)
  }

  private static let phrases = PhraseList([
    "contributed to this", "contributed reporting", "additional reporting by", "reporting by ",
    "can be reached at", "may be reached at", "have a tip", "sign up for", "sign up to",
    "newsletter", "share it with a friend", "join the conversation", "is a staff writer",
    "freelance writer", "follow us",
  ])
  private static let invitations = PhraseList(["follow ", "email ", "like us"])
  private static let places = PhraseList(["twitter", "facebook", "instagram", "@", "youtube"])
}
