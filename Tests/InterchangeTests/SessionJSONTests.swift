import ClaimModel
import Fingerprint
import FoundationEssentials
import Testing

@testable import Interchange

@Suite("SessionJSON")
struct SessionJSONTests {
  /// The payload as a journal writes it, in bytes.
  static func payload(of event: Event) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(event.payload)
  }

  @Test("gives the same events and the same bytes after import", arguments: 0..<40 as Range<UInt64>)
  func roundTrip(seed: UInt64) throws {
    let document = SampleSession.random(seed: seed)
    let bytes = try SessionJSON.encode(document)
    let read = try SessionJSON.decode(bytes)
    #expect(read == document)
    for (event, original) in zip(read.events, document.events) {
      #expect(event.hash == original.hash)
      #expect(
        try Self.payload(of: event.recorded.event) == Self.payload(of: original.recorded.event))
    }
    #expect(try SessionJSON.encode(read) == bytes)
  }
}
