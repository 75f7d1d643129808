import ArticleReader
import ClaimModel
import Testing

@Suite("Wrapped text")
struct WrappedTextTests {
  static let texts: [[String]] = [
    [
      "Harbour sold to hotel firm",
      "The board of the eastern harbour in Lund said on Tuesday that it had sold the two warehouses "
        + "and the old crane for 90,000 crowns to a hotel firm from Marle. The union said that nobody "
        + "had been asked.",
      "Petra Holm, who runs the harbour, denied that the quay was unsafe. She said that it had been "
        + "repaired in 2023 at a cost of three million crowns, and that nobody had found a fault.",
    ],
    [
      "A ferry with 40 passengers ran aground near Skerry on Sunday night. Nobody was hurt.",
      "The captain, a man of 61, was questioned by police for six hours. He told them that the lights "
        + "of the northern channel had been out since Thursday.",
      "According to the Maritime Agency, the lights are checked every week. An agency spokesman said "
        + "that the last check, on 2 March, had shown no fault.",
    ],
    [
      "Unemployment in the Tarn region fell to 4.2 per cent in February, the lowest rate since 2008, "
        + "the statistics office said.",
      "- Industry added 1,200 jobs.",
      "- Trade lost 300 jobs in the same month, mostly in small shops.",
      "- Schools and hospitals employed as many people as a year ago.",
      "The Institute for Labour warned that the figures would be revised in May.",
    ],
  ]

  @Test("paragraphs come whole, however narrow the lines are", arguments: 20...100)
  func wrapped(width: Int) throws {
    for paragraphs in Self.texts {
      for indent in ["", "  "] {
        var text = ""
        for (index, paragraph) in paragraphs.enumerated() {
          let isItem = paragraph.hasPrefix("- ")
          if index > 0 {
            text += isItem && paragraphs[index - 1].hasPrefix("- ") ? "\n" : "\n\n"
          }
          text += Self.wrapped(paragraph, width, indent: isItem ? indent : "")
        }
        let article = try ArticleReader().read(Array(text.utf8), path: nil).article
        let found = article.blocks.filter { $0.role != .boilerplate }.compactMap { block in
          article.text.utf8Substring(block.span)?.split { $0.isWhitespace }.joined(separator: " ")
        }
        #expect(found == paragraphs.map { $0.hasPrefix("- ") ? String($0.dropFirst(2)) : $0 })
      }
    }
  }

  private static func wrapped(_ paragraph: String, _ width: Int, indent: String) -> String {
    var lines = [""]
    for word in paragraph.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count > width {
        lines.append(indent + word)
      } else {
        lines[lines.count - 1] = line + " " + word
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test(
    "short lines that nobody wrapped stay apart",
    arguments: [
      "Taxes to rise next year\nFerry runs aground off Tana\nschools closed by snow\nNew mayor",
      "apples from the south\nbread and butter\nsix lamps with shades\ntwo chairs\nold coats",
    ])
  func notWrapped(text: String) throws {
    let blocks = try ArticleReader().read(Array(text.utf8), path: nil).article.blocks
    #expect(blocks.count == text.split(separator: "\n").count)
  }
}
