import ClaimModel
import Fingerprint
import Foundation

@testable import Journal

/// What somebody can do who knows how a store is made: a script of some lines, no key.
extension Tampering.Group {
  static let forgedChains = Tampering.Group(
    title: "With the chain computed anew, and all that is made from it",
    kinds: [
      Tampering("a verdict") { try $0.forge(1, "refuted", "supported") },
      Tampering("a note") { try $0.forge(1, "long day", "short day") },
      Tampering("the annotator") { try $0.forge(3, "ola", "eve") },
      Tampering("the random id of a session") {
        try $0.forge(3, String(repeating: "3", count: 32), String(repeating: "9", count: 32))
      },
      Tampering("the public key of a session") {
        try $0.forge(3, "ed25519:aa", "ed25519:bb")
      },
      Tampering("the path of a session") { try $0.forge(3, "reports/0.txt", "reports/9.txt") },
      Tampering("the basis of a label") {
        try $0.forge(1, #""basis":"typed""#, #""basis":"accepted""#)
      },
      Tampering("the article's title, its reading hashed anew") { store in
        let article = try HonestStore.article(2, path: "reports/2.txt")
        let other = Article(
          id: article.id, text: article.text, blocks: article.blocks,
          metadata: Article.Metadata(
            title: "Another", published: article.metadata.published))
        let (old, new) = (ReadingID(of: article).rawValue, ReadingID(of: other).rawValue)
        let metadata = try EventCodec().json(other.metadata)
        try store.withoutTriggers { connection in
          try connection.run(
            "UPDATE reading SET id = ?, metadata = ? WHERE id = ?",
            [.text(new), .text(String(decoding: metadata, as: UTF8.self)), .text(old)])
          try connection.run("UPDATE session SET reading = ? WHERE id = 4", [.text(new)])
        }
        try store.forge(4, old, new)
      },
      Tampering("the article's text, its names computed anew") { store in
        let article = try HonestStore.article(2, path: "reports/2.txt")
        let text = article.text.replacing("12%", with: "92%")
        let other = Article(
          id: ArticleID(of: text), text: text, blocks: article.blocks, metadata: article.metadata)
        let (old, new) = (ReadingID(of: article).rawValue, ReadingID(of: other).rawValue)
        try store.withoutTriggers { connection in
          try connection.run(
            "UPDATE article SET id = ?, text = ? WHERE id = ?",
            [.text(other.id.rawValue), .text(text), .text(article.id.rawValue)])
          try connection.run(
            "UPDATE reading SET id = ?, article = ? WHERE id = ?",
            [.text(new), .text(other.id.rawValue), .text(old)])
          try connection.run(
            "UPDATE session SET reading = ?, article = ? WHERE id = 4",
            [.text(new), .text(other.id.rawValue)])
        }
        try store.forge(4) { events in
          events[0].payload = events[0].payload.replacing(old, with: new)
            .replacing(article.id.rawValue, with: other.id.rawValue)
        }
      },
      Tampering("the codebook, under its own new name") { store in
        let codebook = try Codebook(
          name: "short", version: "3", attributes: Sample.codebook().attributes, rules: [])
        let new = try store.open().add(codebook)
        let old = try store.connection().first("SELECT codebook FROM session WHERE id = 4") {
          $0.text(0)
        }
        try store.forge(4, old ?? "", new)
        try store.sql("DELETE FROM codebook WHERE id = '\(old ?? "")'")
      },
      Tampering("all moments, an hour earlier") { store in
        try store.forge(1) { events in
          for index in events.indices { events[index].at -= 3_600_000 }
        }
      },
      Tampering("one moment, before the event before it") { store in
        try store.forge(1) { $0[4].at = $0[2].at - 1 }
      },
      Tampering("an event taken out") { store in
        try store.forge(2) { events in
          events.remove(at: 2)
          for index in 2..<events.count { events[index].command = 3 }
        }
      },
      Tampering("an event put behind the last") { store in
        try store.forge(3) { events in
          events.append(
            .init(
              command: 4, at: events[2].at + 1000, kind: "labelled",
              payload: #"{"attribute":"status","claim":2,"value":"refuted"}"#))
        }
      },
      Tampering("the tail cut off") { store in
        try store.forge(1) { $0.removeLast(3) }
      },
      Tampering("a session exchanged for another's") { store in
        let other = try store.events(of: 1)
        try store.forge(3) { events in
          events = other
          events[0].payload = events[0].payload.replacing("mara", with: "ola")
        }
      },
      Tampering("a label that the codebook does not have") {
        try $0.forge(1, "refuted", "made-up")
      },
      Tampering("a list of labels of which the codebook lacks one") {
        try $0.forge(1, "harbour\"]", "planes\"]")
      },
      Tampering("an attribute that the codebook does not have") {
        try $0.forge(3, #""attribute":"status""#, #""attribute":"mood""#)
      },
      Tampering("a key given twice in a payload") {
        try $0.forge(1, #""claim":1,"value""#, #""claim":1,"claim":1,"value""#)
      },
      Tampering("a key given twice, once with an escape") {
        try $0.forge(1, #""claim":1,"value""#, #""cl\u0061im":1,"claim":1,"value""#)
      },
      Tampering("a claim that there is not") {
        try $0.forge(3, #""claim":1,"#, #""claim":77,"#)
      },
      Tampering("a kind of event that there is not") { store in
        try store.forge(3) { $0[2].kind = "guessed" }
      },
      Tampering("an event of the next command given to the one before") { store in
        try store.forge(1) { $0[3].command = 2 }
      },
      Tampering("proposals moved to another block") {
        try $0.forge(3, #""block":1"#, #""block":0"#)
      },
    ])

  static let outside = Tampering.Group(
    title: "From outside, with the program's own commands or a copy of the file",
    kinds: [
      Tampering("an export with another annotator, imported") { store in
        try store.importForged(3) { events in
          guard case .sessionOpened(let opening) = events[0].event else { return events }
          let forged = SessionOpening(
            article: opening.article, annotator: "eve", codebook: opening.codebook, id: opening.id,
            key: opening.key, path: opening.path, reading: opening.reading)
          let first = RecordedEvent(
            sequence: 1, command: 1, at: events[0].at, event: .sessionOpened(forged))
          return [first] + events.dropFirst()
        }
      },
      Tampering("an export with other verdicts, imported") { store in
        try store.importForged(3) { events in
          events.dropLast() + [
            RecordedEvent(
              sequence: 3, command: 3, at: events[2].at, event: .status(1, "refuted"))
          ]
        }
      },
      Tampering("a session that goes on, imported") { store in
        try store.importForged(3) { events in
          events + [
            RecordedEvent(
              sequence: 4, command: 4, at: events[2].at, event: .status(2, "refuted"))
          ]
        }
      },
      Tampering("20 commands lost with the log (-wal) deleted") { store in
        try store.afterMoreWork { file, _ in (file, Data()) }
      },
      Tampering("the log cut in half") { store in
        try store.afterMoreWork { file, log in (file, log.prefix(log.count / 2)) }
      },
      Tampering("a byte of the log changed") { store in
        try store.afterMoreWork { file, log in
          var log = log
          log[log.count / 2] ^= 1
          return (file, log)
        }
      },
      Tampering("an older copy put back") { store in
        let older = try Data(contentsOf: URL(filePath: store.path))
        try store.afterMoreWork { _, _ in (older, Data()) }
      },
    ])

  static let seals = Tampering.Group(
    title: "The seal, compared by `--against SEAL --key KEY`",
    kinds: [
      Tampering("a session taken out of it") { store in
        store.seal = Seal(
          made: store.seal.made, annotator: "mara", sessions: Array(store.seal.sessions.dropLast()),
          pages: store.seal.pages, signature: store.seal.signature)
      },
      Tampering("its moment") { store in
        store.seal = Seal(
          made: Timestamp(milliseconds: 0), annotator: "mara", sessions: store.seal.sessions,
          pages: store.seal.pages, signature: store.seal.signature)
      },
      Tampering("its signature taken off") { $0.seal.signature = nil },
      Tampering("made anew for a forged store, with another key") { store in
        try store.forge(1, "refuted", "supported")
        let verification = try store.open().verification()
        store.seal = Seal(of: verification, made: store.seal.made, annotator: "mara")
        guard let other = SigningKey(seed: Array(repeating: 9, count: 32)) else { return }
        store.seal.sign(with: other, handovers: [])
      },
      Tampering("made anew for a forged store, with the annotator's own key") { store in
        try store.forge(1, "refuted", "supported")
        try store.keepElsewhere(store.open())
        store.head = try HonestStore.shared.get().head
      },
    ])
}
