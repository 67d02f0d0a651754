import FoundationEssentials
import Knowledge
import Transcripts

/// `test --accept`: new `@` and `<` lines, shown one by one, asked for, and written file by file; those
/// that change the same can be accepted at once.
extension TestCommand {
  private enum Choice { case yes, all, no, quit }

  func accept(_ run: TranscriptRun) -> ExitCode {
    var accepted = 0
    var left = 0
    var stops = false
    let proposals = run.files.map { $0.conversations.flatMap(Proposal.all) }
    var waiting: [[String]: Int] = [:]
    for proposal in proposals.flatMap({ $0 }) { waiting[proposal.kind, default: 0] += 1 }
    var acceptedKinds: Set<[String]> = []
    for (number, file) in run.files.enumerated() where !stops {
      var chosen: [Proposal] = []
      for proposal in proposals[number] where !stops {
        let kind = proposal.kind
        for line in proposal.lines { context.show(line) }
        if acceptedKinds.contains(kind) {
          chosen.append(proposal)
          continue
        }
        defer { waiting[kind, default: 1] -= 1 }
        switch ask(alike: waiting[kind] ?? 1) {
        case .yes: chosen.append(proposal)
        case .all:
          acceptedKinds.insert(kind)
          chosen.append(proposal)
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
            "filen har ändrats under tiden; inget skrevs, kör om",
            "the file has changed in the meantime; nothing was written, run again"))
      return false
    }
    return context.write(new, to: path)
  }

  /// Asks whether to accept a proposal; `alike` says how many there are of its kind, with it.
  private func ask(alike: Int) -> Choice {
    let all =
      alike > 1 ? context.text("[a]lla \(alike) av slaget, ", "[a]ll \(alike) of this kind, ") : ""
    while true {
      Output.answer(
        context.text("Godta? [j]a, \(all)[n]ej, [s]luta: ", "Accept? [y]es, \(all)[n]o, [q]uit: "))
      guard let line = readLine() else {
        Output.line("")
        return .quit
      }
      let word = line.lowercased()
      switch word.first {
      case "j", "y": return .yes
      case "a" where !word.hasPrefix("av"): return .all
      case "n": return .no
      case "a", "s", "q": return .quit
      default: continue
      }
    }
  }
}
