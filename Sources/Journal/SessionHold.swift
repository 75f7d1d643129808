package import ClaimModel
private import Glibc

/// The right to change one session, held by one process until it lets go or dies.
///
/// It is a lock on a stretch of the file `<store>.holds`, which the system drops with the process,
/// so nothing stale is ever left. Reading a session needs none.
package final class SessionHold {
  package let session: SessionID
  private let descriptor: Int32

  /// The stretch of a session: who holds it, padded with spaces.
  private static let stretch = 256

  /// `F_OFD_SETLK`, which the Glibc module hides: a lock that belongs to the open file, not to the
  /// process, so that it also holds between two stores of one process.
  private static let setLockOfOpenFile: Int32 = 37

  /// Takes the right.
  /// - Throws: `JournalError.sessionHeld` with the one who has it.
  fileprivate init(
    on session: SessionID, in file: String, store: String, holder: SessionHolder
  ) throws(JournalError) {
    self.session = session
    descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      let error = SystemError.current
      throw error.errno == EROFS || error.errno == EACCES
        ? .readOnly(store) : .cannotOpen(file, reason: error.description)
    }
    guard lock(F_WRLCK) else {
      let error = SystemError.current
      let other = SessionHolder(record: read())
      close(descriptor)
      throw error.errno == EAGAIN || error.errno == EACCES
        ? .sessionHeld(session, by: other) : .cannotOpen(file, reason: error.description)
    }
    write(holder.record)
  }

  /// A hold on a session that nobody else can see, in a store in memory.
  fileprivate init(alone session: SessionID) {
    self.session = session
    descriptor = -1
  }

  deinit {
    guard descriptor >= 0 else { return }
    write([])
    close(descriptor)
  }

  private var offset: Int { session.rawValue * Self.stretch }

  private func lock(_ type: Int32) -> Bool {
    var lock = flock()
    lock.l_type = Int16(type)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = off_t(offset)
    lock.l_len = off_t(Self.stretch)
    return fcntl(descriptor, Self.setLockOfOpenFile, &lock) == 0
  }

  private func read() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Self.stretch)
    let count = pread(descriptor, &bytes, bytes.count, off_t(offset))
    return Array(bytes.prefix(max(0, count)))
  }

  /// Only a courtesy to whoever is refused: when it cannot be written, the lock holds all the same.
  private func write(_ record: [UInt8]) {
    let space = UInt8(ascii: " ")
    let bytes =
      record.prefix(Self.stretch) + repeatElement(space, count: Self.stretch - record.count)
    _ = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
  }
}

@available(*, unavailable) extension SessionHold: Sendable {}

/// Who holds a session; a part that could not be found out is nil.
package struct SessionHolder: Hashable, Sendable {
  package let annotator: String?
  package let process: Int?
  package let since: Timestamp?

  package init(annotator: String?, process: Int?, since: Timestamp?) {
    self.annotator = annotator
    self.process = process
    self.since = since
  }
}

extension SessionHolder: CustomStringConvertible {
  package var description: String {
    var text = annotator.map { "'\($0)'" } ?? "another program"
    if let process { text += " (process \(process))" }
    if let since { text += " since \(since)" }
    return text
  }
}

extension SessionHolder {
  /// Process, moment and annotator, a line each; the name last, and cut where it is very long.
  fileprivate var record: [UInt8] {
    let name = (annotator ?? "").unicodeScalars.filter { $0.value >= 0x20 }
    var text = "\(process ?? 0)\n\(since?.description ?? "")\n"
    for scalar in name where text.utf8.count + 4 < 200 { text.unicodeScalars.append(scalar) }
    return Array((text + "\n").utf8)
  }

  fileprivate init(record: [UInt8]) {
    let lines = String(decoding: record, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 3 else {
      self.init(annotator: nil, process: nil, since: nil)
      return
    }
    self.init(
      annotator: lines[2].isEmpty ? nil : String(lines[2]), process: Int(lines[0]),
      since: Timestamp(String(lines[1])))
  }
}

// MARK: - Taking one

extension Store {
  /// Takes the right to change a session; it lasts as long as the object.
  ///
  /// - Parameter annotator: Who takes it, for the sentence that others get.
  /// - Throws: `JournalError.sessionHeld` where another process, or another hold of this one, has it.
  package func hold(_ session: SessionID, annotator: String) throws(JournalError) -> SessionHold {
    try requireWritable()
    _ = try header(of: session)
    guard !path.isEmpty else { return SessionHold(alone: session) }
    return try SessionHold(
      on: session, in: path + ".holds", store: path,
      holder: SessionHolder(annotator: annotator, process: Int(getpid()), since: now()))
  }
}
