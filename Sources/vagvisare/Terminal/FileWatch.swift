import FoundationEssentials
import Glibc

/// Waits until files change, by inotify.
struct FileWatch: ~Copyable {
  private let descriptor: Int32
  private var folders: [Int32: String] = [:]

  /// Watches the given files' folders and folders with all below them; nil where the system does
  /// not let it.
  init?(_ paths: [String]) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    for path in paths { add(path) }
  }

  deinit { close(descriptor) }

  private mutating func add(_ path: String) {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    if !isFolder {
      let parent = path.split(separator: "/").dropLast().joined(separator: "/")
      watch(path.hasPrefix("/") ? "/" + parent : parent.isEmpty ? "." : parent)
      return
    }
    watch(path)
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [] {
      let below = path + "/" + name
      var isFolder = false
      if FileManager.default.fileExists(atPath: below, isDirectory: &isFolder), isFolder {
        watch(below)
      }
    }
  }

  private mutating func watch(_ folder: String) {
    // Editors write in place, or write beside and rename.
    let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_CREATE)
    let number = inotify_add_watch(descriptor, folder, mask)
    if number >= 0 { folders[number] = folder }
  }

  /// The paths that changed, as soon as one has and a short rest after it; nil at the end of input
  /// or an interrupt.
  mutating func next() -> Set<String>? {
    var changed: Set<String> = []
    while true {
      var polls = [
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      ]
      // What an editor does in several steps is one change.
      let count = poll(&polls, 2, changed.isEmpty ? -1 : 50)
      if count < 0, errno == EINTR { return nil }
      if count == 0 { return changed }
      if polls[0].revents != 0 { changed.formUnion(read()) }
      if polls[1].revents != 0 {
        var byte: UInt8 = 0
        if Glibc.read(STDIN_FILENO, &byte, 1) <= 0 { return nil }
      }
    }
  }

  private mutating func read() -> Set<String> {
    var buffer = [UInt8](repeating: 0, count: 16384)
    let count = Glibc.read(descriptor, &buffer, buffer.count)
    var changed: Set<String> = []
    var offset = 0
    let header = MemoryLayout<inotify_event>.size
    while offset + header <= count {
      let event = buffer.withUnsafeBytes {
        $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
      }
      let name = buffer[(offset + header)..<(offset + header + Int(event.len))].prefix { $0 != 0 }
      let path = (folders[event.wd] ?? "") + "/" + String(decoding: name, as: UTF8.self)
      if event.mask & UInt32(IN_ISDIR | IN_CREATE) == UInt32(IN_ISDIR | IN_CREATE) { add(path) }
      changed.insert(path)
      offset += header + Int(event.len)
    }
    return changed
  }
}
