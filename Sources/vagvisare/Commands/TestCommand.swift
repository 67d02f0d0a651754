import Conversation
import FoundationEssentials
import Glibc
import Knowledge
import Transcripts

/// `vagvisare test`: runs transcripts.
struct TestCommand {
  let context: CommandContext

  private var options: CommandLineOptions { context.options }
  private var paths: [String] { options.arguments.isEmpty ? ["Transcripts"] : options.arguments }

  func run() throws(UsageError) -> ExitCode {
    if options.has("--accept"), context.environment.isContinuousIntegration {
      Output.message(
        text(
          "vagvisare test --accept: skriver inget när CI är satt",
          "vagvisare test --accept: writes nothing while CI is set"))
      return .found
    }
    guard let responder = context.loadResponder() else { return .unreadable }
    if options.has("--watch") { return watch(responder) }
    let run = TranscriptRun(paths: paths, responder: responder)
    report(run, responder.knowledge)
    if options.has("--accept") { return accept(run) }
    return exitCode(of: run)
  }

  private func exitCode(of run: TranscriptRun) -> ExitCode {
    if !run.problems.isEmpty { return .unreadable }
    return run.failedCount > 0 ? .found : .good
  }

  private func report(_ run: TranscriptRun, _ knowledge: KnowledgeBase) {
    let failures = FailureReport(knowledge, context.interface)
    for problem in run.problems { Output.message(problem.description(in: context.interface)) }
    if options.has("--tap") {
      for line in TAPReport(run, failures).lines { Output.line(line) }
    } else {
      for result in run.conversations {
        for line in failures.lines(result) { Output.line(line) }
      }
    }
    if let file = options["--junit"] {
      do {
        try AtomicFile.replace(file, with: JUnitReport(run, failures).text)
      } catch {
        Output.message(
          "\(file): error: " + text("filen kan inte skrivas", "the file cannot be written"))
      }
    }
    if options.has("--coverage") {
      for line in Coverage(run, knowledge).lines(in: context.interface) { Output.line(line) }
    }
    if !options.has("--tap") { Output.line(summary(run)) }
  }

  private func summary(_ run: TranscriptRun) -> String {
    let files = run.files.count
    return text(
      "\(run.passedCount) samtal lyckades, \(run.failedCount) misslyckades (\(files) filer)",
      "\(run.passedCount) conversations passed, \(run.failedCount) failed (\(files) files)")
  }

  // MARK: Accepting

  private func accept(_ run: TranscriptRun) -> ExitCode {
    var accepted = 0
    var left = 0
    asking: for file in run.files {
      var chosen: [Proposal] = []
      let proposals = file.conversations.flatMap(Proposal.all)
      left += file.conversations.count { !$0.isGood && Proposal.all(of: $0).isEmpty }
      var stops = false
      for proposal in proposals {
        for line in proposal.lines { Output.line(line) }
        switch ask() {
        case .yes: chosen.append(proposal)
        case .no: left += 1
        case .quit:
          left += 1
          stops = true
        }
        if stops { break }
      }
      if !chosen.isEmpty {
        guard let data = FileManager.default.contents(atPath: file.path) else { continue }
        do {
          let old = String(decoding: data, as: UTF8.self)
          try AtomicFile.replace(file.path, with: Proposal.apply(chosen, to: old))
          accepted += chosen.count
        } catch {
          Output.message(
            "\(file.path): error: "
              + text("filen kan inte skrivas", "the file cannot be written"))
          return .unreadable
        }
      }
      if stops { break asking }
    }
    Output.line(
      text("\(accepted) ändrade, \(left) kvar", "\(accepted) changed, \(left) left as they are"))
    return left > 0 ? .found : .good
  }

  private enum Choice { case yes, no, quit }

  private func ask() -> Choice {
    while true {
      Output.answer(text("Godta? [j]a, [n]ej, [a]vsluta: ", "Accept? [y]es, [n]o, [q]uit: "))
      guard let line = readLine() else { return .quit }
      switch line.first?.lowercased() {
      case "j", "y": return .yes
      case "n": return .no
      case "a", "q": return .quit
      default: continue
      }
    }
  }

  // MARK: Watching

  private func watch(_ first: Responder) -> ExitCode {
    guard let folder = context.folder, var changes = FileWatch(paths + [folder]) else {
      Output.message(text("kan inte bevaka filerna", "the files cannot be watched"))
      return .unreadable
    }
    var responder = first
    report(TranscriptRun(paths: paths, responder: responder), responder.knowledge)
    while let changed = changes.next() {
      if changed.contains(where: { $0.hasPrefix(folder + "/") }) {
        let opened = context.source.open(folder: folder)
        for problem in opened.problems where problem.severity == .error {
          Output.message(problem.description(in: context.interface))
        }
        guard let interpreter = opened.interpreter,
          interpreter.knowledge.digest != responder.knowledge.digest
        else { continue }
        responder = Responder(interpreter: interpreter)
        report(TranscriptRun(paths: paths, responder: responder), responder.knowledge)
      } else {
        let touched = changed.filter { $0.hasSuffix(".transcript") && isFile($0) }.sorted()
        if touched.isEmpty { continue }
        report(TranscriptRun(paths: touched, responder: responder), responder.knowledge)
      }
    }
    return .good
  }

  private func isFile(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private func text(_ swedish: String, _ english: String) -> String {
    context.interface == .swedish ? swedish : english
  }
}
