import Glibc
import System

/// A small file with one line, for nobody else to read.
struct KeptFile {
  let path: String

  /// Its text; nil where it cannot be read.
  func read() -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let bytes = try? Descriptor.content(of: descriptor, limit: 1 << 16)
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Replaces it whole, so that a crash leaves the old or the new; false where it cannot be written.
  func write(_ text: String) -> Bool {
    if let slash = path.lastIndex(of: "/") { Folder.make(String(path[..<slash])) }
    do {
      try WholeFile.put(Array("\(text)\n".utf8), at: path, by: "\(path).new", mode: 0o600)
      return true
    } catch {
      return false
    }
  }
}
