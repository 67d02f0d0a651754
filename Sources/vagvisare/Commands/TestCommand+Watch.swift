import Conversation
import FoundationEssentials
import Knowledge
import Transcripts

/// `test --watch`: runs again what an edit touches.
extension TestCommand {
  func watch(_ first: Responder) -> ExitCode {
    guard let folder = context.folder,
      var changes = FileWatch(paths.map(TranscriptFiles.withoutLine) + [folder])
    else {
      Output.message(
        context.text("filerna kan inte bevakas", "the files cannot be watched"))
      return .unreadable
    }
    var responder = first
    var isBroken = false
    report(TranscriptRun(paths: paths, responder: responder), responder.knowledge)
    Output.message(
      context.text("Väntar på ändringar; Ctrl-C avslutar.", "Waiting for changes; Ctrl-C ends."))
    while let changed = changes.next() {
      if changed.touches(folder: folder) {
        let opened = context.source.open(folder: folder)
        for problem in opened.problems where problem.severity == .error {
          Output.message(problem.description(in: context.interface))
        }
        guard let interpreter = opened.interpreter else {
          isBroken = true
          continue
        }
        if interpreter.knowledge.digest != responder.knowledge.digest || isBroken {
          isBroken = false
          announce(changed.shown)
          responder = Responder(interpreter: interpreter)
          report(TranscriptRun(paths: paths, responder: responder), responder.knowledge)
          continue
        }
        // What an editor leaves behind while it writes is no change; a transcript beside it may be one.
      }
      let touched = TranscriptFiles.find(paths).filter { changed.contains(path: $0.path) }
      if touched.files.isEmpty { continue }
      announce(touched.files.map(\.path).min())
      report(TranscriptRun(touched, responder: responder), responder.knowledge)
    }
    return .good
  }

  private func announce(_ path: String?) {
    guard let path else { return }
    Output.line("")
    context.show(ReportLine(.heading, context.text("Ändrad: \(path)", "Changed: \(path)")))
  }
}
