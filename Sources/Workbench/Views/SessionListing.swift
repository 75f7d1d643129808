import ClaimModel
import Interchange
import Journal
import Terminal

/// A session in a list: as a line of text, or as an object a line.
enum SessionListing {
  static func line(_ summary: SessionSummary, columns: Int) -> StyledText {
    var line = StyledText(summary.id.description.leftPadded(to: 4), Palette.number)
    line.append(
      "  " + summary.changed.description.prefix(16).replacing("T", with: " "), Palette.quiet)
    line.append("  ")
    line.append(StyledText(summary.annotator, Palette.source).truncated(to: 12).padded(to: 12))
    line.append("  " + "\(summary.decided)/\(summary.claims)".leftPadded(to: 9) + "  ")
    if let fork = summary.fork {
      line.append(
        "branch of \(fork.session) after event \(fork.commonEvents)  ", Palette.warning)
    }
    line.append(summary.title ?? summary.path ?? "untitled")
    return line.truncated(to: max(40, columns))
  }

  static func json(_ summary: SessionSummary) -> [UInt8] {
    var json = JSONWriter(.compact)
    json.object { json in
      json.member("session", summary.id.rawValue)
      json.member("title", summary.title)
      json.member("path", summary.path)
      json.member("annotator", summary.annotator)
      json.member("opened", summary.opened.description)
      json.member("changed", summary.changed.description)
      json.member("claims", summary.claims)
      json.member("decided", summary.decided)
      json.member("events", summary.events)
      json.member("name", summary.name.description)
      json.member("head", summary.head.description)
      if let fork = summary.fork {
        json.key("branch")
        json.object { json in
          json.member("of", fork.session.rawValue)
          json.member("after", fork.commonEvents)
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}
