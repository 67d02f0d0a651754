import Glibc
import Knowledge

/// What came of opening a knowledge folder.
package struct OpenedKnowledge: Sendable {
  /// Nil where anything in the folder is an error.
  package let interpreter: Interpreter?
  /// Errors and warnings; empty where the cache had what was sought, since only sound knowledge is
  /// kept there.
  package let problems: [Problem]
}

/// Opens knowledge folders: the one way from a folder to what answers questions, with a cache or
/// without.
package struct InterpreterSource: Sendable {
  private let cache: CompiledCache?

  package init(cache: CompiledCache?) {
    self.cache = cache
  }

  /// What answers questions from a folder. Where the cache has it, no file of the folder is read if
  /// their times are as they were, and none is parsed if their bytes are.
  ///
  /// - Parameter checking: whether every file is to be parsed nevertheless, for its warnings.
  package func open(folder: String, checking: Bool = false) -> OpenedKnowledge {
    guard let cache, let listing = FolderListing(folder: folder) else {
      return make(KnowledgeLoader.load(folder: folder))
    }
    let stamp = listing.stamp(now: Self.now)
    if !checking, let stamp, let known = cache.interpreter(of: folder, stamp: stamp) {
      return OpenedKnowledge(interpreter: known, problems: [])
    }
    let files = listing.files()
    let content = ContentDigest(files).value
    // A file that cannot be read, or that nobody reads, is an error that only loading reports.
    let isWhole = files.allSatisfy { $0.bytes != nil && FileKind(rawValue: $0.ending) != nil }
    let known = isWhole ? cache.interpreter(of: folder, content: content, stamp: stamp) : nil
    if let known, !checking { return OpenedKnowledge(interpreter: known, problems: []) }
    let loaded = KnowledgeLoader.load(files: files, folder: folder)
    if let known { return OpenedKnowledge(interpreter: known, problems: loaded.problems) }
    let made = make(loaded)
    if let interpreter = made.interpreter {
      cache.store(interpreter, of: folder, content: content, stamp: stamp)
    }
    return made
  }

  private func make(_ loaded: LoadedKnowledge) -> OpenedKnowledge {
    OpenedKnowledge(
      interpreter: loaded.base.map { Interpreter(knowledge: $0) }, problems: loaded.problems)
  }

  /// Nanoseconds since 1970.
  private static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
