import FoundationEssentials

/// `assay split` as people start it: a whole process on one article.
struct SplitRow {
  private let setting: BenchSetting

  init(_ setting: BenchSetting) { self.setting = setting }

  func measure() throws -> [Measurement] {
    let article = NewsArticle(0)
    let path = setting.path("article.txt")
    guard FileManager.default.createFile(atPath: path, contents: Data(article.text.utf8)) else {
      throw BenchError.cannotWrite(path)
    }
    let assay = try setting.program("assay")
    let split = ChildProcess(
      path: assay, arguments: ["split", path, "--format", "json", "--engine", "fast"])
    let encoder = ChildProcess(
      path: assay, arguments: ["split", path, "--format", "json", "--engine", "encoder"])
    let empty = ChildProcess(path: "true", arguments: [])
    let reading = ChildProcess(path: "cat", arguments: [path])
    var splits: [Double] = []
    var encoders: [Double] = []
    var empties: [Double] = []
    var readings: [Double] = []
    for _ in 0..<(setting.isQuick ? 20 : 60) {
      empties.append(try empty.milliseconds())
      readings.append(try reading.milliseconds())
      splits.append(try split.milliseconds())
      encoders.append(try encoder.milliseconds())
    }
    let name = "split of \(article.words) words, json"
    return [
      Measurement(
        row: .split, name: name + ", median", figure: Quantity(splits.median, .milliseconds),
        yardstick: .init(
          name: "empty process", figure: Quantity(empties.median, .milliseconds)),
        target: .atMost(60)),
      Measurement(
        row: .split, name: name + ", best", figure: Quantity(splits.best, .milliseconds),
        yardstick: .init(
          name: "cat of the article", figure: Quantity(readings.best, .milliseconds)),
        target: .atMost(60)),
      Measurement(
        row: .split, name: name + ", encoder, median",
        figure: Quantity(encoders.median, .milliseconds),
        yardstick: .init(name: "fast", figure: Quantity(splits.median, .milliseconds)),
        target: .atMost(500)),
    ]
  }
}
