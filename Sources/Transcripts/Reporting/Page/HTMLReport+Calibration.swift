import Conversation
import Knowledge

extension HTMLReport {
  /// How often answers of a given confidence are right, against what the confidence promises: a dot
  /// for each tenth, as large as the answers are many, over the line on which promise and truth meet.
  var calibration: String {
    if judged.isEmpty {
      return "<p>\(text("Inga frågor med känt ämne.", "No questions with a known topic."))</p>"
    }
    let explanation = text(
      "Åt höger hur säkert svaret var, uppåt hur ofta det gällde rätt ämne; ju fler svar, desto större. Under linjen lovar säkerheten för mycket, över den för lite.",
      "To the right how sure the answer was, upwards how often it had the right topic; the more answers, the larger. Below the line the confidence promises too much, above it too little."
    )
    return """
      <p class="small">\(explanation)</p>
      <figure class="calibration">\(plot)</figure>
      """
  }

  private struct Bin {
    let promised: Double
    let right: Double
    let count: Int
  }

  private var bins: [Bin] {
    (0..<10).compactMap { bin in
      let answers = judged.filter { min(9, Int($0.reply.confidence * 10)) == bin }
      if answers.isEmpty { return nil }
      let count = Double(answers.count)
      return Bin(
        promised: answers.reduce(0) { $0 + Double($1.reply.confidence) } / count,
        right: Double(answers.count(where: \.isRightTopic)) / count, count: answers.count)
    }
  }

  private var plot: String {
    let bins = bins
    let most = Double(bins.map(\.count).max() ?? 1)
    // The picture is 100 wide and high, with room for the scales.
    let lines = stride(from: 0, through: 100, by: 25).map { tick in
      """
      <path class="scale" d="M0 \(100 - tick)H100M\(tick) 0V100"/>
      <text x="-2" y="\(100 - tick + 1)" text-anchor="end">\(tick)</text><text x="\(tick)" y="106" text-anchor="middle">\(tick)</text>
      """
    }
    let dots = bins.map { bin -> String in
      let (x, y) = (bin.promised * 100, 100 - bin.right * 100)
      let radius = 1.2 + 3.8 * (Double(bin.count) / most).squareRoot()
      let percent = { (share: Double) in Int((share * 100).rounded()) }
      let name = text(
        "säkerhet \(percent(bin.promised)) %: \(percent(bin.right)) % rätt av \(bin.count)",
        "confidence \(percent(bin.promised))%: \(percent(bin.right))% right of \(bin.count)")
      let isPromisedTooMuch = bin.right < bin.promised - 0.05
      return """
        <path class="gap" d="M\(x.tenths) \((100 - x).tenths)V\(y.tenths)"/>
        <circle class="\(isPromisedTooMuch ? "over" : "good")" cx="\(x.tenths)" cy="\(y.tenths)" r="\(radius.tenths)"><title>\(name)</title></circle>
        """
    }
    let name = text("Säkerhet mot träff", "Confidence against truth")
    return """
      <svg viewBox="-14 -6 122 122" role="img" aria-label="\(name)">
      \(lines.joined(separator: "\n"))
      <path class="ideal" d="M0 100L100 0"/>
      \(dots.joined(separator: "\n"))
      <text x="50" y="113" text-anchor="middle">\(text("säkerhet, %", "confidence, %"))</text>
      <text x="-11" y="50" text-anchor="middle" transform="rotate(-90 -11 50)">\(text("rätt ämne, %", "right topic, %"))</text>
      </svg>
      """
  }
}
