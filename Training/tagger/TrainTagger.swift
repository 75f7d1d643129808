import ClaimEngine
import Glibc
import LinearModels
import TestSupport
import TrainingSupport

/// Trains the part-of-speech tagger: `train-tagger OUT ROWS EPOCHS DEV… -- GOLD… -- SILVER…`.
///
/// Files are plain CoNLL-U, or the ten columns of the silver newswire. Words are cut by our own
/// tokenizer, so the tagger is trained on what it will see.
@main
struct TrainTagger {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    let groups = arguments.dropFirst(3).split(separator: "--", omittingEmptySubsequences: false)
    guard arguments.count > 4, groups.count == 3, let rows = Int(Array(arguments)[1]),
      let epochs = Int(Array(arguments)[2]), let out = arguments.first
    else {
      print("usage: train-tagger OUT ROWS EPOCHS DEV... -- GOLD... -- SILVER...")
      exit(64)
    }
    let dev = groups[0].map { TreebankSentence.read($0) }
    let gold = groups[1].flatMap { TreebankSentence.read($0) }
    let silver = groups[2].flatMap { TreebankSentence.read($0) }
    print("gold \(gold.count) silver \(silver.count) sentences")
    var trainer = TaggerTrainer(sentences: gold + silver)
    var order = Array(gold.indices) + Array(gold.indices)
    order += silver.indices.map { gold.count + $0 }
    var generator = SeededGenerator(seed: 7)
    for epoch in 1...epochs {
      order.shuffle(using: &generator)
      let errors = order.reduce(0) { $0 + trainer.learn(from: trainer.sentences[$1]) }
      print("epoch \(epoch): \(errors) errors")
    }
    let bytes = trainer.weights(keeping: rows)
    guard let file = fopen(out, "wb") else { exit(73) }
    bytes.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, file) }
    fclose(file)
    guard let model = bytes.withUnsafeBytes({ TaggerModel($0) }) else { exit(1) }
    let tagger = Tagger(model: model)
    for (name, sentences) in zip(groups[0], dev) {
      print("\(name): \(TreebankSentence.accuracy(of: tagger, on: sentences))")
    }
  }
}
