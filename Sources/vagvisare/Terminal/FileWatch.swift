import FoundationEssentials
import Glibc

/// Waits until files change, by inotify.
struct FileWatch: ~Copyable {
  /// What changed; the paths are written as those that are watched.
  struct Changes {
    fileprivate(set) var paths: Set<String> = []
    /// So much changed that the system lost count: anything may have.
    fileprivate(set) var isAnything = false

    func contains(path: String) -> Bool { isAnything || paths.contains(path.plainPath) }

    func touches(folder: String) -> Bool {
      isAnything || paths.contains { $0.hasPrefix(folder.plainPath + "/") }
    }

    /// One of the paths, to be named to a reader.
    var shown: String? { paths.filter { !$0.isHidden }.min() }

    fileprivate var isEmpty: Bool { paths.isEmpty && !isAnything }
  }

  private let descriptor: Int32
  private var folders: [Int32: String] = [:]
  /// Whether the end of the standard input ends the waiting: that of a terminal or a pipe does.
  private let listens: Bool

  /// Watches the given files' folders, and folders with all below them; nil where the system does
  /// not let it.
  init?(_ paths: [String]) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    var status = stat()
    let isPipe = fstat(STDIN_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
    listens = isatty(STDIN_FILENO) == 1 || isPipe
    guard descriptor >= 0 else { return nil }
    for path in paths.map(\.plainPath) {
      if path.isFolder { watchAll(below: path) } else { watch(path.folder) }
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Watches a folder and those in it; the files in them.
  @discardableResult
  private mutating func watchAll(below path: String) -> [String] {
    watch(path)
    var files: [String] = []
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [] {
      let below = path + "/" + name
      if below.isFolder { watch(below) } else { files.append(below) }
    }
    return files
  }

  private mutating func watch(_ folder: String) {
    // Editors write in place, or write beside and rename.
    let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE)
    let number = inotify_add_watch(descriptor, folder, mask)
    if number >= 0 { folders[number] = folder }
  }

  /// What changed, as soon as something has and a short rest after it; nil at the end of the input
  /// or an interrupt.
  mutating func next() -> Changes? {
    var changes = Changes()
    while true {
      var polls = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: listens ? STDIN_FILENO : -1, events: Int16(POLLIN), revents: 0),
      ]
      // What an editor does in several steps is one change.
      let count = poll(&polls, 2, changes.isEmpty ? -1 : 50)
      if count < 0 { return nil }
      if count == 0 { return changes }
      if polls[0].revents != 0 { read(into: &changes) }
      if polls[1].revents != 0 {
        var bytes = [UInt8](repeating: 0, count: 1024)
        if Glibc.read(STDIN_FILENO, &bytes, bytes.count) <= 0 { return nil }
      }
    }
  }

  private mutating func read(into changes: inout Changes) {
    var buffer = [UInt8](repeating: 0, count: 16384)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    var offset = 0
    let header = MemoryLayout<inotify_event>.size
    while offset + header <= count {
      let event = buffer.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      }
      let end = offset + header + Int(event.len)
      let name = String(decoding: buffer[(offset + header)..<end].prefix { $0 != 0 }, as: UTF8.self)
      offset = end
      if event.mask & UInt32(IN_Q_OVERFLOW) != 0 {
        changes.isAnything = true
      } else if let folder = folders[event.wd], !name.isEmpty {
        let path = folder == "." ? name : folder + "/" + name
        changes.paths.insert(path)
        let isNewFolder =
          event.mask & UInt32(IN_ISDIR) != 0 && event.mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0
        // Files may have come into it before it was watched.
        if isNewFolder { changes.paths.formUnion(watchAll(below: path)) }
      }
    }
  }
}

extension String {
  /// The path without "./" before it and "/" behind it.
  fileprivate var plainPath: String {
    var path = self[...]
    while path.hasPrefix("./") { path = path.dropFirst(2).drop { $0 == "/" } }
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return path.isEmpty ? "." : String(path)
  }

  /// The path of the folder that holds the file.
  fileprivate var folder: String {
    guard let slash = lastIndex(of: "/") else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  fileprivate var isFolder: Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: self, isDirectory: &isFolder) && isFolder
  }

  fileprivate var isHidden: Bool {
    split(separator: "/").last?.hasPrefix(".") == true
  }
}
