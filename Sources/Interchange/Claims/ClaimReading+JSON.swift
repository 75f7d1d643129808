import ClaimModel

extension JSONWriter {
  /// An object with every attribute of the codebook, null where there is neither value nor start.
  mutating func labels(of reading: ClaimReading, in codebook: Codebook) {
    object { json in
      for attribute in codebook.attributes {
        json.key(attribute.name)
        switch reading.value(of: attribute) {
        case nil, .nobody?: json.null()
        case .text(let text)?: json.string(text)
        case .number(let number)?: json.number(number)
        case .list(let labels)?:
          json.inline { json in
            json.array { json in
              for label in labels { json.string(label) }
            }
          }
        }
      }
    }
  }

  /// How each value came, and which differ from what was suggested.
  mutating func basisMembers(of reading: ClaimReading, in codebook: Codebook) {
    key("basis")
    inline { json in
      json.object { json in
        for attribute in codebook.attributes {
          json.member(attribute.name, reading.basis(of: attribute.name))
        }
        if codebook.attribute(named: ClaimReading.statementName) == nil {
          json.member(ClaimReading.statementName, reading.statementBasis)
        }
      }
    }
    member("changed-values", reading.changedValues(among: codebook.attributes), inline: true)
  }

  /// What the annotator left beside the labels, and where the claim comes from.
  mutating func remarkMembers(of reading: ClaimReading) {
    member("notes", reading.record.notes)
    member("tags", reading.record.tags, inline: true)
    key("evidence")
    array { json in
      for evidence in reading.record.evidence { json.evidence(evidence) }
    }
    member("origin", reading.record.origin.rawValue)
    member("changed", reading.record.changed?.description)
  }

  private mutating func evidence(_ evidence: Evidence) {
    object { json in
      json.member("id", evidence.id)
      json.member("location", evidence.location)
      json.member("quote", evidence.quote)
      json.member("relation", evidence.relation.rawValue)
      json.member("accessed", evidence.accessed.description)
      json.member("snapshot", evidence.snapshot)
    }
  }
}
