/// The words of classes and ids that tell an element's place, found by one hash a letter.
struct NameTable: Sendable {
  struct Kind: OptionSet {
    let rawValue: UInt16
    /// Any word that starts so stands outside.
    static let outsideStem = Kind(rawValue: 1)
    static let outsideWord = Kind(rawValue: 2)
    static let foreignStem = Kind(rawValue: 4)
    static let bodyWord = Kind(rawValue: 8)
    static let bodyHead = Kind(rawValue: 16)
    static let bodyTail = Kind(rawValue: 32)
    static let captionStem = Kind(rawValue: 64)
    static let pullQuoteStem = Kind(rawValue: 128)
    static let pull = Kind(rawValue: 256)
    static let quote = Kind(rawValue: 512)

    static let overlayStem = Kind(rawValue: 1024)

    static let stems: Kind = [
      .overlayStem, .outsideStem, .foreignStem, .captionStem, .pullQuoteStem,
    ]
  }

  private struct Slot {
    var hash: UInt64 = 0
    var kind: Kind = []
  }

  private var slots = [Slot](repeating: Slot(), count: 1024)

  init(_ signals: BodySignals) {
    add(signals.outsideStems, .outsideStem)
    add(signals.outsideWords, .outsideWord)
    add(signals.foreignStems, .foreignStem)
    add(signals.overlayStems, .overlayStem)
    add(signals.bodyWords, .bodyWord)
    add(signals.bodyHeads, .bodyHead)
    add(signals.bodyTails, .bodyTail)
    add(["caption", "imagecaption", "photocaption", "wpcaption"], .captionStem)
    add(["pullquote"], .pullQuoteStem)
    add(["pull"], .pull)
    add(["quote"], .quote)
  }

  private mutating func add(_ words: [String], _ kind: Kind) {
    for word in words {
      let hash = word.utf8.reduce(Self.start) { Self.next($0, $1) }
      var index = Int(hash & 1023)
      while slots[index].hash != 0, slots[index].hash != hash { index = (index + 1) & 1023 }
      slots[index].hash = hash
      slots[index].kind.formUnion(kind)
    }
  }

  static let start: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of a word with one more lower-case letter (FNV-1a).
  static func next(_ hash: UInt64, _ letter: UInt8) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
  }

  func kind(_ hash: UInt64) -> Kind {
    var index = Int(hash & 1023)
    while slots[index].hash != 0 {
      if slots[index].hash == hash { return slots[index].kind }
      index = (index + 1) & 1023
    }
    return []
  }
}
