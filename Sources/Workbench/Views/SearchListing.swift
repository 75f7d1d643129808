import ClaimModel
import Interchange
import Journal
import Terminal

/// What a search found: as text, or as an object a line.
enum SearchListing {
  static func lines(_ hit: SearchHit, columns: Int) -> [StyledText] {
    var place = StyledText("\(hit.session)", Palette.number)
    if let claim = hit.claim { place.append(":\(claim)", Palette.number) }
    place.append("  ")
    return StyledText(hit.text.replacing("\n", with: " ")).wrapped(
      to: max(40, min(columns, 100)), firstIndent: place.padded(to: 9),
      hangingIndent: StyledText(String(repeating: " ", count: 9)))
  }

  /// The same with what was decided about the claim, by whom and in which article.
  static func lines(_ hit: SearchHit, labels: [ClaimLabel], columns: Int) -> [StyledText] {
    var who = labels.map(\.description)
    if who.isEmpty { who = ["undecided"] }
    who += ["by " + hit.annotator] + (hit.title.map { ["in “\($0)”"] } ?? [])
    let indent = StyledText(String(repeating: " ", count: 9))
    return lines(hit, columns: columns)
      + StyledText(who.joined(separator: " · "), Palette.quiet).wrapped(
        to: max(40, min(columns, 100)), firstIndent: indent, hangingIndent: indent)
  }

  /// - Parameter labels: What was decided; nil where it was not asked for.
  static func json(_ hit: SearchHit, labels: [ClaimLabel]? = nil) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("session", hit.session.rawValue)
      json.member("claim", hit.claim?.rawValue)
      json.member("text", hit.text)
      json.member("statement", hit.statement)
      json.member("source", hit.source)
      json.member("annotator", hit.annotator)
      json.member("title", hit.title)
      guard let labels else { return }
      json.key("labels")
      json.object { json in
        for (attribute, values) in ClaimLabel.byAttribute(labels) {
          json.member(attribute, values)
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}
