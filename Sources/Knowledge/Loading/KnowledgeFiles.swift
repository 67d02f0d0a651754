/// A file of a knowledge folder, as bytes.
package struct KnowledgeFile: Sendable {
  /// The path below the folder: `law/sex-purchase.topic`.
  package let path: String
  /// Nil where the file cannot be read.
  package let bytes: [UInt8]?
  /// Why it cannot.
  let fault: FileCause?

  package init(path: String, bytes: [UInt8]?) {
    self.path = path
    self.bytes = bytes
    fault = bytes == nil ? .unreadable : nil
  }

  package init(path: String, fault: FileCause) {
    self.path = path
    bytes = nil
    self.fault = fault
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
    FolderListing(folder: folder)?.files()
  }
}
