import Glibc

/// A small file with one line, for nobody else to read.
struct KeptFile {
  let path: String

  /// Its text; nil where it cannot be read.
  func read() -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { return nil }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Replaces it whole, so that a crash leaves the old or the new; false where it cannot be written.
  func write(_ text: String) -> Bool {
    makeFolder()
    let temporary = "\(path).new"
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    let bytes = Array("\(text)\n".utf8)
    let isWritten = bytes.withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress, $0.count) == $0.count
    }
    let isSafe = isWritten && fsync(descriptor) == 0
    close(descriptor)
    return isSafe && rename(temporary, path) == 0
  }

  private func makeFolder() {
    let names = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    var folder = path.hasPrefix("/") ? "" : "."
    for name in names {
      folder += "/\(name)"
      mkdir(folder, 0o700)
    }
  }
}
