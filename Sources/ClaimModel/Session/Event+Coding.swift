/// How events are written into the journal: a kind, and a JSON object as payload.
extension Event {
  /// The kinds as they stand in the journal; a name is never reused for another payload.
  package enum Kind: String, CaseIterable, Sendable {
    case sessionOpened = "session-opened"
    case claimsProposed = "claims-proposed"
    case claimsCarried = "claims-carried"
    case claimSettled = "claim-settled"
    case claimAdded = "claim-added"
    case claimDropped = "claim-dropped"
    case claimMoved = "claim-moved"
    case claimSplit = "claim-split"
    case claimsMerged = "claims-merged"
    case statementWritten = "statement-written"
    case labelled
    case labelCleared = "label-cleared"
    case noted, tagged, untagged
    case evidenceAdded = "evidence-added"
    case evidenceRemoved = "evidence-removed"
    case sourceRenamed = "source-renamed"
    case undone, redone
  }

  package var kind: Kind {
    switch self {
    case .sessionOpened: .sessionOpened
    case .claimsProposed: .claimsProposed
    case .claimsCarried: .claimsCarried
    case .claimSettled: .claimSettled
    case .claimAdded: .claimAdded
    case .claimDropped: .claimDropped
    case .claimMoved: .claimMoved
    case .claimSplit: .claimSplit
    case .claimsMerged: .claimsMerged
    case .statementWritten: .statementWritten
    case .labelled: .labelled
    case .labelCleared: .labelCleared
    case .noted: .noted
    case .tagged: .tagged
    case .untagged: .untagged
    case .evidenceAdded: .evidenceAdded
    case .evidenceRemoved: .evidenceRemoved
    case .sourceRenamed: .sourceRenamed
    case .undone: .undone
    case .redone: .redone
    }
  }

  /// The payload, which a `Payload` wraps so that one decoder call reads any kind.
  package var payload: Payload { Payload(event: self) }

  /// What an event carries, as the JSON object of the journal.
  ///
  /// Its kind stands beside it, so a decoder must be told: put it into `userInfo` under
  /// `Payload.kind`.
  package struct Payload: Codable, Sendable {
    package let event: Event

    package init(event: Event) { self.event = event }

    package static let kind = CodingUserInfoKey(rawValue: "assay.event.kind")

    private enum CodingKeys: String, CodingKey {
      case claim, claims, place, parts, merged, statement, attribute, value, text, tag, evidence
      case events, analysis, settled, basis, shown, from, to
    }

    package init(from decoder: any Decoder) throws {
      guard let key = Self.kind, let kind = decoder.userInfo[key] as? Kind else {
        throw DecodingError.dataCorrupted(
          .init(codingPath: decoder.codingPath, debugDescription: "the event has no kind"))
      }
      try self.init(kind: kind, from: decoder)
    }

    /// Reads the payload of a known kind.
    package init(kind: Kind, from decoder: any Decoder) throws {
      if kind == .sessionOpened {
        event = .sessionOpened(try SessionOpening(from: decoder))
        return
      }
      if kind == .claimsCarried {
        event = .claimsCarried(try CarryOver(from: decoder))
        return
      }
      let container = try decoder.container(keyedBy: CodingKeys.self)
      func value<Value: Decodable>(_ key: CodingKeys) throws -> Value {
        try container.decode(Value.self, forKey: key)
      }
      event =
        switch kind {
        case .sessionOpened, .claimsCarried: preconditionFailure("read above")
        case .claimsProposed: .claimsProposed(try value(.analysis))
        case .claimSettled:
          .claimSettled(
            try value(.claim), try container.decodeIfPresent(Claim.self, forKey: .settled))
        case .claimAdded: .claimAdded(try value(.claim))
        case .claimDropped: .claimDropped(try value(.claim))
        case .claimMoved: .claimMoved(try value(.claim), to: try value(.place))
        case .claimSplit: .claimSplit(try value(.claim), into: try value(.parts))
        case .claimsMerged: .claimsMerged(try value(.claims), into: try value(.merged))
        case .statementWritten:
          .statementWritten(
            try value(.claim), try container.decodeIfPresent(String.self, forKey: .statement),
            try Self.grounds(in: container))
        case .labelled:
          .labelled(
            try value(.claim), attribute: try value(.attribute), try value(.value),
            try Self.grounds(in: container))
        case .labelCleared: .labelCleared(try value(.claim), attribute: try value(.attribute))
        case .noted:
          .noted(try container.decodeIfPresent(ClaimID.self, forKey: .claim), try value(.text))
        case .tagged: .tagged(try value(.claim), try value(.tag))
        case .untagged: .untagged(try value(.claim), try value(.tag))
        case .evidenceAdded: .evidenceAdded(try value(.claim), try value(.evidence))
        case .evidenceRemoved: .evidenceRemoved(try value(.claim), evidence: try value(.evidence))
        case .sourceRenamed: .sourceRenamed(from: try value(.from), to: try value(.to))
        case .undone: .undone(try value(.events))
        case .redone: .redone(try value(.events))
        }
    }

    package func encode(to encoder: any Encoder) throws {
      if case .sessionOpened(let opening) = event {
        return try opening.encode(to: encoder)
      }
      if case .claimsCarried(let carryOver) = event {
        return try carryOver.encode(to: encoder)
      }
      var container = encoder.container(keyedBy: CodingKeys.self)
      switch event {
      case .sessionOpened, .claimsCarried: break
      case .claimsProposed(let analysis): try container.encode(analysis, forKey: .analysis)
      case .claimSettled(let id, let settled):
        try container.encode(id, forKey: .claim)
        try container.encodeIfPresent(settled, forKey: .settled)
      case .claimAdded(let claim): try container.encode(claim, forKey: .claim)
      case .claimDropped(let id): try container.encode(id, forKey: .claim)
      case .claimMoved(let id, let place):
        try container.encode(id, forKey: .claim)
        try container.encode(place, forKey: .place)
      case .claimSplit(let id, let parts):
        try container.encode(id, forKey: .claim)
        try container.encode(parts, forKey: .parts)
      case .claimsMerged(let ids, let merged):
        try container.encode(ids, forKey: .claims)
        try container.encode(merged, forKey: .merged)
      case .statementWritten(let id, let statement, let grounds):
        try container.encode(id, forKey: .claim)
        try container.encodeIfPresent(statement, forKey: .statement)
        try Self.encode(grounds, into: &container)
      case .labelled(let id, let attribute, let value, let grounds):
        try container.encode(id, forKey: .claim)
        try container.encode(attribute, forKey: .attribute)
        try container.encode(value, forKey: .value)
        try Self.encode(grounds, into: &container)
      case .labelCleared(let id, let attribute):
        try container.encode(id, forKey: .claim)
        try container.encode(attribute, forKey: .attribute)
      case .noted(let id, let text):
        try container.encodeIfPresent(id, forKey: .claim)
        try container.encode(text, forKey: .text)
      case .tagged(let id, let tag), .untagged(let id, let tag):
        try container.encode(id, forKey: .claim)
        try container.encode(tag, forKey: .tag)
      case .evidenceAdded(let id, let evidence):
        try container.encode(id, forKey: .claim)
        try container.encode(evidence, forKey: .evidence)
      case .evidenceRemoved(let id, let evidence):
        try container.encode(id, forKey: .claim)
        try container.encode(evidence, forKey: .evidence)
      case .sourceRenamed(let from, let to):
        try container.encode(from, forKey: .from)
        try container.encode(to, forKey: .to)
      case .undone(let events), .redone(let events):
        try container.encode(events, forKey: .events)
      }
    }

    private static func grounds(in container: KeyedDecodingContainer<CodingKeys>) throws -> Grounds
    {
      let basis = try container.decodeIfPresent(Basis.self, forKey: .basis)
      let shown = try container.decodeIfPresent(Grounds.Suggestion.self, forKey: .shown)
      guard let basis else {
        guard shown == nil else {
          throw DecodingError.dataCorruptedError(
            forKey: .shown, in: container,
            debugDescription: "what was shown stands only beside a basis")
        }
        return .unrecorded
      }
      return Grounds(basis, shown: shown)
    }

    private static func encode(
      _ grounds: Grounds, into container: inout KeyedEncodingContainer<CodingKeys>
    ) throws {
      try container.encodeIfPresent(grounds.recordedBasis, forKey: .basis)
      try container.encodeIfPresent(grounds.shown, forKey: .shown)
    }
  }
}
