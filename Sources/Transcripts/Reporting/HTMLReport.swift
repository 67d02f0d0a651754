import Conversation
import Knowledge

/// One page to look at, which needs no network and no script: coverage, confusions, calibration,
/// stale facts, and each miss with its why.
package struct HTMLReport {
  package private(set) var text = ""

  private let run: TranscriptRun
  private let evaluation: Evaluation
  private let coverage: Coverage
  private let knowledge: KnowledgeBase
  private let warnings: [Problem]
  private let interface: InterfaceLanguage

  package init(
    run: TranscriptRun, evaluation: Evaluation, knowledge: KnowledgeBase, warnings: [Problem],
    today: String, in interface: InterfaceLanguage
  ) {
    self.run = run
    self.evaluation = evaluation
    self.knowledge = knowledge
    self.warnings = warnings
    self.interface = interface
    coverage = Coverage(run, knowledge)
    text = page(today: today)
  }

  private func text(_ swedish: String, _ english: String) -> String {
    interface == .swedish ? swedish : english
  }

  private func page(today: String) -> String {
    let title = text("Vägvisare: läget", "Vägvisare: the state of things")
    return """
      <!doctype html>
      <html lang="\(interface.rawValue)">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      <h1>\(title)</h1>
      <p class="small">\(today) · \(text("kunskap", "knowledge")) \(knowledge.digest)</p>
      \(summary)
      <h2>\(text("Täckning", "Coverage"))</h2>
      \(coverageTable)
      <h2>\(text("Förväxlingar", "Confusions"))</h2>
      \(confusions)
      <h2>\(text("Kalibrering", "Calibration"))</h2>
      \(calibration)
      <h2>\(text("Gamla uppgifter och varningar", "Stale facts and warnings"))</h2>
      \(staleFacts)
      <h2>\(text("Missar", "Misses"))</h2>
      \(misses)
      </html>

      """
  }

  private static let style = """
    :root { color-scheme: light dark; --ink: #1b1f24; --soft: #59636e; --paper: #fff; --line: #d0d7de;
      --good: 32, 120, 70; --bad: 196, 60, 30; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e6e9ed; --soft: #9aa4af; --paper: #14171a;
      --line: #3a424b; --good: 90, 190, 130; --bad: 240, 120, 80; } }
    body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
      max-width: 70rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
    h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; break-after: avoid; }
    .small, td.small { color: var(--soft); font-size: .85rem; }
    .figures { display: flex; flex-wrap: wrap; gap: 1rem 2rem; padding: 0; list-style: none; }
    .figures b { display: block; font-size: 1.5rem; }
    table { border-collapse: collapse; } th, td { text-align: left; padding: .15rem .6rem .15rem 0; }
    td.n { text-align: right; font-variant-numeric: tabular-nums; } .thin { color: rgb(var(--bad)); font-weight: 600; }
    .scroll { overflow-x: auto; }
    .grid { border-spacing: 1px; border-collapse: separate; font-size: 9px; }
    .grid td { width: 13px; height: 13px; min-width: 13px; padding: 0; text-align: center; background: rgba(128,128,128,.08); }
    .grid th { font-weight: 400; padding: 0 .4rem 0 0; white-space: nowrap; font-size: 11px; }
    .grid thead th { padding: 0; vertical-align: bottom; } .grid thead span { writing-mode: vertical-rl; transform: rotate(180deg); }
    .bar { background: rgba(128,128,128,.15); width: 12rem; height: .9rem; display: inline-block; position: relative; }
    .bar i { position: absolute; left: 0; top: 0; bottom: 0; background: rgb(var(--good)); }
    .bar u { position: absolute; top: -2px; bottom: -2px; width: 2px; background: var(--ink); }
    details { border-top: 1px solid var(--line); padding: .4rem 0; break-inside: avoid; }
    summary { cursor: pointer; } pre { white-space: pre-wrap; font-size: .85rem; margin: .3rem 0; }
    @media print { body { max-width: none; font-size: 11px; } details > * { display: block; } }
    """

  // MARK: Figures

  private var summary: String {
    let languages = evaluation.byLanguage.sorted { $0.key < $1.key }.map {
      figure("\($0.value.percent) %", text("rätt på \($0.key)", "right in \($0.key)"), $0.value)
    }
    let conversations = run.conversations.count
    return """
      <ul class="figures">
      <li><b>\(run.passedCount) / \(conversations)</b>\(text("samtal lyckas", "conversations pass"))</li>
      \(figure("\(evaluation.total.percent) %", text("av frågorna rätt", "of the questions right"), evaluation.total))
      \(languages.joined(separator: "\n"))
      <li><b>\(warnings.count)</b>\(text("varningar", "warnings"))</li>
      </ul>
      """
  }

  private func figure(_ number: String, _ label: String, _ score: Evaluation.Score) -> String {
    "<li><b>\(number)</b>\(label) <span class=\"small\">(\(score.right)/\(score.all))</span></li>"
  }

  private var coverageTable: String {
    let heads = coverage.languages.map { "<th>\($0.xmlEscaped)</th>" }.joined()
    let rows = coverage.topics.map { topic -> String in
      let cells = coverage.languages.map { language -> String in
        let count = coverage.conversations[topic]?[language] ?? 0
        return "<td class=\"n\(count < Coverage.wanted ? " thin" : "")\">\(count)</td>"
      }
      let score = evaluation.byTopic[topic].map { "\($0.percent) % (\($0.right)/\($0.all))" } ?? ""
      return
        "<tr><td>\(topic.xmlEscaped)</td>\(cells.joined())<td class=\"small\">\(score)</td></tr>"
    }
    return """
      <p class="small">\(text("Samtal som prövar ämnet, och rätta svar på märkta frågor.", "Conversations that try the topic, and right answers to labelled questions."))</p>
      <div class="scroll"><table><tr><th>\(text("ämne", "topic"))</th>\(heads)<th></th></tr>
      \(rows.joined(separator: "\n"))
      </table></div>
      <p>\(text("Löften som ingen utskrift kräver", "Promised facts that no transcript requires")): \(coverage.unasked.count)</p>
      """
  }

  // MARK: Confusions

  private var confusions: String {
    var counts: [TopicID: [TopicID: Int]] = [:]
    for miss in evaluation.misses {
      guard let expected = miss.question.accept.first, let got = miss.got.first,
        !miss.question.accept.contains(got)
      else { continue }
      counts[expected, default: [:]][got, default: 0] += 1
    }
    if counts.isEmpty {
      return
        "<p>\(text("Ingen fråga fick ett annat ämne än den skulle.", "No question got another topic than it should."))</p>"
    }
    // Only what is confused is drawn: so the picture can be read however many topics there are.
    let rows = counts.keys.sorted()
    let columns = Set(counts.values.flatMap(\.keys)).sorted()
    let most = counts.values.flatMap(\.values).max() ?? 1
    let head = columns.map { "<th><span>\($0.xmlEscaped)</span></th>" }.joined()
    let body = rows.map { row -> String in
      let cells = columns.map { column -> String in
        guard let count = counts[row]?[column] else { return "<td></td>" }
        let strength = 0.25 + 0.75 * Double(count) / Double(most)
        return
          "<td style=\"background: rgba(var(--bad), \(strength.hundredths))\" title=\"\(row.xmlEscaped) → \(column.xmlEscaped)\">\(count)</td>"
      }
      return "<tr><th>\(row.xmlEscaped)</th>\(cells.joined())</tr>"
    }
    let worst = counts.flatMap { row in row.value.map { (row.key, $0.key, $0.value) } }
      .sorted { ($1.2, $0.0, $0.1) < ($0.2, $1.0, $1.1) }.prefix(12)
    let list = worst.map {
      "<tr><td>\($0.0.xmlEscaped)</td><td>→ \($0.1.xmlEscaped)</td><td class=\"n\">\($0.2)</td></tr>"
    }
    return """
      <p class="small">\(text("Rader: ämnet som väntades. Kolumner: ämnet som svarade.", "Rows: the topic that was expected. Columns: the topic that answered."))</p>
      <div class="scroll"><table class="grid"><thead><tr><th></th>\(head)</tr></thead>
      \(body.joined(separator: "\n"))
      </table></div>
      <h3>\(text("Vanligast", "Most often"))</h3>
      <table>\(list.joined(separator: "\n"))</table>
      """
  }

  // MARK: Calibration

  private var calibration: String {
    let bins = (0..<10).map { bin -> (all: Int, right: Int) in
      let inside = evaluation.confidences.filter { min(9, Int($0.confidence * 10)) == bin }
      return (inside.count, inside.count(where: \.isRight))
    }
    let rows = bins.enumerated().filter { $0.element.all > 0 }.map { bin, counts -> String in
      let share = Double(counts.right) / Double(counts.all) * 100
      let said = Double(bin) * 10 + 5
      return """
        <tr><td class="n">\(bin * 10)–\(bin * 10 + 10) %</td><td><span class="bar"><i style="width: \(share.hundredths)%"></i><u style="left: \(said.hundredths)%"></u></span></td><td class="n">\(Int(share.rounded())) %</td><td class="small">\(counts.all)</td></tr>
        """
    }
    return """
      <p class="small">\(text("Hur ofta svar med en viss säkerhet är rätt; strecket visar vad säkerheten lovar.", "How often answers of a given confidence are right; the line shows what the confidence promises."))</p>
      <table><tr><th>\(text("säkerhet", "confidence"))</th><th></th><th>\(text("rätt", "right"))</th><th>\(text("svar", "answers"))</th></tr>
      \(rows.joined(separator: "\n"))
      </table>
      """
  }

  // MARK: Stale facts, misses

  private var staleFacts: String {
    var ages: [String: Int] = [:]
    for topic in knowledge.topics { if let date = topic.asOf { ages[date, default: 0] += 1 } }
    let lines = ages.sorted { $0.key < $1.key }.map {
      "<li>\(text("källa från", "source of")) \($0.key.xmlEscaped): \($0.value) \(text("ämnen", "topics"))</li>"
    }
    let warned = warnings.map { warning in
      "<li>\(warning.headline(in: interface).xmlEscaped)</li>"
    }
    return "<ul>\(lines.joined())\(warned.joined(separator: "\n"))</ul>"
  }

  private var misses: String {
    let failures = FailureReport(knowledge, interface)
    let failed = run.conversations.filter { !$0.isGood }.map { result -> String in
      let report = failures.lines(result)
      return
        "<details><summary>\((report.first ?? "").xmlEscaped)</summary><pre>\(report.dropFirst().joined(separator: "\n").xmlEscaped)</pre></details>"
    }
    let missed = evaluation.misses.map { miss -> String in
      var lines = [
        "\(text("väntat", "expected")): \(miss.question.accept.joined(separator: ", "))",
        "\(text("fick", "got")): \(miss.got.joined(separator: ", ")) (\(miss.language))",
      ]
      lines += miss.missing.map { "\(text("saknas", "missing")): \($0)" }
      lines += miss.present.map { "\(text("får inte stå", "must not stand")): \($0)" }
      lines += miss.reply.explanation.text(in: interface.rawValue, knowledge)
      return
        "<details><summary>\(miss.question.text.xmlEscaped)</summary><pre>\(lines.joined(separator: "\n").xmlEscaped)</pre></details>"
    }
    if failed.isEmpty, missed.isEmpty { return "<p>\(text("Inga.", "None."))</p>" }
    return (failed + missed).joined(separator: "\n")
  }
}

extension Evaluation.Score {
  /// In hundredths, to the nearest.
  fileprivate var percent: Int { Int((share * 100).rounded()) }
}

extension Double {
  /// With two decimals.
  fileprivate var hundredths: String {
    let whole = Int((self * 100).rounded())
    let rest = whole % 100
    return "\(whole / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
