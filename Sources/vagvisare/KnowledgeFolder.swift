import FoundationEssentials

/// Finds the folder that holds the knowledge.
struct KnowledgeFolder {
  private static let name = "Knowledge"

  /// The folder named by the option, else by `VAGVISARE_KNOWLEDGE`, else the nearest folder called
  /// Knowledge from the working directory up, else the one beside the program or where it was
  /// built; nil where there is none.
  static func find(option: String?, environment: Environment) -> String? {
    if let option { return option }
    if let variable = environment.variables["VAGVISARE_KNOWLEDGE"], !variable.isEmpty {
      return variable
    }
    if let near = nearest(from: environment.workingDirectory) {
      let prefix = environment.workingDirectory + "/"
      return near.hasPrefix(prefix) ? String(near.dropFirst(prefix.count)) : near
    }
    // Built by SwiftPM the program stands some folders below the package.
    return environment.program.flatMap { nearest(from: parent($0)) }
  }

  private static func nearest(from folder: String) -> String? {
    var folder = folder
    while true {
      let candidate = (folder == "/" ? "" : folder) + "/" + name
      var isFolder = false
      if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), isFolder {
        return candidate
      }
      if folder == "/" || folder.isEmpty { return nil }
      folder = parent(folder)
    }
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "/" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
