import ClaimModel

/// Whom and what an article names, and its pronouns and short names, as JSON.
extension JSONWriter {
  mutating func entities(_ entities: [Entity]) {
    array { json in
      for entity in entities {
        json.inline { json in
          json.object { json in
            json.member("id", entity.id.name)
            json.member("name", entity.name)
            json.member("kind", entity.kind.rawValue)
          }
        }
      }
    }
  }

  mutating func mentions(_ mentions: [Mention], of text: BorderText) {
    array { json in
      for mention in mentions {
        json.inline { json in
          json.object { json in
            json.key("span")
            json.span(mention.span, of: text)
            json.member("text", text.article.words(of: [mention.span]))
            json.member("entity", mention.meant?.entity?.name)
            json.member("name", mention.meant?.name)
            json.member("confidence", mention.meant?.confidence)
            json.key("candidates")
            json.array { json in
              for other in mention.others {
                json.object { json in
                  json.member("entity", other.entity?.name)
                  json.member("name", other.name)
                  json.member("confidence", other.confidence)
                }
              }
            }
          }
        }
      }
    }
  }
}

extension EntityID {
  /// As files name it: `e1`.
  package var name: String { "e\(rawValue)" }
}
