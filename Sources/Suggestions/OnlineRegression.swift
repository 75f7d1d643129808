/// Multinomial logistic regression that learns one decision at a time.
///
/// Steps get smaller for features that were seen often (AdaGrad: Duchi, Hazan and Singer, "Adaptive
/// subgradient methods for online learning and stochastic optimization", 2011). Features are hashed without
/// a seed and taken in their order, so that the same decisions always give the same weights.
struct OnlineRegression: Sendable {
  let labels: [String]
  /// By feature, then by label.
  private var weights: [Float]
  /// The sums of squared gradients, in the same order.
  private var squares: [Float]

  /// Places for features; few claims of an annotator share a place by chance.
  private static let places = 1 << 11
  private static let step: Float = 0.3

  init(labels: [String]) {
    self.labels = labels
    weights = Array(repeating: 0, count: Self.places * labels.count)
    squares = weights
  }

  /// The likeliest label, without a reason.
  func estimate(_ situation: ClaimSituation) -> Estimate? {
    let places = situation.featureHashes.map(Self.place)
    let chances = chances(places)
    guard let best = chances.indices.max(by: { (chances[$0], $1) < (chances[$1], $0) }) else {
      return nil
    }
    return Estimate(value: labels[best], confidence: Double(chances[best]), reason: nil)
  }

  /// The same with its reason: the two features that speak for it most.
  func explained(_ estimate: Estimate, in situation: ClaimSituation) -> Estimate {
    guard let best = labels.firstIndex(of: estimate.value) else { return estimate }
    let places = situation.featureHashes.map(Self.place)
    let mean = { (place: Int) in
      self.weights[place * self.labels.count..<(place + 1) * self.labels.count].reduce(0, +)
        / Float(self.labels.count)
    }
    let contributions = zip(situation.features, places).dropFirst().map { name, place in
      (name: name, weight: weights[place * labels.count + best] - mean(place))
    }
    let telling = contributions.filter { $0.weight > 0 }
      .sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }.prefix(2).map(\.name)
    return Estimate(
      value: estimate.value, confidence: estimate.confidence,
      reason: telling.isEmpty ? nil : "learned: " + telling.joined(separator: ", "))
  }

  /// Learns what a claim was given; a value that is no label teaches nothing.
  mutating func learn(_ value: String, in situation: ClaimSituation) {
    guard let given = labels.firstIndex(of: value) else { return }
    let places = situation.featureHashes.map(Self.place)
    let chances = chances(places)
    for place in places {
      for label in labels.indices {
        let gradient = chances[label] - (label == given ? 1 : 0)
        let index = place * labels.count + label
        squares[index] += gradient * gradient
        weights[index] -= Self.step * gradient / (squares[index].squareRoot() + 1e-6)
      }
    }
  }

  /// The chance of each label.
  private func chances(_ places: [Int]) -> [Float] {
    var scores = [Float](repeating: 0, count: labels.count)
    for place in places {
      for label in labels.indices { scores[label] += weights[place * labels.count + label] }
    }
    let highest = scores.max() ?? 0
    let powers = scores.map { Exponential.of($0 - highest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  private static func place(_ hash: UInt32) -> Int {
    Int((hash ^ hash >> 15) % UInt32(places))
  }
}

/// e to a power that is not above 0, by sums and products alone, so that every machine gives the same bits.
private enum Exponential {
  static func of(_ power: Float) -> Float {
    guard power > -60 else { return 0 }
    // e^x = (e^(x/1024))^1024, with a series of four terms for the small power.
    let small = Double(power) / 1024
    var result = 1 + small * (1 + small / 2 * (1 + small / 3))
    for _ in 0..<10 { result *= result }
    return Float(result)
  }
}
