private import ClaimModel
private import Fingerprint
private import FoundationEssentials
private import Glibc

/// The file of a key: one JSON object, `assay.key/1`, in the folder that is given.
extension KeyFile {
  private static let name = "key.json"

  /// Where the key of a folder lies.
  package static func path(in folder: String) -> String { folder + "/" + name }

  /// Reads the key of a folder; nil where there is none.
  package static func load(from folder: String) throws(KeyError) -> KeyFile? {
    let path = path(in: folder)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .unreadable(path: path, reason: SystemError.current.description)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_size < 1 << 20
    else { throw .unreadable(path: path, reason: "it is no file of this program") }
    guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else {
      throw .openToOthers(path: path)
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    let count = read(descriptor, &bytes, bytes.count)
    guard count == bytes.count,
      let fields = try? JSONDecoder().decode(KeyFields.self, from: Data(bytes)),
      let key = fields.key
    else { throw .unreadable(path: path, reason: "it is no file of this program, or was damaged") }
    return key
  }

  /// Writes the key to its place in a folder, which is made where it is missing.
  ///
  /// - Parameter isReplacing: Whether a key that is there may go, once the new one is on disk.
  package func store(in folder: String, isReplacing: Bool) throws(KeyError) {
    let path = Self.path(in: folder)
    let bytes: [UInt8]
    do {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      bytes = Array(try encoder.encode(KeyFields(self))) + [UInt8(ascii: "\n")]
    } catch {
      throw .cannotWrite(path: path, reason: "\(error)")
    }
    Self.makeFolders(folder)
    let unfinished = path + ".unfinished"
    unlink(unfinished)
    defer { unlink(unfinished) }
    let descriptor = open(
      unfinished, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path) }
    let isWritten =
      write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
    let error = SystemError.current
    close(descriptor)
    guard isWritten else { throw .cannotWrite(path: path, reason: error.description) }
    if isReplacing {
      guard rename(unfinished, path) == 0 else { throw Self.failure(path) }
    } else {
      // Unlike rename, link never takes the place of a file.
      guard link(unfinished, path) == 0 else {
        throw errno == EEXIST ? .exists(path: path) : Self.failure(path)
      }
    }
    Self.synchronize(folder)
  }

  private static func failure(_ path: String) -> KeyError {
    .cannotWrite(path: path, reason: SystemError.current.description)
  }

  /// Makes a folder and those above it, readable by the user alone; what fails shows at the next step.
  private static func makeFolders(_ folder: String) {
    for end in folder.indices where folder[end] == "/" && end != folder.startIndex {
      mkdir(String(folder[..<end]), 0o700)
    }
    mkdir(folder, 0o700)
  }

  private static func synchronize(_ folder: String) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}

/// The fields of the file.
private struct KeyFields: Codable {
  static let schema = "assay.key/1"

  let schema: String
  let made: Timestamp
  let `public`: String
  /// The bare secret; nil where it is locked.
  let secret: String?
  let locked: Locked?
  let handovers: [HandoverFields]

  struct Locked: Codable {
    let passes: UInt64
    let memory: Int
    let salt: String
    let nonce: String
    let box: String
  }

  init(_ key: KeyFile) {
    schema = Self.schema
    made = key.made
    `public` = key.publicKey.description
    handovers = key.handovers.map { HandoverFields($0) }
    switch key.secret {
    case .bare(let seed):
      secret = Hexadecimal.text(seed)
      locked = nil
    case .locked(let box):
      secret = nil
      locked = Locked(
        passes: box.passes, memory: box.memory, salt: Hexadecimal.text(box.salt),
        nonce: Hexadecimal.text(box.nonce), box: Hexadecimal.text(box.box))
    }
  }

  /// Nil where a field is not what its name says.
  var key: KeyFile? {
    let handovers = handovers.compactMap(\.handover)
    guard schema == Self.schema, let publicKey = PublicKey(self.public),
      handovers.count == self.handovers.count, let secret = readSecret()
    else { return nil }
    return KeyFile(publicKey: publicKey, made: made, handovers: handovers, secret: secret)
  }

  private func readSecret() -> KeyFile.Secret? {
    if let locked {
      guard let salt = Hexadecimal.bytes(locked.salt), let nonce = Hexadecimal.bytes(locked.nonce),
        let bytes = Hexadecimal.bytes(locked.box),
        let box = PassphraseBox(
          passes: locked.passes, memory: locked.memory, salt: salt, nonce: nonce, box: bytes)
      else { return nil }
      return .locked(box)
    }
    return secret.flatMap { Hexadecimal.bytes($0) }.map { .bare($0) }
  }
}
