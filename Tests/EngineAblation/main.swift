import ArticleReader
import ClaimEngine
import ClaimModel
import FoundationEssentials
import Glibc
import Interchange

// What the engine finds when one of its steps is left out, for each step:
//
//     engine-ablation ENGINE GRAIN FOLDER < REQUESTS
//
// REQUESTS are lines of `split --stdin-jsonl`; FOLDER/none.jsonl gets the answers with all steps,
// FOLDER/STEP.jsonl those without a step. `Tests/Quality/ablate.py` scores them.

func fail(_ line: String) -> Never {
  let bytes = Array((line + "\n").utf8)
  _ = write(STDERR_FILENO, bytes, bytes.count)
  exit(64)
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let grain = Grain(rawValue: arguments[2]) else {
  fail("usage: engine-ablation encoder|fast clause|fine FOLDER < REQUESTS")
}
let names = ["none"] + EngineCheck.allCases.map(\.rawValue)
let sets = [[]] + EngineCheck.allCases.map { Set([$0]) }

let analyses: (Article) -> [Analysis]
switch arguments[1] {
case "encoder":
  let engine = try EncoderEngine()
  analyses = { engine.analyses(of: $0, grain: grain, without: sets) }
case "fast":
  let engine = FastEngine()
  analyses = { engine.analyses(of: $0, grain: grain, without: sets) }
default: fail("'\(arguments[1])' is no engine; they are encoder and fast")
}

let reader = ArticleReader()
var answers = Array(repeating: [UInt8](), count: sets.count)
while let line = readLine() {
  let request = try SplitRequest(line: Array(line.utf8))
  let article = try reader.read(Array(request.text.utf8), path: nil, format: .plainText).article
  for (number, analysis) in analyses(article).enumerated() {
    var json = JSONWriter(.compact)
    json.split(analysis, of: article, request: request.id)
    answers[number] += json.takeBytes()
  }
}
for (name, lines) in zip(names, answers) {
  try Data(lines).write(to: URL(filePath: arguments[3]).appending(path: name + ".jsonl"))
}
