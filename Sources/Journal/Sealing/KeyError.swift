/// Why an annotator's key cannot be made or used.
package enum KeyError: Error, Equatable {
  case none(path: String)
  case exists(path: String)
  case unreadable(path: String, reason: String)
  /// Others than the user may read or write it.
  case openToOthers(path: String)
  case wrongPassphrase
  case cannotWrite(path: String, reason: String)
  /// libsodium gives no random numbers, or not the memory for a passphrase.
  case noMeans
}

extension KeyError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .none(let path): "there is no key at '\(path)'; 'key new' makes one"
    case .exists(let path):
      "there is a key at '\(path)' already; 'key rotate' puts a new one in its place"
    case .unreadable(let path, let reason): "the key '\(path)' cannot be read: \(reason)"
    case .openToOthers(let path):
      "the key '\(path)' is not used, because it is not yours alone; make it so: chmod 600 '\(path)'"
    case .wrongPassphrase: "that is not the key's passphrase; nothing was done"
    case .cannotWrite(let path, let reason): "the key '\(path)' cannot be written: \(reason)"
    case .noMeans: "no key can be made: the system gives no random numbers, or too little memory"
    }
  }
}
