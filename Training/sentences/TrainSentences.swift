import ClaimEngine
import ClaimModel
import Glibc

/// Trains the sentence splitter: `train-sentences OUT FOLDER ARTICLES`.
///
/// FOLDER holds `ewt-train.conllu`, `gum-train.conllu`, `ewt-dev.conllu`, `gum-dev.conllu` and `train.conll`, the parses
/// of the articles in ARTICLES. With `-` for OUT nothing is written, and every eighth document is kept aside to measure
/// on. Words are cut by our own tokenizer, so the splitter is trained on what it will see.
@main
struct TrainSentences {
  /// Newswire: one article in three, a tenth of the weight.
  private static let silverShare = 3
  private static let silverWeight: Float = 0.1
  private static let aside = 8

  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 3, let out = arguments.first else {
      print("usage: train-sentences OUT FOLDER ARTICLES")
      exit(64)
    }
    let (folder, articles) = (arguments[2], arguments[3])
    let keepsAside = out == "-"
    let analyser = TextAnalyser()
    func treebank(_ name: String) -> [GoldParagraph] {
      GoldParagraph.treebank("\(folder)/\(name).conllu", analyser: analyser)
    }
    var trainer = SentenceTrainer(slotBits: 17)
    var measured: [(name: String, paragraphs: [GoldParagraph])] = []
    for name in ["ewt-train", "gum-train"] {
      let paragraphs = treebank(name)
      func isAside(_ paragraph: GoldParagraph) -> Bool {
        keepsAside && paragraph.document.isMultiple(of: aside)
      }
      for paragraph in paragraphs where !isAside(paragraph) {
        trainer.add(paragraph, weight: 1) { _ in true }
      }
      if keepsAside { measured.append((name + ", kept aside", paragraphs.filter(isAside))) }
    }
    let silver = GoldParagraph.silver(
      "\(folder)/train.conll", folder: articles, analyser: analyser)
    for paragraph in silver where paragraph.document.isMultiple(of: silverShare) {
      trainer.add(paragraph, weight: silverWeight) { paragraph.isPlain($0) }
    }
    print("gaps \(trainer.exampleCount)")
    let bytes = trainer.weights(epochs: 8, rate: 0.1, decay: 1e-4, seeds: 1...4)
    guard let model = bytes.withUnsafeBytes({ SentenceModel($0) }) else { exit(1) }
    if !keepsAside { write(bytes, to: out) }
    measured += ["ewt-dev", "gum-dev"].map { ($0, treebank($0)) }
    let trained = TextAnalyser(sentences: model)
    for (name, paragraphs) in measured {
      print("\(name): \(SentenceScore(paragraphs, cutBy: trained))")
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else {
      perror(path)
      exit(73)
    }
    bytes.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, file) }
    guard fclose(file) == 0 else {
      perror(path)
      exit(73)
    }
  }
}
