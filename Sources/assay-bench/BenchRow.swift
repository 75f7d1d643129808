/// The rows of the speed table.
enum BenchRow: String, CaseIterable {
  case split, engine, label, key, keys, store, export, verify

  var summary: String {
    switch self {
    case .split: "assay split of one article of 700 words, as a process"
    case .engine: "the claim engine over a stream of articles, long and hostile texts"
    case .label: "one label stored durably"
    case .key: "a key in annotate, to disk and screen"
    case .keys: "the keys that labelled sessions take in annotate"
    case .store: "a store of 1,000,000 claims: opening, pages, search, memory"
    case .export: "assay export of 1,000,000 claims as CSV, as a process"
    case .verify: "verification of a long session"
    }
  }
}
