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

  /// A subject without the marks of answers and forwarded mails.
  private static func withoutPrefixes(_ subject: String) -> String {
    var rest = Array(subject.utf8)[...]
    while let prefix = (["re:", "fwd:", "fw:", "aw:", "wg:"] as [StaticString]).first(where: {
      rest.startsIgnoringCase($0)
    }) {
      rest = rest.dropFirst(prefix.utf8CodeUnitCount).trimmed
    }
    return String(decoding: rest, as: UTF8.self)
  }

  /// The name of `"Doe, Jane" <jane@example.org>`, else the address.
  private static func name(_ sender: String) -> String? {
    let name = Array(sender.prefix { $0 != "<" }.utf8)[...].trimmed
    let bare =
      name.first == UInt8(ascii: "\"") ? name.dropFirst().prefix { $0 != UInt8(ascii: "\"") } : name
    if !bare.isEmpty { return String(decoding: bare.trimmed, as: UTF8.self) }
    let address = sender.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
    return address.isEmpty ? nil : String(address)
  }

  /// Whether a text's title and a subject say the same, so that the title is more than a greeting.
  static func agree(_ title: String?, _ subject: String) -> Bool {
    guard let title, title.utf8.count >= 10 else { return false }
    let (one, other) = (title.lowercased(), subject.lowercased())
    return one.contains(other) || other.contains(one)
  }
}
