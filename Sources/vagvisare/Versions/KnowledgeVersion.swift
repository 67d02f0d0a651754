import FoundationEssentials
import Knowledge
import System
import Understanding

/// Another version of the knowledge: a folder, or the same folder in a git revision.
struct KnowledgeVersion {
  /// What the user named.
  let name: String
  /// The folder of the present version.
  let folder: String

  /// What came of opening it; nil where the name is neither a folder nor a revision.
  func open(_ source: InterpreterSource) -> OpenedKnowledge? {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder else {
      return openRevision(source)
    }
    // The folder itself, or the whole of another copy of the project.
    let folder = [name + "/Knowledge", name].first {
      FolderListing(folder: $0)?.holdsTopics == true
    }
    return folder.map { source.open(folder: $0) }
  }

  /// The knowledge as it was committed, taken out into a folder that is removed again. Positions
  /// show the revision before the path, as git writes it.
  private func openRevision(_ source: InterpreterSource) -> OpenedKnowledge? {
    guard
      let commit = git(["rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}"]
      ),
      let temporary = Folder.makeTemporary(
        in: FileManager.default.temporaryDirectory.path, name: "vagvisare")
    else { return nil }
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    let script = "git -C \"$1\" archive --format=tar \"$2\" -- . | tar -x -C \"$3\""
    let result = StartedProgram.run(["sh", "-c", script, "sh", folder, commit, temporary])
    guard result?.status == 0, let files = KnowledgeFile.all(in: temporary), !files.isEmpty else {
      return nil
    }
    return source.open(files: files, folder: "\(name):\(folder)")
  }

  /// The first line of what git says; nil where it fails.
  private func git(_ words: [String]) -> String? {
    Git.run(in: folder, words)?.split(separator: "\n").first.map(String.init)
  }
}
