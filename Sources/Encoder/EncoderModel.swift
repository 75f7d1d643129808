private import Dispatch
private import Synchronization

/// The small transformer that reads an article, with the weights that are compiled in.
///
/// A value of immutable weights: any number of threads may read with one model.
package struct EncoderModel: Sendable {
  private let reader: WordReader
  private let embeddings: Embeddings
  private let layers: [TransformerLayer]
  private let attribution: TagHead
  private let earlyAttribution: TagHead
  private let penn: TagHead
  private let upos: TagHead
  private let entity: TagHead
  private let sentence: TagHead
  private let arcs: ArcHead
  private let relationLabels: [String]

  /// Brings the weights into the order of the products, which takes about 20 ms and 15 MB.
  package init() throws(EncoderError) {
    try self.init(file: WeightsFile(EmbeddedWeights.bytes))
  }

  init(file: WeightsFile) throws(EncoderError) {
    MatrixProduct.useCallingThread()
    reader = try WordReader(in: file)
    embeddings = try Embeddings(vocabulary: reader.pieces.count, in: file)
    var layers: [TransformerLayer] = []
    for number in 0..<EncoderShape.layers {
      layers.append(try TransformerLayer(number: number, in: file))
    }
    self.layers = layers
    let labels = try HeadLabels(in: file)
    attribution = try TagHead("tags.attribution", labels: labels.of("attribution"), in: file)
    earlyAttribution = try TagHead("early", labels: labels.of("attribution"), in: file)
    penn = try TagHead("tags.penn", labels: labels.of("penn"), in: file)
    upos = try TagHead("tags.upos", labels: labels.of("upos"), in: file)
    entity = try TagHead("tags.entity", labels: labels.of("entity"), in: file)
    sentence = try TagHead("tags.sentence", labels: labels.of("sentence"), in: file)
    relationLabels = try labels.of("relation")
    arcs = try ArcHead(relations: relationLabels.count, in: file)
  }

  /// Reads the paragraphs of a text.
  ///
  /// - Parameters:
  ///   - text: UTF-8; a byte that is none counts as a word part.
  ///   - paragraphs: Byte ranges in rising order that do not overlap; the quote state begins anew in each.
  ///   - depth: With `attributionsOnly` every other head is left at zero, and `heads` at -1.
  ///   - cores: Windows of 256 pieces are shared out among so many threads.
  ///   - wordLimit: Where to stop; `EncodedText.unreadFrom` tells that it was met.
  ///   - cancellation: Asked before each window.
  /// - Complexity: O(*n*) in the number of words, about 0.2 ms a word on one core.
  package func read<Failure>(
    _ text: [UInt8], paragraphs: [Range<Int>], depth: EncoderDepth = .whole, cores: Int = 1,
    wordLimit: Int = 50_000, cancellation: Cancellation<Failure> = .never
  ) throws(Failure) -> EncodedText {
    let (words, unreadFrom) = reader.words(in: text, paragraphs: paragraphs, limit: wordLimit)
    let windows = Window.windows(over: words)
    var encoded = EncodedText(
      words: words.map(\.word), attribution: attribution.unfilled(words: words.count),
      penn: penn.unfilled(words: words.count), upos: upos.unfilled(words: words.count),
      entity: entity.unfilled(words: words.count), sentence: sentence.unfilled(words: words.count),
      heads: [Int](repeating: -1, count: words.count),
      relations: [Int](repeating: 0, count: words.count), relationLabels: relationLabels,
      unreadFrom: unreadFrom)
    if cores < 2 || windows.count < 2 {
      for window in windows {
        try cancellation.check()
        fill(&encoded, with: read(window, of: words, depth: depth))
      }
      return encoded
    }
    let next = Mutex(0)
    let found = Mutex<[WindowReading]>([])
    let failure = Mutex<Failure?>(nil)
    DispatchQueue.concurrentPerform(iterations: min(cores, windows.count)) { _ in
      // Each round takes a window, so there are no more rounds than windows.
      while failure.withLock({ $0 == nil }) {
        let index = next.withLock { next in
          defer { next += 1 }
          return next
        }
        guard index < windows.count else { return }
        do throws(Failure) {
          try cancellation.check()
        } catch {
          failure.withLock { $0 = error }
          return
        }
        let reading = read(windows[index], of: words, depth: depth)
        found.withLock { $0.append(reading) }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    for reading in found.withLock({ $0 }) { fill(&encoded, with: reading) }
    return encoded
  }

  /// What the heads say of one window, context included.
  private struct WindowReading: Sendable {
    let first: Int
    let own: Int
    var attribution: Matrix
    var others: (penn: Matrix, upos: Matrix, entity: Matrix, sentence: Matrix)?
    var heads: [Int] = []
    var relations: [Int] = []
  }

  private func read(_ window: Window, of words: [ReadWord], depth: EncoderDepth) -> WindowReading {
    let row = PieceRow(window, of: words, vocabulary: reader.pieces)
    var states = embeddings(row)
    let count = depth == .attributionsOnly ? EncoderShape.exitAfter : layers.count
    for layer in layers.prefix(count - 1) { states = layer(states) }
    if depth == .attributionsOnly {
      return WindowReading(
        first: window.first, own: window.own,
        attribution: earlyAttribution(layers[count - 1](states, at: row.places)))
    }
    let candidates = layers[count - 1](states, at: [0] + row.places)
    let ofWords = candidates.gathered(Array(1..<candidates.rows))
    let starts = sentence(ofWords)
    let heads = arcs.heads(
      words: ofWords, candidates: candidates,
      sentences: sentences(of: words[window.first..<window.last], starts: starts))
    return WindowReading(
      first: window.first, own: window.own, attribution: attribution(ofWords),
      others: (penn(ofWords), upos(ofWords), entity(ofWords), starts), heads: heads,
      relations: arcs.relations(words: ofWords, candidates: candidates, heads: heads))
  }

  /// The sentences of a window, counted from its first word; a new paragraph begins one in any case.
  private func sentences(of words: ArraySlice<ReadWord>, starts: Matrix) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var begin = 0
    for (index, word) in words.enumerated().dropFirst() {
      let row = starts.row(index)
      let isFresh = word.word.paragraph != words[words.startIndex + index - 1].word.paragraph
      if isFresh || row[row.startIndex + 1] > row[row.startIndex] {
        sentences.append(begin..<index)
        begin = index
      }
    }
    if begin < words.count { sentences.append(begin..<words.count) }
    return sentences
  }

  private func fill(_ encoded: inout EncodedText, with reading: WindowReading) {
    let context = reading.own - reading.first
    func put(_ matrix: Matrix, into scores: inout LabelScores) {
      let own = matrix.values[(context * matrix.columns)...]
      let start = reading.own * matrix.columns
      scores.values.replaceSubrange(start..<(start + own.count), with: own)
    }
    put(reading.attribution, into: &encoded.attribution)
    guard let others = reading.others else { return }
    put(others.penn, into: &encoded.penn)
    put(others.upos, into: &encoded.upos)
    put(others.entity, into: &encoded.entity)
    put(others.sentence, into: &encoded.sentence)
    for word in context..<reading.heads.count {
      let head = reading.heads[word]
      encoded.heads[reading.first + word] = head == 0 ? -1 : reading.first + head - 1
      encoded.relations[reading.first + word] = reading.relations[word]
    }
  }
}
