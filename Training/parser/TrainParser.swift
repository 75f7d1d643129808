import ClaimEngine
import Glibc
import LinearModels
import TestSupport
import TrainingSupport

/// Trains the dependency parser: `train-parser OUT MOVES RELATIONS EPOCHS DEV… -- GOLD… -- SILVER…`.
///
/// Files are plain CoNLL-U, or the ten columns of the silver newswire. Each sentence gets the tags of a tagger that has
/// not seen it, one of four, so that the parser learns from tags as wrong as those it will be given.
@main
struct TrainParser {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let groups = arguments.dropFirst(4).split(separator: "--", omittingEmptySubsequences: false)
    guard arguments.count > 5, groups.count == 3, let moves = Int(arguments[1]),
      let relations = Int(arguments[2]), let epochs = Int(arguments[3])
    else {
      print("usage: train-parser OUT MOVES RELATIONS EPOCHS DEV... -- GOLD... -- SILVER...")
      exit(64)
    }
    let gold = groups[1].flatMap { TreebankSentence.read($0) }
    let silver = groups[2].flatMap { TreebankSentence.read($0) }
    print("gold \(gold.count) silver \(silver.count) sentences")
    let sentences = jackknifed(gold + silver)
    var order = [gold.indices, gold.indices, gold.indices].flatMap(Array.init)
    order += silver.indices.map { gold.count + $0 }
    order.removeAll { !sentences[$0].isTree }
    var trainer = ParserTrainer()
    var generator = SeededGenerator(seed: 11)
    for epoch in 1...epochs {
      order.shuffle(using: &generator)
      var errors = 0
      for index in order {
        errors += trainer.learn(from: sentences[index], explores: epoch > 1, using: &generator)
      }
      print("epoch \(epoch): \(errors) errors")
      fflush(nil)
    }
    let bytes = trainer.file(moves: moves, relations: relations)
    guard let file = fopen(arguments[0], "wb") else { exit(73) }
    bytes.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, file) }
    fclose(file)
    guard let model = bytes.withUnsafeBytes({ ParserModel($0) }) else { exit(1) }
    let tagger = Tagger()
    for path in groups[0] {
      let dev = TreebankSentence.read(path)
      print("\(path): \(ParserScore(DependencyParser(model: model), tagger, on: dev))")
    }
  }

  /// The sentences with the tags of taggers that have not seen them.
  private static func jackknifed(_ sentences: [TreebankSentence]) -> [TreebankSentence] {
    let folds = 4
    var tagged = sentences
    for fold in 0..<folds {
      var trainer = TaggerTrainer(
        sentences: sentences.indices.filter { $0 % folds != fold }.map { sentences[$0] })
      var order = Array(trainer.sentences.indices)
      var generator = SeededGenerator(seed: UInt64(fold))
      for _ in 1...3 {
        order.shuffle(using: &generator)
        for index in order { _ = trainer.learn(from: trainer.sentences[index]) }
      }
      guard let model = trainer.weights(keeping: 40_000).withUnsafeBytes({ TaggerModel($0) })
      else { exit(1) }
      let tagger = Tagger(model: model)
      for index in sentences.indices where index % folds == fold {
        tagger.tag(&tagged[index].text)
      }
      print("tags of fold \(fold + 1) of \(folds)")
      fflush(nil)
    }
    return tagged
  }
}
