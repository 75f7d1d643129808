import Foundation
import ReaderFuzz
import Testing

@Suite("Corpus of hostile inputs")
struct CorpusTests {
  private let check = ReadingCheck()

  @Test("every file is read, or refused with a sentence")
  func files() throws {
    let files = try CorpusFile.all()
    #expect(Set(files.map(\.kind)).count == 6)
    for file in files {
      let outcome = check.outcome(of: file.input)
      #expect(outcome == .read || Self.refused.contains(file.name), "\(file.name): \(outcome)")
    }
  }

  /// Files of more than is read.
  private static let refused: Set<String> = ["nested.eml"]

  /// `ASSAY_MUTATIONS` says how many; `reader-fuzz` does a million in minutes.
  private static let mutations =
    ProcessInfo.processInfo.environment["ASSAY_MUTATIONS"].flatMap { UInt64($0) } ?? 500

  @Test("no damage to a file breaks the reader or what it gives")
  func damaged() throws {
    let mutator = Mutator(try CorpusFile.all())
    var read = 0
    for seed in 0..<Self.mutations {
      switch check.outcome(of: mutator.input(seed: seed)) {
      case .read: read += 1
      case .refused: break
      case .fault(let fault): Issue.record("seed \(seed): \(fault)")
      }
    }
    #expect(read * 2 > Self.mutations, "most damage must leave something to read")
  }

  @Test("a seed gives the same input again")
  func repeats() throws {
    let mutator = Mutator(try CorpusFile.all())
    let (one, other) = (mutator.input(seed: 7), Mutator(try CorpusFile.all()).input(seed: 7))
    #expect(one.bytes == other.bytes && one.kind == other.kind)
    #expect(mutator.input(seed: 8).bytes != one.bytes)
  }
}
