/// How many threads work on articles side by side.
enum Jobs {
  static let most = 64
}

extension CommandOption {
  static let jobs = CommandOption(
    "--jobs", "N",
    "how many articles are worked on side by side, 1 to \(Jobs.most) (as many as there are processors, "
      + "at most 8)")
}

extension Invocation {
  /// The number of threads that was asked for.
  func jobs(default standard: Int) throws -> Int {
    guard let text = option(CommandOption.jobs.name) else { return standard }
    guard let jobs = Int(text), (1...Jobs.most).contains(jobs) else {
      throw UsageError.notAJobCount(text)
    }
    return jobs
  }
}
