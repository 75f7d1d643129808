/// Why something could not be handed to another tool, or taken from one.
package enum InterchangeError: Error, Equatable {
  /// Something stands there already, and nobody said that it may go.
  case exists(path: String)
  case isFolder(path: String)
  /// It belongs to the open store.
  case isStore(path: String)
  case noSuchFolder(path: String)
  case diskFull(path: String)
  /// Any other answer of the system, in its words.
  case cannotWrite(path: String, reason: String)
  /// Nobody reads the other end of standard output.
  case readerGone
  /// A document that is not what it should be; the place is `line:column` or `events[2].payload`.
  case badDocument(place: String, reason: String)
  /// An event whose value cannot be written as JSON.
  case badEvent(sequence: Int)
  case oneSessionOnly(format: String)
  case unknownFormat(String)
  /// The folder has a `datapackage.json` that this program did not write.
  case foreignDataPackage(path: String)
}

extension InterchangeError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .exists(let path):
      "'\(path)' exists already; give another name, or --force to replace it"
    case .isFolder(let path):
      "'\(path)' is a folder; give the name of a file"
    case .isStore(let path):
      "'\(path)' belongs to the store that is open and is never replaced; give another name"
    case .noSuchFolder(let path):
      "cannot write '\(path)', because its folder does not exist; make the folder first"
    case .diskFull(let path):
      "cannot write '\(path)', because the disk is full; nothing was changed there"
    case .cannotWrite(let path, let reason):
      "cannot write '\(path)': \(reason)"
    case .readerGone:
      "nobody reads standard output any more"
    case .badDocument(let place, let reason):
      place.isEmpty ? reason : "\(place): \(reason)"
    case .badEvent(let sequence):
      "event \(sequence) holds a value that JSON cannot express"
    case .oneSessionOnly(let format):
      "the format '\(format)' holds one session; name one, or take jsonl or csv"
    case .unknownFormat(let name):
      "no format is called '\(name)'; there are "
        + ExportFormat.all.map(\.name).joined(separator: ", ")
    case .foreignDataPackage(let path):
      "'\(path)' describes other data; write into another folder, or give --force to replace it"
    }
  }
}
