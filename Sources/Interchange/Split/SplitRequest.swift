package import ClaimModel

/// One line of what `assay split --stdin-jsonl` reads: a text to be split, under the sender's id.
package struct SplitRequest: Sendable {
  package let id: Identity
  package let text: String
  package let title: String?
  package let published: PublicationDate?

  /// A text or a number, kept as the sender wrote it.
  package struct Identity: Hashable, Sendable {
    /// The JSON of it.
    package let json: [UInt8]
  }

  /// Reads one line without its LF.
  ///
  /// Fields besides `id`, `text`, `published` and `title` are left alone, for the sender may need
  /// them elsewhere in its pipe.
  ///
  /// - Throws: `SplitRequestError`, with the id if the line has one.
  package init(line: [UInt8]) throws(SplitRequestError) {
    var id: Identity?
    do throws(JSONFault) {
      let node = try JSONParser.parse(line)
      guard case .object(let members) = node.content else {
        throw JSONFault(
          place: "", reason: "an object with 'id' and 'text' should stand here, not \(node.kind)")
      }
      let fields = JSONField(node)
      let object = try fields.object(members.map(\.name))
      let identity = try object.required("id")
      switch identity.node.content {
      case .string, .number: id = Identity(json: Array(line[identity.node.range]))
      default:
        throw identity.fault("the id should be a text or a number, not \(identity.node.kind)")
      }
      text = try object.required("text").string()
      title = try object.optional("title")?.string()
      published = try object.optional("published")?
        .value(PublicationDate.self, called: "a date such as 2004-03-23 or 2004-03-23T13:37")
    } catch {
      throw SplitRequestError(id: id, place: error.place, reason: error.reason)
    }
    guard let id else { preconditionFailure("a line without an id has thrown above") }
    self.id = id
  }
}

/// Why a line is no request; the stream answers it and goes on.
package struct SplitRequestError: Error, Equatable, CustomStringConvertible {
  package let id: SplitRequest.Identity?
  package let place: String
  package let reason: String

  package var description: String { place.isEmpty ? reason : "\(place): \(reason)" }
}
