/// The description of the CSV files in a folder, `datapackage.json`: a tabular data package.
package struct DataPackage: Sendable {
  package static let fileName = "datapackage.json"
  /// The name of every package that this program writes.
  private static let name = "assay-claims"

  private let table: ClaimTable
  private let fileName: String

  /// - Parameter fileName: The CSV file's name without its folder.
  package init(of table: ClaimTable, in fileName: String) {
    self.table = table
    self.fileName = fileName
  }

  /// The whole file, ended by LF.
  ///
  /// - Parameter existing: The package that the folder has; its descriptions of other files stay.
  /// - Returns: Nil where the existing one is not ours.
  package func encode(addingTo existing: [UInt8]? = nil) -> [UInt8]? {
    var others: [ArraySlice<UInt8>] = []
    if let existing {
      guard let resources = Self.resources(of: existing) else { return nil }
      others = resources.filter { $0.path != fileName }.map(\.json)
    }
    var json = JSONWriter(.pretty)
    json.object { json in
      json.member("profile", "tabular-data-package")
      json.member("name", Self.name)
      json.key("resources")
      json.array { json in
        for other in others { json.raw(other) }
        json.resource(table, fileName: fileName)
      }
    }
    json.endLine()
    return json.bytes
  }

  /// What a package of ours describes; nil for anything else.
  private static func resources(of package: [UInt8]) -> [(path: String, json: ArraySlice<UInt8>)]? {
    do {
      let field = JSONField(try JSONParser.parse(package))
      let members = try field.object(["profile", "name", "resources"])
      guard try members.required("name").string() == name else { return nil }
      return try members.required("resources").array().map { resource in
        let path = try resource.dictionary().first { $0.name == "path" }?.field.string()
        return (path ?? "", package[resource.node.range])
      }
    } catch {
      // Not JSON, or not of this shape: somebody else's.
      return nil
    }
  }
}

// MARK: - Writing

extension JSONWriter {
  fileprivate mutating func resource(_ table: ClaimTable, fileName: String) {
    object { json in
      json.member("profile", "tabular-data-resource")
      json.member("name", Self.slug(fileName))
      json.member("path", fileName)
      json.member("format", "csv")
      json.member("mediatype", "text/csv")
      json.member("encoding", "utf-8")
      json.key("dialect")
      json.object { json in
        json.member("delimiter", ",")
        json.member("lineTerminator", "\r\n")
        json.member("quoteChar", "\"")
        json.key("doubleQuote")
        json.bool(true)
        json.key("header")
        json.bool(true)
      }
      json.key("schema")
      json.object { json in
        json.key("fields")
        json.array { json in
          for column in table.columns { json.field(column) }
        }
        json.member("missingValues", [""], inline: true)
      }
    }
  }

  private mutating func field(_ column: ClaimTable.Column) {
    object { json in
      json.member("name", column.name)
      json.member("type", column.kind.typeName)
      json.member("description", column.description)
      json.key("constraints")
      json.object { json in
        json.key("required")
        json.bool(column.isRequired)
        switch column.kind {
        case .choice(let labels): json.member("enum", labels)
        case .choices(let labels):
          let label = "(" + labels.joined(separator: "|") + ")"
          json.member("pattern", "^\(label)(;\(label))*$")
        case .text, .integer, .number, .moment: break
        }
      }
    }
  }

  /// What a resource may be called: lower-case letters, digits, `.`, `_` and `-`.
  private static func slug(_ fileName: String) -> String {
    let bytes = fileName.utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "."), UInt8(ascii: "_"):
        byte
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      default: UInt8(ascii: "-")
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ClaimTable.Column.Kind {
  /// The name of the type in a Table Schema.
  fileprivate var typeName: String {
    switch self {
    case .text, .choice, .choices: "string"
    case .integer: "integer"
    case .number: "number"
    case .moment: "datetime"
    }
  }
}
