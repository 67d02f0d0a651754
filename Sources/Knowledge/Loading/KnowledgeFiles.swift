import FoundationEssentials

/// A file of a knowledge folder, as bytes.
package struct KnowledgeFile: Sendable {
  /// The path below the folder: `law/sex-purchase.topic`.
  package let path: String
  /// Nil where the file cannot be read.
  package let bytes: [UInt8]?

  package init(path: String, bytes: [UInt8]?) {
    self.path = path
    self.bytes = bytes
  }

  /// The path without its ending.
  package var stem: String {
    path.lastIndex(of: ".").map { String(path[..<$0]) } ?? path
  }

  package var ending: String {
    path.lastIndex(of: ".").map { String(path[path.index(after: $0)...]) } ?? ""
  }

  /// Every file below a folder, in the order of their paths, without hidden ones, guides and what
  /// editors leave behind; nil where the folder cannot be read.
  package static func all(in folder: String) -> [KnowledgeFile]? {
    guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
      return nil
    }
    return paths.filter(isContent).sorted().compactMap { path in
      let full = folder + "/" + path
      var isFolder = false
      guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder else {
        return nil
      }
      let bytes = FileManager.default.contents(atPath: full).map { [UInt8]($0) }
      return KnowledgeFile(path: path, bytes: bytes)
    }
  }

  private static func isContent(_ path: String) -> Bool {
    let hidden = path.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("#") }
    return !hidden && ![".md", "~", ".new", ".orig", ".bak"].contains { path.hasSuffix($0) }
  }
}
