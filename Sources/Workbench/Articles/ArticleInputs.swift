import ArticleReader

/// The articles that a verb is given: files, the files of folders, and what only the workbench can get.
struct ArticleInputs: Sendable {
  /// In the order of the names; a folder's articles stand where its name does.
  private(set) var list: [Input] = []
  private(set) var passedOver = ArticleFolder.PassedOver()

  enum Input: Sendable {
    /// A file, which any thread can read.
    case file(String)
    /// Standard input, an article of the store and the like.
    case named(String)
    /// What is no article, known before it is read.
    case unreadable(ReaderError)
  }

  /// Walks the folders among the names.
  init(_ names: [String]) {
    for name in names {
      if Workbench.isNoFile(name) {
        list.append(.named(name))
      } else if ArticleFolder.isFolder(name) {
        add(folder: name)
      } else {
        list.append(FileTest.exists(name) ? .file(name) : .named(name))
      }
    }
  }

  private mutating func add(folder path: String) {
    do throws(ReaderError) {
      let folder = try ArticleFolder(path: path)
      passedOver.hidden += folder.passedOver.hidden
      passedOver.others += folder.passedOver.others
      passedOver.links += folder.passedOver.links
      if folder.found.isEmpty { throw .noArticles(folder: path) }
      for entry in folder.found {
        switch entry {
        case .success(let file): list.append(.file(file))
        case .failure(let error): list.append(.unreadable(error))
        }
      }
    } catch {
      list.append(.unreadable(error))
    }
  }
}

extension ArticleFolder.PassedOver: CustomStringConvertible {
  /// `passed over: 2 hidden entries, 1 file of a kind that is not read`; empty where nothing was.
  package var description: String {
    let parts = [
      part(hidden, "hidden entry", "hidden entries"),
      part(others, "file of a kind that is not read", "files of kinds that are not read"),
      part(links, "symbolic link", "symbolic links"),
    ].compactMap { $0 }
    return parts.isEmpty ? "" : "passed over: " + parts.joined(separator: ", ")
  }

  private func part(_ count: Int, _ one: String, _ many: String) -> String? {
    count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
  }
}
