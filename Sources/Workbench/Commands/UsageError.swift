/// What is wrong with a command as it was typed.
package enum UsageError: Error, Equatable {
  case unknownCommand(String, nearest: String?)
  case onlyAtPrompt(String)
  case onlyFromShell(String)
  case missing(argument: String, usage: String)
  case unexpected(String, usage: String)
  /// A verb that takes no claims stands after some.
  case notAboutClaims(String)
  /// Claims before a verb that are parted by blanks.
  case claimsNotJoined([String], verb: String)
  /// A word too many after words that should have quote marks around them.
  case unquoted(String, usage: String)
  /// Several lines that were pasted at once.
  case severalLines(Int)
  case notANumber(argument: String, String)
  case notClaims(String)
  case expectedKeyword(String, String, usage: String)
  case unknownOption(String, verb: String, nearest: String?)
  case optionNeedsValue(String, value: String)
  case optionTakesNoValue(String)
  case optionNeedsOther(String, other: String)
  case badChoice(option: String, String, choices: [String])
  case notADate(String)
  case notAJobCount(String)
  case notASpeed(String)
  case notATimeLimit(String)
}

extension UsageError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknownCommand(let name, let nearest?):
      "no command or label is called '\(name)'; did you mean '\(nearest)'?"
    case .unknownCommand(let name, nil):
      "no command or label is called '\(name)'; type 'help' for the list"
    case .onlyAtPrompt(let name):
      "'\(name)' works at the prompt, in an open session; start it with: assay ARTICLE"
    case .onlyFromShell(let name):
      "'\(name)' works from the shell: assay \(name)"
    case .missing(let argument, let usage):
      "\(argument) is missing; usage: \(usage)"
    case .unexpected(let word, let usage):
      "'\(word)' is one word too many; usage: \(usage)"
    case .notAboutClaims(let verb):
      "'\(verb)' is not about claims that are named before it; leave the number out: \(verb)"
    case .claimsNotJoined(let claims, let verb):
      "several claims are parted by commas: \(claims.joined(separator: ",")) \(verb)"
    case .unquoted(let word, let usage):
      "'\(word)' is one word too many; put words that belong together in quote marks; usage: \(usage)"
    case .severalLines(let count):
      "\(count) lines came at once, and nothing was done; paste commands one at a time, or run them "
        + "as a script; words that hold a line end go into quote marks"
    case .notANumber(let argument, let text):
      "\(argument) must be a whole number, but '\(text)' is not one"
    case .notClaims(let text):
      "'\(text)' names no claims; write a number, a range as 3-7, a list as 3,5, '.' or 'all'"
    case .expectedKeyword(let word, let found, let usage):
      "'\(word)' should stand where '\(found)' does; usage: \(usage)"
    case .unknownOption(let name, let verb, let nearest?):
      "'\(verb)' has no option '\(name)'; did you mean '\(nearest)'?"
    case .unknownOption(let name, let verb, nil):
      "'\(verb)' has no option '\(name)'; type 'help \(verb)' for those it has"
    case .optionNeedsValue(let name, let value):
      "'\(name)' needs a value: \(name) \(value)"
    case .optionTakesNoValue(let name):
      "'\(name)' is a switch and takes no value"
    case .optionNeedsOther(let name, let other):
      "'\(name)' only says more about \(other)"
    case .badChoice(let option, let value, let choices):
      "'\(option)' cannot be '\(value)'; it is one of: \(choices.joined(separator: ", "))"
    case .notASpeed(let text):
      "--speed must be a number above 0, but '\(text)' is not one"
    case .notATimeLimit(let text):
      "--time-limit must be a number of seconds, or 0 for no limit, but '\(text)' is not one"
    case .notAJobCount(let text):
      "--jobs must be a whole number from 1 to \(Jobs.most), but '\(text)' is not one"
    case .notADate(let text):
      "'\(text)' is not a date; write it as 2026-03-01"
    }
  }
}
