import ArticleReader
import Foundation

/// Writes the blocks of web pages for `train.py`: `OUT.jsonl`, a line `{"file", "texts"}` a page;
/// `OUT.rows`, the signals of all blocks as 32-bit numbers; `OUT.columns`, their names.
///
/// usage: page-blocks OUT PAGE…
let arguments = CommandLine.arguments.dropFirst()
guard let out = arguments.first, arguments.count > 1 else {
  print("usage: page-blocks OUT PAGE…")
  exit(64)
}
var lines = Data()
var rows = Data()
for path in arguments.dropFirst() {
  let page = PageBlocks([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
  let line: [String: Any] = [
    "file": URL(fileURLWithPath: path).lastPathComponent, "texts": page.texts,
  ]
  lines += try JSONSerialization.data(withJSONObject: line) + Data("\n".utf8)
  page.rows.withUnsafeBytes { rows += Data($0) }
}
try lines.write(to: URL(fileURLWithPath: out + ".jsonl"))
try rows.write(to: URL(fileURLWithPath: out + ".rows"))
try PageBlocks.columns.joined(separator: "\n").write(
  to: URL(fileURLWithPath: out + ".columns"), atomically: true, encoding: .utf8)
