import JournalFuzz
import Testing

/// `journal-fuzz --runs 100000` goes further.
@Suite("Stores that were edited and hashed anew", .tags(.property))
struct WildStoreTests {
  @Test("never end the program", arguments: 0..<4 as Range<UInt64>)
  func edited(part: UInt64) throws {
    let session = try WildSession()
    var done = 0
    for seed in (part * 75)..<((part + 1) * 75) { done += try session.run(seed: seed).done }
    #expect(done > 75)
  }
}
