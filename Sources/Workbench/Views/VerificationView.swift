import Interchange
import Journal
import Terminal

/// What a check came to: as text, or as JSON.
enum VerificationView {
  /// A line a session with its head, the store's own head, and a line a finding.
  static func lines(_ verification: Verification, isWholeStore: Bool) -> [StyledText] {
    var lines = verification.sessions.map { session in
      line("session \(session.id)", session.head.events, "\(session.head.head)")
    }
    if isWholeStore {
      let count = verification.sessions.count
      lines.append(
        line(
          "store: \(count) \(count == 1 ? "session" : "sessions")", verification.events,
          "\(verification.head)"))
    }
    return lines + verification.findings.map { StyledText($0.description, Palette.warning) }
  }

  private static func line(_ what: String, _ events: Int, _ head: String) -> StyledText {
    StyledText("\(what), \(events) \(events == 1 ? "event" : "events"), head \(head)")
  }

  /// The check as one object, `assay.verify/1`.
  ///
  /// `id` is the name of a session, and `event` the first event that does not fit. The store's own figures
  /// are null where one session was checked.
  static func json(_ verification: Verification, isWholeStore: Bool) -> [UInt8] {
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("schema", "assay.verify/1")
      json.key("store")
      json.object { json in
        json.member("sessions", isWholeStore ? verification.sessions.count : nil)
        json.member("events", isWholeStore ? verification.events : nil)
        json.member("head", isWholeStore ? verification.head.description : nil)
      }
      json.key("sessions")
      json.array { json in
        for session in verification.sessions {
          json.object { json in
            json.member("session", session.id.rawValue)
            json.member("id", session.head.name.description)
            json.member("events", session.head.events)
            json.member("head", session.head.head.description)
          }
        }
      }
      json.key("findings")
      json.array { json in
        for finding in verification.findings {
          json.object { json in
            json.member("session", finding.session?.rawValue)
            json.member("event", finding.sequence)
            json.member("what", "\(finding.problem)")
          }
        }
      }
    }
    json.endLine()
    return json.takeBytes()
  }
}
