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

  static func json(_ hit: SearchHit) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("session", hit.session.rawValue)
      json.member("claim", hit.claim?.rawValue)
      json.member("text", hit.text)
      json.member("statement", hit.statement)
      json.member("source", hit.source)
      json.member("annotator", hit.annotator)
      json.member("title", hit.title)
    }
    json.endLine()
    return json.takeBytes()
  }
}
