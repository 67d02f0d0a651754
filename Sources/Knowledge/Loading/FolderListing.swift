import Glibc

/// The files of a knowledge folder, without their bytes.
package struct FolderListing {
  package struct Entry {
    /// The path below the folder, safe to be shown.
    package let path: String
    /// Why it is nothing that can be read; nil where it may be.
    package var fault: FileCause?
    package var size = 0
    var inode: UInt64 = 0
    /// When the content was last changed, and when anything of the file was: nanoseconds since 1970.
    var modified: Int64 = 0
    var changed: Int64 = 0
  }

  let folder: String
  /// In the order of their paths.
  package let entries: [Entry]

  /// Lists every file below a folder, without hidden ones, guides and what editors leave behind; nil
  /// where the folder or one in it cannot be read. What has a name and cannot be read is listed with
  /// its fault, never left out.
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
      let (name, isSound) = name(of: record.pointee)
      guard isContent(name) else { continue }
      let full = folder + "/" + name
      var status = stat()
      guard isSound, stat(full, &status) == 0 else {
        if let fault = isSound ? fault(of: full, errno) : .badName, !isLeftBehind(name) {
          entries.append(Entry(path: prefix + name, fault: fault))
        }
        continue
      }
      if status.st_mode & S_IFMT != S_IFDIR {
        guard !isLeftBehind(name) else { continue }
        entries.append(
          Entry(
            path: prefix + name, size: Int(status.st_size), inode: UInt64(status.st_ino),
            modified: nanoseconds(status.st_mtim), changed: nanoseconds(status.st_ctim)))
      } else if record.pointee.d_type == UInt8(DT_LNK) {
        entries.append(Entry(path: prefix + name, fault: .folderLink))
      } else {
        guard list(full, below: prefix + name + "/", &entries) else { return false }
      }
    }
    return true
  }

  /// A name to be shown, and whether it is the very name.
  private static func name(of record: dirent) -> (String, Bool) {
    withUnsafeBytes(of: record.d_name) { buffer in
      let bytes = buffer.prefix { $0 != 0 }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        return (String(decoding: bytes, as: UTF8.self).withControlsVisible, false)
      }
      let visible = name.withControlsVisible
      return (visible, visible == name)
    }
  }

  /// Why nothing is known of what has a name; nil where it has gone in between.
  private static func fault(of path: String, _ code: Int32) -> FileCause? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT == S_IFLNK && code != EACCES ? .brokenLink : .unreadable
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
    entries.map { entry in
      if let fault = entry.fault { return KnowledgeFile(path: entry.path, fault: fault) }
      switch FileBytes.read(folder + "/" + entry.path) {
      case .success(let bytes): return KnowledgeFile(path: entry.path, bytes: bytes)
      case .failure(let fault): return KnowledgeFile(path: entry.path, fault: fault)
      }
    }
  }
}
