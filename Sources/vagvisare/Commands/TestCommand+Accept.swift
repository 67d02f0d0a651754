import FoundationEssentials
import Knowledge
import Transcripts

/// `test --accept`: new `@` and `<` lines, shown one by one, asked for, and written file by file.
extension TestCommand {
  private enum Choice { case yes, no, quit }

  func accept(_ run: TranscriptRun) -> ExitCode {
    var accepted = 0
    var left = 0
    var stops = false
    for file in run.files where !stops {
      var chosen: [Proposal] = []
      for proposal in file.conversations.flatMap(Proposal.all) where !stops {
        for line in proposal.lines { context.show(line) }
        switch ask() {
        case .yes: chosen.append(proposal)
        case .no: break
        case .quit: stops = true
        }
      }
      left += file.conversations.flatMap(\.turns).count { !$0.failures.isEmpty }
      left -= file.conversations.filter { $0.outcome == .failedAsKnown }.flatMap(\.turns)
        .count { !$0.failures.isEmpty }
      left += file.conversations.count { $0.outcome == .passedUnexpectedly }
      left -= chosen.count
      if chosen.isEmpty { continue }
      guard write(chosen, to: file.path) else { return .unreadable }
      accepted += chosen.count
    }
    Output.line(
      context.text(
        "\(accepted) ändrade, \(left) kvar", "\(accepted) changed, \(left) left as they are"))
    if accepted > 0 { context.nextStep("vagvisare test", "vagvisare test") }
    if !run.problems.isEmpty { return .unreadable }
    return left > 0 || stops ? .found : .good
  }

  /// Puts the chosen lines into the file as it is now.
  private func write(_ chosen: [Proposal], to path: String) -> Bool {
    guard let data = FileManager.default.contents(atPath: path),
      let new = Proposal.apply(chosen, to: [UInt8](data))
    else {
      Output.message(
        "\(path): error: "
          + context.text(
            "filen har ändrats under tiden; inget är skrivet, kör om",
            "the file has changed meanwhile; nothing is written, run again"))
      return false
    }
    return context.write(new, to: path)
  }

  private func ask() -> Choice {
    while true {
      Output.answer(
        context.text("Godta? [j]a, [n]ej, [a]vsluta: ", "Accept? [y]es, [n]o, [q]uit: "))
      guard let line = readLine() else {
        Output.line("")
        return .quit
      }
      switch line.first?.lowercased() {
      case "j", "y": return .yes
      case "n": return .no
      case "a", "q": return .quit
      default: continue
      }
    }
  }
}
