package import ClaimModel

/// What was found in an article, as `assay split` writes it: `assay.split/2`.
package enum SplitJSON {
  package static let schema = "assay.split/2"

  /// One article and its analysis as one JSON object, ended by LF; offsets in code points.
  package static func encode(
    _ analysis: Analysis, of article: Article, layout: JSONWriter.Layout = .pretty
  ) -> [UInt8] {
    var json = JSONWriter(layout)
    json.split(analysis, of: article, request: nil)
    return json.bytes
  }
}

extension JSONWriter {
  /// Writes one object and LF; a stream keeps one compact writer and takes its bytes after each.
  ///
  /// - Parameter request: The line of `--stdin-jsonl` that this answers, whose id it then bears.
  package mutating func split(
    _ analysis: Analysis, of article: Article, request: SplitRequest.Identity?
  ) {
    let text = BorderText(article, unit: .codePoint)
    object { json in
      if let request {
        json.key("id")
        json.raw(request.json)
      }
      json.member("schema", SplitJSON.schema)
      json.key("article")
      json.object { $0.articleMembers(text, withAddress: false) }
      json.key("attributions")
      json.attributions(analysis.attributions, of: text)
      json.key("claims")
      json.array { json in
        for claim in analysis.claims {
          json.object { json in
            json.claimMembers(claim, statement: claim.statement, of: text)
            json.occurrences(of: claim, in: text)
            json.repeatsAndReasons(of: claim)
          }
        }
      }
      json.key("entities")
      json.entities(analysis.entities)
      json.key("mentions")
      json.mentions(analysis.mentions, of: text)
      json.key("times")
      json.times(analysis.times, of: text)
      json.key("sentences")
      json.spans(analysis.sentences, of: text)
    }
    endLine()
  }

  /// Writes the answer to a line that could not be split, and LF.
  ///
  /// - Parameter request: Nil where the line had no id that could be read; then it is null.
  package mutating func splitError(_ reason: String, request: SplitRequest.Identity?) {
    object { json in
      json.key("id")
      if let request { json.raw(request.json) } else { json.null() }
      json.member("error", reason)
    }
    endLine()
  }
}
