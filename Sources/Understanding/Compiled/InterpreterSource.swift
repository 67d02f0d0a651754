import Knowledge
import System

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
  /// Has another process learn a folder and keep it in the same cache; whether it did.
  package typealias Learning = @Sendable (_ folder: String) -> Bool

  private let cache: CompiledCache?

  private let makeInterpreter: @Sendable (KnowledgeBase) -> Interpreter

  /// - Parameter learn: how knowledge is learnt, for tests that count.
  package init(
    cache: CompiledCache?,
    learn: @escaping @Sendable (KnowledgeBase) -> Interpreter = { Interpreter(knowledge: $0) }
  ) {
    self.cache = cache
    makeInterpreter = learn
  }

  /// What answers questions from a folder. Where the cache has it, no file of the folder is read if
  /// their times are as they were, and none is parsed if their bytes are.
  ///
  /// - Parameters:
  ///   - checking: whether every file is to be parsed nevertheless, for its warnings.
  ///   - scope: how much of the knowledge is needed beside what was learnt from it.
  ///   - learning: for those that live long: the memory that learning takes goes with another process.
  package func open(
    folder: String, checking: Bool = false, _ scope: ByteReader.Scope = .everything,
    learning: Learning? = nil
  ) -> OpenedKnowledge {
    guard let cache, let listing = FolderListing(folder: folder) else {
      return make(KnowledgeLoader.load(folder: folder))
    }
    let stamp = listing.stamp(now: nanosecondsSince1970())
    if !checking, let stamp, let known = cache.interpreter(of: folder, stamp: stamp, scope) {
      return OpenedKnowledge(interpreter: known, problems: [])
    }
    let files = listing.files()
    if let learning, !checking, cache.canKeep {
      if let known = known(files, folder, stamp, scope, cache) {
        return OpenedKnowledge(interpreter: known, problems: [])
      }
      // What it finds wrong is found here once more, and told.
      _ = learning(folder)
    }
    return open(files: files, folder: folder, stamp: stamp, checking: checking, scope)
  }

  /// What answers questions from files already read; positions show them below `folder`. Where the
  /// cache has the same bytes under the same name, none is parsed.
  package func open(files: [KnowledgeFile], folder: String) -> OpenedKnowledge {
    open(files: files, folder: folder, stamp: nil, checking: false, .everything)
  }

  private func open(
    files: [KnowledgeFile], folder: String, stamp: UInt64?, checking: Bool,
    _ scope: ByteReader.Scope
  ) -> OpenedKnowledge {
    guard let cache else { return make(KnowledgeLoader.load(files: files, folder: folder)) }
    let content = ContentDigest(files).value
    let known = known(files, folder, stamp, scope, cache)
    if let known, !checking { return OpenedKnowledge(interpreter: known, problems: []) }
    let loaded = KnowledgeLoader.load(files: files, folder: folder)
    if let known { return OpenedKnowledge(interpreter: known, problems: loaded.problems) }
    guard let base = loaded.base else {
      return OpenedKnowledge(interpreter: nil, problems: loaded.problems)
    }
    // Of many that start at once one learns; the others find what it has learnt.
    let interpreter = cache.alone {
      if let learnt = cache.interpreter(of: folder, content: content, stamp: stamp, scope) {
        return learnt
      }
      // To learn takes many times the memory that answering does: where the cache keeps what was
      // learnt, it is let go of before it is read.
      let unkept = learn(base) { cache.store($0, of: folder, content: content, stamp: stamp) }
      return unkept ?? cache.interpreter(of: folder, content: content, stamp: stamp, scope)
        ?? makeInterpreter(base)
    }
    return OpenedKnowledge(interpreter: interpreter, problems: loaded.problems)
  }

  private func known(
    _ files: [KnowledgeFile], _ folder: String, _ stamp: UInt64?, _ scope: ByteReader.Scope,
    _ cache: CompiledCache
  ) -> Interpreter? {
    // A file that cannot be read, or that nobody reads, is an error that only loading reports.
    guard files.allSatisfy({ $0.bytes != nil && FileKind(rawValue: $0.ending) != nil }) else {
      return nil
    }
    return cache.interpreter(
      of: folder, content: ContentDigest(files).value, stamp: stamp, scope)
  }

  /// Learns, and gives what was learnt to `keep`; nil where that kept it.
  private func learn(_ base: KnowledgeBase, keep: (Interpreter) -> Bool) -> Interpreter? {
    let interpreter = makeInterpreter(base)
    return keep(interpreter) ? nil : interpreter
  }

  private func make(_ loaded: LoadedKnowledge) -> OpenedKnowledge {
    OpenedKnowledge(
      interpreter: loaded.base.map(makeInterpreter), problems: loaded.problems)
  }
}
