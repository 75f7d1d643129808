import ArticleReader
import ClaimModel
import Fetch
import Interchange
import Journal
import Terminal

extension ExitCode {
  /// The code that tells a script what kind of failure an error is.
  package init(for error: any Error) {
    self =
      switch error {
      case is UsageError, is OneOriginalOnly, is MergeWithItself, is NotAHead, is NotAKey,
        LabelError.missing, SourceError.noNewName, EditedTextError.notSaid:
        .usage
      case is CheckFailed, is NotSealed: .differs
      case is NothingFetched: .noInput
      case is BadCodebook, is BadImport, is ProposalsError, is LoadError, is SealError:
        .badInput
      case let error as FetchError: ExitCode(for: error)
      case let error as KeyError: ExitCode(for: error)
      case let error as ReaderError: ExitCode(for: error)
      case let error as JournalError: ExitCode(for: error)
      case let error as InterchangeError: ExitCode(for: error)
      case let error as TerminalError: ExitCode(for: error)
      default: .failed
      }
  }

  private init(for error: FetchError) {
    self =
      switch error {
      case .badAddress, .scheme, .credentials: .usage
      case .tooLarge, .headersTooLarge, .mediaType, .empty, .brokenOff: .badInput
      case .unknownHost, .notReached, .privateAddress, .tls, .timedOut, .stalled, .redirect,
        .tooManyRedirects, .status:
        .noInput
      case .cancelled, .noLibrary: .failed
      }
  }

  private init(for error: KeyError) {
    self =
      switch error {
      case .none: .noInput
      case .exists, .cannotWrite: .cannotWrite
      case .unreadable, .openToOthers: .badInput
      case .wrongPassphrase, .noMeans: .failed
      }
  }

  private init(for error: ReaderError) {
    self =
      switch error {
      case .noProgram, .cannotRun: .failed
      case .missing, .isDirectory, .notReadable, .notRegular, .noArticles: .noInput
      default: .badInput
      }
  }

  private init(for error: JournalError) {
    self =
      switch error {
      case .noSuchStore, .noSuchSession, .noSuchArticle, .noSuchReading, .noSuchCodebook,
        .cannotOpen:
        .noInput
      case .notAStore, .unfinished, .newerStore, .olderStore, .damaged, .unreadable, .notImportable:
        .badInput
      case .cannotCreate, .readOnly, .unreadLog, .unsafeFile, .cannotLock, .moved, .severalNames,
        .diskFull, .locked:
        .cannotWrite
      default: .failed
      }
  }

  private init(for error: InterchangeError) {
    self =
      switch error {
      case .exists, .isFolder, .isStore, .noSuchFolder, .diskFull, .cannotWrite,
        .foreignDataPackage:
        .cannotWrite
      case .badDocument: .badInput
      case .unknownFormat, .oneSessionOnly: .usage
      case .readerGone: .done
      case .badEvent: .failed
      }
  }

  private init(for error: TerminalError) {
    self =
      switch error {
      case .cannotWrite: .cannotWrite
      default: .failed
      }
  }
}
