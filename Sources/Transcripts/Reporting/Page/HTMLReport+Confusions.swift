import Conversation
import Knowledge

extension HTMLReport {
  /// From this share on another topic was nearly the answer.
  private static let closeCall: Float = 0.2

  /// One topic's questions that another took, or nearly took.
  private struct Confusion {
    var wrong = 0
    var close = 0
  }

  /// A grid of expected and answering topics, and the same as a list for narrow windows.
  ///
  /// Only what is confused is drawn: so the picture can be read however many topics there are.
  var confusions: String {
    var counts: [TopicID: [TopicID: Confusion]] = [:]
    for answer in judged {
      guard let expected = answer.expected.first, let rival = answer.rival(from: Self.closeCall)
      else { continue }
      var cell = counts[expected]?[rival] ?? Confusion()
      if answer.isRightTopic { cell.close += 1 } else { cell.wrong += 1 }
      counts[expected, default: [:]][rival] = cell
    }
    if counts.isEmpty {
      let nothing = text(
        "Ingen fråga fick eller fick nästan ett annat ämne än den skulle.",
        "No question got, or nearly got, another topic than it should.")
      return "<p>\(nothing)</p>"
    }
    let explanation = text(
      "Rader: ämnet som väntades. Kolumner: ämnet som svarade (röd ruta, antal) eller var nära att svara (grå ruta).",
      "Rows: the topic that was expected. Columns: the topic that answered (red, with the number) or nearly did (grey)."
    )
    return """
      <p class="small">\(explanation)</p>
      \(grid(counts))
      <h3>\(text("Vanligast", "Most often"))</h3>
      \(list(counts))
      """
  }

  private func grid(_ counts: [TopicID: [TopicID: Confusion]]) -> String {
    let rows = counts.keys.sorted()
    let columns = Set(counts.values.flatMap(\.keys)).sorted()
    let most = Double(counts.values.flatMap { $0.values.map(\.wrong) }.max() ?? 1)
    let head = columns.map { "<th scope=\"col\"><span>\($0.xmlEscaped)</span></th>" }.joined()
    let body = rows.map { row -> String in
      let cells = columns.map { column -> String in
        guard let cell = counts[row]?[column] else {
          return row == column ? "<td class=\"self\"></td>" : "<td></td>"
        }
        let title = "\(row) → \(column)".xmlEscaped
        if cell.wrong == 0 {
          return "<td class=\"close\" title=\"\(title)\">\(cell.close)</td>"
        }
        let strength = 0.3 + 0.7 * Double(cell.wrong) / max(1, most)
        return
          "<td class=\"wrong\" style=\"background:rgba(var(--bad),\(strength.hundredths))\" title=\"\(title)\">\(cell.wrong)</td>"
      }
      return "<tr><th scope=\"row\">\(row.xmlEscaped)</th>\(cells.joined())</tr>"
    }
    return """
      <div class="scroll"><table class="grid"><thead><tr><td></td>\(head)</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody></table></div>
      """
  }

  private func list(_ counts: [TopicID: [TopicID: Confusion]]) -> String {
    let pairs = counts.flatMap { row in row.value.map { (row.key, $0.key, $0.value) } }
    let worst = pairs.sorted {
      ($1.2.wrong, $1.2.close, $0.0, $0.1) < ($0.2.wrong, $0.2.close, $1.0, $1.1)
    }
    let rows = worst.prefix(15).map {
      "<tr><td>\($0.0.xmlEscaped) → \($0.1.xmlEscaped)</td><td class=\"n\">\($0.2.wrong)</td><td class=\"n small\">\($0.2.close)</td></tr>"
    }
    return """
      <table><thead><tr><th>\(text("väntat → svarade", "expected → answered"))</th><th class="n">\(text("fel", "wrong"))</th><th class="n">\(text("nära", "close"))</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table>
      """
  }

  // MARK: Calibration

  /// How often answers of a given confidence are right, against what the confidence promises.
  var calibration: String {
    if judged.isEmpty {
      return "<p>\(text("Inga frågor med känt ämne.", "No questions with a known topic."))</p>"
    }
    let bins = (0..<10).map { bin -> [JudgedAnswer] in
      judged.filter { min(9, Int($0.reply.confidence * 10)) == bin }
    }
    let rows = bins.enumerated().filter { !$0.element.isEmpty }.map { bin, answers -> String in
      let share = Double(answers.count(where: \.isRightTopic)) / Double(answers.count) * 100
      let promised = answers.reduce(0) { $0 + Double($1.reply.confidence) } / Double(answers.count)
      return
        "<tr><td class=\"n\">\(bin * 10)–\(bin * 10 + 10) %</td><td class=\"bars\"><span class=\"bar\"><i style=\"width:\(share.hundredths)%\"></i><u style=\"left:\((promised * 100).hundredths)%\"></u></span></td><td class=\"n\">\(Int(share.rounded())) %</td><td class=\"n small\">\(answers.count)</td></tr>"
    }
    let explanation = text(
      "Hur ofta svar med en viss säkerhet gäller rätt ämne; strecket visar vad säkerheten lovar.",
      "How often answers of a given confidence have the right topic; the line shows what the confidence promises."
    )
    return """
      <p class="small">\(explanation)</p>
      <table class="wide"><thead><tr><th class="n">\(text("säkerhet", "confidence"))</th><th></th><th class="n">\(text("rätt", "right"))</th><th class="n">\(text("svar", "answers"))</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table>
      """
  }
}

extension Double {
  /// With two decimals.
  fileprivate var hundredths: String {
    let whole = Int((self * 100).rounded())
    let rest = whole % 100
    return "\(whole / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
