import Glibc

/// The files of a knowledge folder, without their bytes.
package struct FolderListing {
  struct Entry {
    /// The path below the folder.
    let path: String
    let size: Int
    let inode: UInt64
    /// When the content was last changed, and when anything of the file was: nanoseconds since 1970.
    let modified: Int64
    let changed: Int64
  }

  let folder: String
  /// In the order of their paths.
  let entries: [Entry]

  /// Lists every file below a folder, without hidden ones, guides and what editors leave behind; nil
  /// where the folder or one in it cannot be read.
  package init?(folder: String) {
    self.folder = folder
    var entries: [Entry] = []
    guard Self.list(folder, below: "", &entries) else { return nil }
    self.entries = entries.sorted { $0.path < $1.path }
  }

  private static func list(_ folder: String, below prefix: String, _ entries: inout [Entry]) -> Bool
  {
    guard let stream = opendir(folder) else { return false }
    defer { closedir(stream) }
    while let record = readdir(stream) {
      let name = withUnsafeBytes(of: record.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard isContent(name) else { continue }
      let full = folder + "/" + name
      var status = stat()
      guard stat(full, &status) == 0 else { continue }
      if status.st_mode & S_IFMT != S_IFDIR {
        guard !isLeftBehind(name) else { continue }
        entries.append(
          Entry(
            path: prefix + name, size: Int(status.st_size), inode: UInt64(status.st_ino),
            modified: nanoseconds(status.st_mtim), changed: nanoseconds(status.st_ctim)))
      } else if record.pointee.d_type != UInt8(DT_LNK) {
        // A link to a folder may lead back to one above it.
        guard list(full, below: prefix + name + "/", &entries) else { return false }
      }
    }
    return true
  }

  /// Whether any of the files is a topic: else it is no folder of knowledge.
  package var holdsTopics: Bool { entries.contains { $0.path.hasSuffix(".topic") } }

  private static func isContent(_ name: String) -> Bool {
    !name.hasPrefix(".") && !name.hasPrefix("#")
  }

  private static func isLeftBehind(_ name: String) -> Bool {
    [".md", "~", ".new", ".orig", ".bak"].contains { name.hasSuffix($0) }
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// A number that is the same as long as no file has been added, removed or changed; nil where a
  /// file was changed so short a time before `now` (nanoseconds since 1970) that a further change
  /// might bear the same time.
  package func stamp(now: Int64) -> UInt64? {
    var digest = ContentDigest()
    for entry in entries {
      guard entry.changed < now - 1_000_000_000 else { return nil }
      digest.add(
        path: entry.path,
        numbers: [
          UInt64(entry.size), entry.inode, UInt64(bitPattern: entry.modified),
          UInt64(bitPattern: entry.changed),
        ])
    }
    return digest.value
  }

  /// The files with their bytes.
  package func files() -> [KnowledgeFile] {
    entries.map { KnowledgeFile(path: $0.path, bytes: Self.bytes(of: folder + "/" + $0.path)) }
  }

  private static func bytes(of path: String) -> [UInt8]? {
    // Without waiting: what is no file, a pipe that nobody writes to, would never end.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    // A byte more than there should be shows the end at once.
    var bytes = [UInt8](repeating: 0, count: max(0, Int(status.st_size)) + 1)
    var filled = 0
    while true {
      if filled == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      let count = bytes.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress! + filled, $0.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }
}
