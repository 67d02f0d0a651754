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
}
