package import ClaimModel
private import Fingerprint
private import Glibc

/// The heads of the sessions that a user worked on last in a store, kept outside of it, so that a store
/// that has lost its end since is noticed.
///
/// They lie in a small file of the user's state folder under two names, one made of the store's path and
/// one of its device and inode: a store that was moved and one that was replaced are both known again.
/// The file is written after the store, without waiting for the disk, so it never knows more than the
/// store did; where it cannot be kept, nothing is noticed, and nothing else is missing.
package final class KnownHeads {
  private let folder: String
  private let names: Names
  private var slots: [KnownHead]
  /// Nil until something is noted.
  private var descriptor: Int32?
  /// Whether what stands there is of another file, or is out of date, and must go first.
  private var isStale: Bool

  /// The most sessions that are remembered.
  private static let count = 64

  /// Reads what is remembered of an open store.
  ///
  /// - Parameter folder: The user's state folder; made when something is noted.
  /// - Returns: Nil for a store that is no file.
  package init?(of store: Store, in folder: String) throws(JournalError) {
    guard let names = Names(path: store.path, in: folder + "/heads") else { return nil }
    self.folder = folder
    self.names = names
    let byInode = Self.read(names.inode)
    let byPath = Self.read(names.path)
    var slots = byInode
    // An inode is given again to another file, so it counts where a session of it is there.
    if !byInode.isEmpty, byPath != byInode, try !store.hasSession(of: byInode) { slots = [] }
    for slot in byPath where !slots.contains(where: { $0.name == slot.name }) {
      slots.append(slot)
    }
    self.slots = Array(slots.prefix(Self.count))
    isStale = byInode != byPath
    losses = try store.losses(among: self.slots)
    if !losses.isEmpty { isStale = true }
  }

  /// What the store had when it was last used, and has no more.
  package private(set) var losses: [LostHead] = []

  deinit { if let descriptor { close(descriptor) } }

  /// Remembers the head of a session that was written just now.
  package func note(_ stored: StoredSession, at moment: Timestamp) {
    note(
      stored.id,
      SessionHead(
        name: stored.name, events: stored.session.events.count, head: stored.lastHash), at: moment)
  }

  /// Remembers the heads that sessions have now, after they came in from elsewhere.
  ///
  /// Of more than can be remembered, the last ones.
  package func note(_ sessions: [SessionID], of store: Store, at moment: Timestamp)
    throws(JournalError)
  {
    for id in sessions.suffix(Self.count) { note(id, try store.head(of: id), at: moment) }
  }

  private func note(_ id: SessionID, _ session: SessionHead, at moment: Timestamp) {
    if isStale { forget() }
    let head = KnownHead(
      session: id, name: session.name, events: session.events, head: session.head, at: moment)
    let slot = place(of: head)
    guard let descriptor = descriptor ?? open() else { return }
    self.descriptor = descriptor
    let bytes = head.record
    _ = bytes.withUnsafeBytes {
      pwrite(descriptor, $0.baseAddress, $0.count, off_t(slot * KnownHead.length))
    }
  }

  /// The slot of the session, an empty one, or that of the session that was left alone the longest.
  private func place(of head: KnownHead) -> Int {
    if let known = slots.firstIndex(where: { $0.name == head.name && $0.session == head.session }) {
      slots[known] = head
      return known
    }
    if slots.count < Self.count {
      slots.append(head)
      return slots.count - 1
    }
    let oldest = slots.indices.min { slots[$0].at < slots[$1].at } ?? 0
    slots[oldest] = head
    return oldest
  }

  // MARK: - The file

  /// Begins anew: what was lost has been told.
  private func forget() {
    unlink(names.path)
    unlink(names.inode)
    slots = []
    isStale = false
  }

  private func open() -> Int32? {
    for end in folder.indices where folder[end] == "/" && end != folder.startIndex {
      mkdir(String(folder[..<end]), 0o700)
    }
    mkdir(folder, 0o700)
    mkdir(folder + "/heads", 0o700)
    let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW
    let opened = Glibc.open(names.inode, flags, 0o600)
    guard opened >= 0 else { return nil }
    link(names.inode, names.path)
    return opened
  }

  private static func read(_ path: String) -> [KnownHead] {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: count * KnownHead.length)
    let read = pread(descriptor, &bytes, bytes.count, 0)
    guard read > 0 else { return [] }
    return stride(from: 0, to: read, by: KnownHead.length).compactMap {
      KnownHead(record: bytes[$0..<min($0 + KnownHead.length, read)])
    }
  }

  /// The two names of the file.
  private struct Names {
    let path: String
    let inode: String

    init?(path: String, in folder: String) {
      var status = stat()
      guard !path.isEmpty, stat(path, &status) == 0, let resolved = realpath(path, nil) else {
        return nil
      }
      defer { free(resolved) }
      self.path = folder + "/path-" + SHA256.hex(String(cString: resolved).utf8).prefix(32)
      inode = folder + "/file-\(status.st_dev)-\(status.st_ino)"
    }
  }
}

@available(*, unavailable) extension KnownHeads: Sendable {}
