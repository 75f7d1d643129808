package import ClaimModel
private import CodebookData
private import Fingerprint
private import FoundationEssentials

/// Codebooks as files: `assay.codebook/1`.
package enum CodebookFile {
  /// The bytes of `Annotations/codebook.json`, which is part of the program.
  package static var defaultBytes: [UInt8] {
    Array(UnsafeBufferPointer(start: assay_codebook_bytes(), count: assay_codebook_count()))
  }

  /// The codebook of a session for which the annotator names no other.
  ///
  /// - Throws: `CodebookError` where the file was broken when the program was built.
  package static func defaultCodebook() throws -> Codebook {
    try decode(defaultBytes)
  }

  /// Reads a codebook, strictly: a field that the format does not have is an error, since it is
  /// most likely a misspelt one.
  ///
  /// - Throws: `CodebookError`, whose place is `line:column` for what is no JSON, and the way to
  ///   the value (`attributes[2].labels[0].key`) for the rest.
  package static func decode(_ bytes: [UInt8]) throws -> Codebook {
    do {
      return try codebook(JSONField(JSONParser.parse(bytes)))
    } catch let fault as JSONFault {
      throw CodebookError(place: fault.place, reason: fault.reason)
    }
  }

  /// A codebook as it is shown: pretty, its keys in alphabetical order, every field there.
  package static func encode(_ codebook: Codebook) -> [UInt8] {
    var json = JSONWriter(.pretty)
    json.codebook(codebook)
    json.endLine()
    return json.bytes
  }

  /// The identity of a codebook, by which sessions name it.
  ///
  /// It is the journal's: the SHA-256 of one line of JSON with sorted keys, fields that are nil
  /// left out.
  package static func hash(_ codebook: Codebook) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return SHA256.name(try encoder.encode(codebook))
    } catch {
      preconditionFailure("a codebook holds nothing but texts, which JSON can express: \(error)")
    }
  }
}

// MARK: - Reading

extension CodebookFile {
  /// Reads a codebook that stands by itself or within another document.
  static func codebook(_ field: JSONField) throws -> Codebook {
    let members = try field.object(["schema", "name", "version", "attributes", "rules"])
    let schema = try members.required("schema")
    guard try schema.string() == Codebook.schema else {
      throw schema.fault(
        "'\(try schema.string())' is not '\(Codebook.schema)', the form that is read here")
    }
    let name = try members.required("name").string()
    let version = try members.required("version").string()
    let attributes = try members.required("attributes").array().map(attribute)
    let rules = try members.optional("rules")?.array().map(rule) ?? []
    do {
      return try Codebook(name: name, version: version, attributes: attributes, rules: rules)
    } catch let error as CodebookError {
      let below = field.place.isEmpty ? "" : field.place + "."
      throw JSONFault(place: below + error.place, reason: error.reason)
    }
  }

  private static func attribute(_ field: JSONField) throws -> Codebook.Attribute {
    let members = try field.object([
      "name", "kind", "definition", "labels", "start", "role", "min", "max",
    ])
    return Codebook.Attribute(
      name: try members.required("name").string(),
      kind: try members.required("kind").choice(Codebook.Attribute.Kind.self),
      definition: try members.optional("definition")?.string() ?? "",
      labels: try members.optional("labels")?.array().map(label) ?? [],
      start: try members.optional("start")?.string(),
      role: try members.optional("role")?.choice(Codebook.Role.self),
      min: try members.optional("min")?.number(), max: try members.optional("max")?.number())
  }

  private static func label(_ field: JSONField) throws -> Codebook.Label {
    let members = try field.object(["name", "key", "definition", "mappings"])
    var mappings: [String: String] = [:]
    for (name, mapping) in try members.optional("mappings")?.dictionary() ?? [] {
      mappings[name] = try mapping.string()
    }
    return Codebook.Label(
      name: try members.required("name").string(),
      key: try members.optional("key")?.string(),
      definition: try members.optional("definition")?.string() ?? "",
      mappings: mappings)
  }

  private static func rule(_ field: JSONField) throws -> Codebook.Rule {
    let members = try field.object(["attribute", "labels", "needs", "enforcement"])
    return Codebook.Rule(
      attribute: try members.required("attribute").string(),
      labels: try members.required("labels").strings(),
      needs: try members.required("needs").string(),
      enforcement: try members.required("enforcement").choice(Codebook.Rule.Enforcement.self))
  }
}

// MARK: - Writing

extension JSONWriter {
  /// Keys stand in alphabetical order.
  mutating func codebook(_ codebook: Codebook) {
    object { json in
      json.key("attributes")
      json.array { json in
        for attribute in codebook.attributes { json.attribute(attribute) }
      }
      json.member("name", codebook.name)
      json.key("rules")
      json.array { json in
        for rule in codebook.rules { json.rule(rule) }
      }
      json.member("schema", Codebook.schema)
      json.member("version", codebook.version)
    }
  }

  private mutating func attribute(_ attribute: Codebook.Attribute) {
    object { json in
      json.member("definition", attribute.definition)
      json.member("kind", attribute.kind.rawValue)
      json.key("labels")
      json.array { json in
        for label in attribute.labels { json.label(label) }
      }
      if let max = attribute.max { json.member("max", max) }
      if let min = attribute.min { json.member("min", min) }
      json.member("name", attribute.name)
      if let role = attribute.role { json.member("role", role.rawValue) }
      json.member("start", attribute.start)
    }
  }

  private mutating func label(_ label: Codebook.Label) {
    object { json in
      json.member("definition", label.definition)
      json.member("key", label.key)
      json.key("mappings")
      json.object { json in
        for (name, mapping) in label.mappings.sorted(by: { $0.key < $1.key }) {
          json.member(name, mapping)
        }
      }
      json.member("name", label.name)
    }
  }

  private mutating func rule(_ rule: Codebook.Rule) {
    object { json in
      json.member("attribute", rule.attribute)
      json.member("enforcement", rule.enforcement.rawValue)
      json.member("labels", rule.labels)
      json.member("needs", rule.needs)
    }
  }
}
