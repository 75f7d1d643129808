private import Glibc

/// The articles that lie in a folder and in the folders within it.
///
/// A file is taken for an article when its name ends as those of a format do, or has no ending and the file begins
/// as text does. Hidden entries and symbolic links are passed over, so a walk neither leaves the folder nor
/// goes in circles.
package struct ArticleFolder: Sendable {
  /// Paths of files, and why a part of the tree could not be looked at; each folder's entries in the order of
  /// their names' bytes, with what lies in a folder where its name stands.
  package private(set) var found: [Result<String, ReaderError>] = []
  package private(set) var passedOver = PassedOver()

  /// What a walk met and did not read.
  package struct PassedOver: Equatable, Sendable {
    /// Files and folders whose names begin with a dot.
    package var hidden = 0
    /// Files that no format is known for, and what is no file.
    package var others = 0
    package var links = 0

    package init(hidden: Int = 0, others: Int = 0, links: Int = 0) {
      self.hidden = hidden
      self.others = others
      self.links = links
    }
  }

  /// Walks a folder; the path itself may be a symbolic link.
  ///
  /// - Throws: `notReadable` where the folder itself cannot be listed.
  package init(path: String) throws(ReaderError) {
    var pending = try Self.entries(of: path)
    while let entry = pending.popLast() {
      switch entry.kind {
      case .file: found.append(.success(entry.path))
      case .folder:
        do throws(ReaderError) {
          pending += try Self.entries(of: entry.path)
        } catch {
          found.append(.failure(error))
        }
      case .unreadable(let reason):
        found.append(.failure(.notReadable(path: entry.path, reason: reason)))
      case .hidden: passedOver.hidden += 1
      case .link: passedOver.links += 1
      case .other: passedOver.others += 1
      }
    }
  }

  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  // MARK: - Entries

  private struct Entry {
    let path: String
    let kind: Kind

    enum Kind {
      case file, folder, hidden, link, other
      case unreadable(reason: String)
    }
  }

  /// What lies in a folder, the last name first.
  private static func entries(of folder: String) throws(ReaderError) -> [Entry] {
    guard let listing = opendir(folder) else {
      throw .notReadable(path: folder, reason: ArticleFile.reason(errno))
    }
    defer { closedir(listing) }
    let prefix = folder.hasSuffix("/") ? folder : folder + "/"
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(listing) else { break }
      let (name, isUTF8) = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) {
          (String(cString: $0), String(validatingCString: $0) != nil)
        }
      }
      if name == "." || name == ".." { continue }
      let path = prefix + name
      entries.append(
        Entry(
          path: path,
          kind: isUTF8 ? kind(of: path, name: name) : .unreadable(reason: "its name is not UTF-8")))
    }
    if errno != 0 { throw .notReadable(path: folder, reason: ArticleFile.reason(errno)) }
    return entries.sorted { $1.path.utf8.lexicographicallyPrecedes($0.path.utf8) }
  }

  private static func kind(of path: String, name: String) -> Entry.Kind {
    if name.hasPrefix(".") { return .hidden }
    var status = stat()
    guard lstat(path, &status) == 0 else {
      return .unreadable(reason: ArticleFile.reason(errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    case S_IFREG:
      if Format(fileName: name) != nil { return .file }
      return !name.contains(".") && ArticleFile.beginsAsText(path: path) ? .file : .other
    default: return .other
    }
  }
}
