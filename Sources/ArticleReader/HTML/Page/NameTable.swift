/// The words of `NameWords`, found by one hash a letter.
struct NameTable: Sendable {
  struct Kinds {
    /// What a word tells that starts so.
    var stem: NameGroup = []
    /// What a word tells that is this one.
    var word: NameGroup = []
  }

  private struct Slot {
    var hash: UInt64 = 0
    var kinds = Kinds()
  }

  /// Some 200 words in four times as many slots.
  private static let size = 1024
  private var slots = [Slot](repeating: Slot(), count: size)

  static let standard = NameTable(NameWords.all)

  init(_ entries: [NameWords.Entry]) {
    for entry in entries {
      for stem in entry.stems { slot(stem) { $0.stem.formUnion(entry.group) } }
      for word in entry.words { slot(word) { $0.word.formUnion(entry.group) } }
    }
  }

  private mutating func slot(_ word: String, change: (inout Kinds) -> Void) {
    let hash = word.utf8.reduce(Self.start) { Self.next($0, $1) }
    var index = Int(hash & UInt64(Self.size - 1))
    while slots[index].hash != 0, slots[index].hash != hash {
      index = (index + 1) & (Self.size - 1)
    }
    slots[index].hash = hash
    change(&slots[index].kinds)
  }

  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of a word with one more lower-case letter (FNV-1a).
  static func next(_ hash: UInt64, _ letter: UInt8) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
  }

  func kinds(_ hash: UInt64) -> Kinds {
    var index = Int(hash & UInt64(Self.size - 1))
    while slots[index].hash != 0 {
      if slots[index].hash == hash { return slots[index].kinds }
      index = (index + 1) & (Self.size - 1)
    }
    return Kinds()
  }
}
