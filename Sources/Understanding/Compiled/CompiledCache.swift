import Glibc
import Knowledge
import System

/// A folder of the user's in which compiled knowledge is kept, so that the next start need not learn
/// it again. It holds nothing of what is asked; whatever goes wrong with it, it is done without.
package struct CompiledCache: Sendable {
  private let folder: String
  /// The build of the program.
  private let program: UInt64

  private static let ending = ".compiled"
  /// How many files are kept: those used last.
  private static let most = 6
  /// The seconds after which a file that a process left half written is removed.
  private static let patience = 3600
  /// The seconds after which a file in use is marked as used again.
  private static let freshness = 86_400

  /// A cache in a folder, which need not exist.
  package init(folder: String, program: UInt64) {
    self.folder = folder
    self.program = program
  }

  /// Where the cache is: `$VAGVISARE_CACHE`, else `vagvisare` in `$XDG_CACHE_HOME`, else in
  /// `~/.cache`; nil where `VAGVISARE_CACHE` is empty or there is no home.
  package static func folder(environment: [String: String]) -> String? {
    if let own = environment["VAGVISARE_CACHE"] { return own.isEmpty ? nil : own }
    // The standard for these folders has relative paths ignored.
    if let shared = environment["XDG_CACHE_HOME"], shared.hasPrefix("/") {
      return shared + "/vagvisare"
    }
    if let home = environment["HOME"], home.hasPrefix("/") { return home + "/.cache/vagvisare" }
    return nil
  }

  /// A number that another build of the program does not have; nil where the system does not tell.
  ///
  /// The linker's number where there is one: a copy, a link or another mode make no other build.
  package static func program(at path: String) -> UInt64? {
    var digest = ContentDigest()
    if let number = BuildNumber.ofProgram(at: path) {
      digest.add(path: "", bytes: number)
      return digest.value
    }
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    digest.add(
      path: path,
      numbers: [
        UInt64(status.st_dev), UInt64(status.st_ino), UInt64(status.st_size),
        UInt64(bitPattern: Int64(status.st_mtim.tv_sec)), UInt64(status.st_mtim.tv_nsec),
      ])
    return digest.value
  }

  // MARK: Finding

  /// The interpreter of a knowledge folder whose files are as they were; nil where the cache has none.
  package func interpreter(
    of knowledge: String, stamp: UInt64, _ scope: ByteReader.Scope = .everything
  ) -> Interpreter? {
    guard isSafe, let file = CompiledFile.Opened(path: path(of: knowledge)),
      file.identity.program == program, file.identity.stamp == stamp,
      let interpreter = file.interpreter(folder: knowledge, scope)
    else { return nil }
    markUsed(path(of: knowledge))
    return interpreter
  }

  /// The interpreter of a knowledge folder whose content is as it was, whatever the files' times say;
  /// nil where the cache has none. The next start finds it by `stamp`.
  package func interpreter(
    of knowledge: String, content: UInt64, stamp: UInt64?, _ scope: ByteReader.Scope = .everything
  ) -> Interpreter? {
    guard isSafe, let file = CompiledFile.Opened(path: path(of: knowledge)),
      file.identity.program == program, file.identity.content == content,
      let interpreter = file.interpreter(folder: knowledge, scope)
    else { return nil }
    if let stamp, file.identity.stamp != stamp, let restamped = file.restamped(stamp) {
      _ = write(restamped, to: path(of: knowledge))
    }
    return interpreter
  }

  // MARK: Keeping

  /// Keeps an interpreter; false where the folder cannot be written.
  package func store(
    _ interpreter: Interpreter, of knowledge: String, content: UInt64, stamp: UInt64?
  ) -> Bool {
    guard makeFolder() else { return false }
    let identity = CompiledIdentity(program: program, content: content, stamp: stamp ?? 0)
    let isKept = write(
      CompiledFile.bytes(of: interpreter, folder: knowledge, identity), to: path(of: knowledge))
    removeOld()
    return isKept
  }

  /// Waits until no other process learns, for some milliseconds at most, then does what `body` does
  /// and lets the next one in. Where the folder cannot be used nobody waits. On a busy machine one takes
  /// half a minute and a gigabyte: whoever lost patience before it is done would make it slower for all.
  package func alone<Result>(within patience: Int = 120_000, _ body: () -> Result) -> Result {
    guard makeFolder() else { return body() }
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return body() }
    // What a process holds is let go of when it ends, however that comes.
    defer { close(descriptor) }
    let step = 10
    for _ in 0..<(patience / step) {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { break }
      usleep(UInt32(step) * 1000)
    }
    return body()
  }

  /// The file for a knowledge folder, whatever name it is called by.
  private func path(of knowledge: String) -> String {
    let full = realpath(knowledge, nil)
    defer { free(full) }
    var digest = ContentDigest()
    digest.add(path: full.map { String(cString: $0) } ?? knowledge, numbers: [program])
    let digits = String(digest.value, radix: 16)
    return folder + "/" + String(repeating: "0", count: 16 - digits.count) + digits + Self.ending
  }

  /// Whether there is a folder that can hold something; makes it where there is none.
  var canKeep: Bool { makeFolder() && access(folder, W_OK | X_OK) == 0 }

  private func makeFolder() -> Bool {
    Folder.make(folder)
    return isSafe
  }

  /// A folder that others may write to could hold a file of theirs.
  private var isSafe: Bool {
    var status = stat()
    return stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }

  /// Writes a file so that others see it whole or not at all; false where it cannot be written. What a
  /// computer loses with its power is only learnt again: the checksums tell.
  private func write(_ bytes: [UInt8], to path: String) -> Bool {
    let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).new"
    do {
      try WholeFile.put(bytes, at: path, by: temporary, mode: 0o600, lasts: false)
      return true
    } catch {
      return false
    }
  }

  private func markUsed(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0, time(nil) - status.st_mtim.tv_sec > Self.freshness else {
      return
    }
    utimensat(AT_FDCWD, path, nil, 0)
  }

  private func removeOld() {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    var kept: [(path: String, used: Int)] = []
    while let record = readdir(stream) {
      let name = withUnsafeBytes(of: record.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      let path = folder + "/" + name
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      if name.hasSuffix(Self.ending) {
        kept.append((path, status.st_mtim.tv_sec))
      } else if name.contains(Self.ending + "."), name.hasSuffix(".new"),
        time(nil) - status.st_mtim.tv_sec > Self.patience
      {
        unlink(path)
      }
    }
    for (path, _) in kept.sorted(by: { $0.used > $1.used }).dropFirst(Self.most) { unlink(path) }
  }
}
