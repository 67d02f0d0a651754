import Glibc

package enum Folder {
  /// Makes a folder and those above it, for their owner alone; one that is there stays as it is.
  package static func make(_ path: String) {
    var end = path.startIndex
    while let slash = path[end...].firstIndex(of: "/") {
      if slash > path.startIndex { mkdir(String(path[..<slash]), 0o700) }
      end = path.index(after: slash)
    }
    mkdir(path, 0o700)
  }

  /// Makes a folder of its own below another, for its owner alone; whoever asks for it removes it.
  ///
  /// - Parameter name: What its name begins with.
  /// - Returns: Its path; nil where it cannot be made.
  package static func makeTemporary(in parent: String, name: String) -> String? {
    var template = Array("\(parent)/\(name)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
