package import ClaimModel
import Files
private import Glibc

/// The right to change one session, held by one process until it lets go or dies.
///
/// It is a lock on a stretch of the file `<store>.holds`, which the system drops with the process,
/// so nothing stale is ever left. Reading a session needs none.
package final class SessionHold {
  package let session: SessionID
  /// Nil where nobody else can see the session, in a store in memory.
  private let file: HoldFile?

  /// Takes the right.
  /// - Throws: `JournalError.sessionHeld` with the one who has it.
  fileprivate init(
    on session: SessionID, in path: String, store: String, holder: SessionHolder
  ) throws(JournalError) {
    self.session = session
    let file: HoldFile
    do throws(FileRefusal) {
      file = try HoldFile(path, sharedWith: StoreFile.group(of: store))
    } catch {
      switch error {
      case .system(EROFS): throw .readOnly(store)
      case .system(EACCES) where access(path, F_OK) != 0: throw .readOnly(store)
      default: throw .cannotLock(path, reason: error.description)
      }
    }
    do throws(SystemError) {
      try file.lock(session.rawValue)
    } catch {
      throw error.errno == EAGAIN || error.errno == EACCES
        ? .sessionHeld(session, by: SessionHolder(record: file.read(session.rawValue)))
        : .cannotLock(path, reason: error.description)
    }
    file.write(holder.record, to: session.rawValue)
    self.file = file
  }

  fileprivate init(alone session: SessionID) {
    self.session = session
    file = nil
  }

  deinit { file?.write([], to: session.rawValue) }
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
