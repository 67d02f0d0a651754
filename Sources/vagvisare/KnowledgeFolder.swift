import FoundationEssentials
import Knowledge

/// Finds the folder that holds the knowledge.
struct KnowledgeFolder {
  private static let name = KnowledgeLoader.usualName

  /// The folder named by the option, else by `VAGVISARE_KNOWLEDGE`, else the nearest folder called
  /// Knowledge from the working directory up, else the one that was installed with the program, else
  /// the one beside the program or where it was built; nil where there is none.
  static func find(option: String?, environment: Environment) -> String? {
    if let option { return option }
    if let variable = environment.variables["VAGVISARE_KNOWLEDGE"], !variable.isEmpty {
      return variable
    }
    if let near = nearest(from: environment.workingDirectory) {
      let prefix = environment.workingDirectory + "/"
      return near.hasPrefix(prefix) ? String(near.dropFirst(prefix.count)) : near
    }
    guard let program = environment.program else { return nil }
    // Installed, as /usr/bin/vagvisare, it has its knowledge in /usr/share/vagvisare.
    let installed = join(parent(parent(program)), "share/vagvisare/" + name)
    // Built by SwiftPM it stands some folders below the package.
    return isFolder(installed) ? installed : nearest(from: parent(program))
  }

  private static func nearest(from folder: String) -> String? {
    var folder = folder
    while true {
      let candidate = join(folder, name)
      if isFolder(candidate) { return candidate }
      if folder == "/" || folder.isEmpty { return nil }
      folder = parent(folder)
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private static func join(_ folder: String, _ name: String) -> String {
    (folder == "/" ? "" : folder) + "/" + name
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "/" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
