import ClaimModel

/// What the head of a mail says of its text.
struct MailFields {
  private(set) var metadata = Article.Metadata()
  private(set) var provenance: [Reading.Field: String] = [:]

  init(_ head: MailHead) {
    if let subject = head.text("subject").map(Self.withoutPrefixes), !subject.isEmpty {
      metadata.title = subject
      provenance[.title] = "mail Subject"
    }
    if let sender = head.text("from").flatMap(Self.name) {
      metadata.byline = sender
      provenance[.byline] = "mail From"
    }
    if let date = head.text("date"), date.utf8.count <= 100,
      let published = WrittenDates(date).publication
    {
      metadata.published = published
      provenance[.published] = "mail Date"
    }
  }

  /// What a mail says of itself that another forwards; the other's words where it says nothing.
  init(_ forwarded: ForwardedHead, in outer: MailFields) {
    self = outer
    if let subject = forwarded.subject.map(Self.withoutPrefixes), !subject.isEmpty {
      metadata.title = subject
      provenance[.title] = "forwarded Subject"
    }
    if let sender = forwarded.sender.flatMap(Self.name) {
      metadata.byline = sender
      provenance[.byline] = "forwarded From"
    }
    // The day on which somebody passed it on is not the day it tells of.
    metadata.published = forwarded.date.flatMap(MailDate.publication)
    provenance[.published] = metadata.published == nil ? nil : "forwarded Date"
  }

  /// A subject without the marks of answers and forwarded mails.
  private static func withoutPrefixes(_ subject: String) -> String {
    var rest = subject[...]
    for _ in 0..<mostPrefixes {
      let start = rest.prefix(longestPrefix).lowercased()
      guard
        let prefix =
          (MailWords.forwardPrefixes + MailWords.answerPrefixes
          + MailWords.otherPrefixes).first(where: start.hasPrefix)
      else { break }
      rest = rest.dropFirst(prefix.count).drop { $0.isWhitespace }
    }
    return String(rest)
  }

  private static let mostPrefixes = 20
  private static let longestPrefix = 12

  /// The name of `"Doe, Jane" <jane@example.org>`, else the address.
  private static func name(_ sender: String) -> String? {
    // Outlook puts the address in square brackets: "Jane Doe [mailto:jane@example.org]".
    let name = Array(sender.prefix { $0 != "<" && $0 != "[" }.utf8)[...].trimmed
    let quote = name.first.flatMap { "\"'".utf8.contains($0) ? $0 : nil }
    let bare = quote.map { quote in name.dropFirst().prefix { $0 != quote } } ?? name
    if !bare.isEmpty { return String(decoding: bare.trimmed, as: UTF8.self) }
    let address = sender.drop { $0 != "<" && $0 != "[" }.dropFirst()
      .prefix { $0 != ">" && $0 != "]" }
    return address.isEmpty ? nil : String(address)
  }

  /// Whether a text's title and a subject say the same, so that the title is more than a greeting.
  static func agree(_ title: String?, _ subject: String) -> Bool {
    guard let title, title.utf8.count >= 10 else { return false }
    let (one, other) = (title.lowercased(), subject.lowercased())
    return one.contains(other) || other.contains(one)
  }
}
