import Glibc
import Knowledge

/// A folder of the user's in which compiled knowledge is kept, so that the next start need not learn
/// it again. It holds nothing of what is asked; whatever goes wrong with it, it is done without.
package struct CompiledCache: Sendable {
  private let folder: String
  /// The build of the program.
  private let program: UInt64

  private static let ending = ".compiled"
  /// So many files are kept, those used last.
  private static let most = 6
  /// Files that a process left half written are removed after so many seconds.
  private static let patience = 3600
  /// A file in use is marked as used again after so many seconds.
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
  package static func program(at path: String) -> UInt64? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    var digest = ContentDigest()
    digest.add(
      path: path,
      numbers: [
        UInt64(status.st_dev), UInt64(status.st_ino), UInt64(status.st_size),
        UInt64(bitPattern: Int64(status.st_mtim.tv_sec)), UInt64(status.st_mtim.tv_nsec),
        UInt64(bitPattern: Int64(status.st_ctim.tv_sec)), UInt64(status.st_ctim.tv_nsec),
      ])
    return digest.value
  }

  // MARK: Finding

  /// The interpreter of a knowledge folder whose files are as they were; nil where the cache has none.
  package func interpreter(of knowledge: String, stamp: UInt64) -> Interpreter? {
    guard let file = CompiledFile.Opened(path: path(of: knowledge)),
      file.identity.owner == owner(of: knowledge), file.identity.stamp == stamp,
      let interpreter = file.interpreter()
    else { return nil }
    markUsed(path(of: knowledge))
    return interpreter
  }

  /// The interpreter of a knowledge folder whose content is as it was, whatever the files' times say;
  /// nil where the cache has none. The next start finds it by `stamp`.
  package func interpreter(
    of knowledge: String, content: UInt64, stamp: UInt64?
  ) -> Interpreter? {
    guard let file = CompiledFile.Opened(path: path(of: knowledge)) else { return nil }
    var identity = file.identity
    guard identity.owner == owner(of: knowledge), identity.content == content,
      let interpreter = file.interpreter()
    else { return nil }
    if let stamp, identity.stamp != stamp, var bytes = file.bytes() {
      identity.stamp = stamp
      CompiledFile.seal(&bytes, identity)
      write(bytes, to: path(of: knowledge))
    }
    return interpreter
  }

  // MARK: Keeping

  /// Keeps an interpreter; does nothing where the folder cannot be written.
  package func store(
    _ interpreter: Interpreter, of knowledge: String, content: UInt64, stamp: UInt64?
  ) {
    guard makeFolder() else { return }
    let identity = CompiledIdentity(
      owner: owner(of: knowledge), content: content, stamp: stamp ?? 0)
    write(CompiledFile.bytes(of: interpreter, identity), to: path(of: knowledge))
    removeOld()
  }

  private func owner(of knowledge: String) -> UInt64 {
    var digest = ContentDigest()
    digest.add(path: knowledge, numbers: [program])
    return digest.value
  }

  private func path(of knowledge: String) -> String {
    // Where the folder is named by a relative path, the same name may mean another one.
    let full = realpath(knowledge, nil)
    defer { free(full) }
    var digest = ContentDigest()
    digest.add(path: full.map { String(cString: $0) } ?? knowledge, numbers: [owner(of: knowledge)])
    let digits = String(digest.value, radix: 16)
    return folder + "/" + String(repeating: "0", count: 16 - digits.count) + digits + Self.ending
  }

  private func makeFolder() -> Bool {
    var place = folder.startIndex
    while let slash = folder[place...].firstIndex(of: "/") {
      if slash > folder.startIndex { mkdir(String(folder[..<slash]), 0o700) }
      place = folder.index(after: slash)
    }
    mkdir(folder, 0o700)
    var status = stat()
    // A folder that others may write to could hold a file of theirs.
    return stat(folder, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == geteuid() && status.st_mode & 0o022 == 0
  }

  /// Writes a file so that others see it whole or not at all.
  private func write(_ bytes: [UInt8], to path: String) {
    let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).new"
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress! + written, $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      written += count
    }
    let isWhole = close(descriptor) == 0 && written == bytes.count
    if !isWhole || rename(temporary, path) != 0 { unlink(temporary) }
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
