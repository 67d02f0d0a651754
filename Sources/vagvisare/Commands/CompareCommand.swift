import Conversation
import FoundationEssentials
import Glibc
import Knowledge
import Transcripts

/// `vagvisare compare`: re-asks every known question under two versions of the knowledge.
struct CompareCommand {
  let context: CommandContext

  private var isSwedish: Bool { context.interface == .swedish }

  func run() throws(UsageError) -> ExitCode {
    guard let against = context.options["--against"] else {
      throw .missingArgument("--against")
    }
    guard let folder = context.folder, let new = context.loadKnowledge() else { return .unreadable }
    var isFolder = false
    let old: KnowledgeBase?
    if FileManager.default.fileExists(atPath: against, isDirectory: &isFolder), isFolder {
      old = load(against)
    } else {
      old = loadRevision(against, of: folder)
    }
    guard let old else { return .unreadable }
    let paths = context.options.arguments.isEmpty ? ["Transcripts"] : context.options.arguments
    let questions = KnownQuestions(examplesOf: [old, new], paths: paths)
    let comparison = Comparison(
      old: Responder(knowledge: old), new: Responder(knowledge: new), questions: questions)
    for line in comparison.lines(in: context.interface) { Output.line(line) }
    return comparison.changeCount > 0 ? .found : .good
  }

  private func load(_ folder: String) -> KnowledgeBase? {
    let loaded = KnowledgeLoader.load(folder: folder)
    if loaded.base == nil {
      for problem in loaded.problems where problem.severity == .error {
        Output.message(problem.description(in: context.interface))
      }
    }
    return loaded.base
  }

  /// The knowledge as it was committed, taken out into a folder that is removed again.
  private func loadRevision(_ revision: String, of folder: String) -> KnowledgeBase? {
    var template = Array((TemporaryFolder.path + "/vagvisare-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      Output.message(
        isSwedish ? "ingen tillfällig mapp kan skapas" : "no temporary folder can be made")
      return nil
    }
    let temporary = String(
      decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: temporary) }
    let script = "git -C \"$1\" archive --format=tar \"$2\" -- . | tar -x -C \"$3\""
    let result = ChildProcess.run(["sh", "-c", script, "sh", folder, revision, temporary])
    guard result?.status == 0, KnowledgeFile.all(in: temporary)?.isEmpty == false else {
      Output.message(
        isSwedish
          ? "vagvisare compare: ”\(revision)” är varken en mapp eller en git-revision som innehåller \(folder)"
          : "vagvisare compare: “\(revision)” is neither a folder nor a git revision that holds \(folder)"
      )
      return nil
    }
    return load(temporary)
  }
}

/// Where temporary files go.
enum TemporaryFolder {
  static var path: String {
    getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }
}
