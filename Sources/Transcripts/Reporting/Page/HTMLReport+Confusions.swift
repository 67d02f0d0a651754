import Conversation
import Knowledge

extension HTMLReport {
  /// From this share on another topic was nearly the answer.
  private static let closeCall: Float = 0.2
  /// The most ribbons of the picture, and the most rows of the list.
  private static let mostRibbons = 24
  private static let mostRows = 15

  /// One topic's questions that another took, or nearly took.
  private struct Confusion {
    let expected: TopicID
    let rival: TopicID
    var wrong = 0
    var close = 0

    var all: Int { wrong + close }
  }

  /// What is confused with what: ribbons from the topics that were expected to those that answered, and
  /// the same as bars, which narrow windows show alone.
  ///
  /// Only what is confused is drawn: so the picture can be read however many topics there are.
  var confusions: String {
    let found = confused
    if found.isEmpty {
      let nothing = text(
        "Ingen fråga fick fel ämne, eller var nära att få det.",
        "No question got, or nearly got, the wrong topic.")
      return "<p>\(nothing)</p>"
    }
    let explanation = text(
      "Från ämnet som väntades till det som svarade (rött) eller var nära att svara (grått); ju fler frågor, desto tjockare.",
      "From the topic that was expected to the one that answered (red) or nearly did (grey); the more questions, the thicker."
    )
    return """
      <p class="small">\(explanation)</p>
      <figure class="ribbons">\(ribbons(Array(found.prefix(Self.mostRibbons))))</figure>
      <h3>\(text("Vanligast", "Most often"))</h3>
      \(bars(Array(found.prefix(Self.mostRows))))
      """
  }

  /// The worst first.
  private var confused: [Confusion] {
    var found: [[TopicID]: Confusion] = [:]
    for answer in judged {
      guard let expected = answer.expected.first, let rival = answer.rival(from: Self.closeCall)
      else { continue }
      var pair = found[[expected, rival]] ?? Confusion(expected: expected, rival: rival)
      if answer.isRightTopic { pair.close += 1 } else { pair.wrong += 1 }
      found[[expected, rival]] = pair
    }
    return found.values.sorted {
      ($1.wrong, $1.close, $0.expected, $0.rival) < ($0.wrong, $0.close, $1.expected, $1.rival)
    }
  }

  // MARK: The picture

  /// Where the topics of a side stand, from above: each as high as its ribbons together.
  private struct Side {
    private(set) var starts: [TopicID: Double] = [:]
    private(set) var heights: [TopicID: Double] = [:]
    private(set) var order: [TopicID] = []
    private(set) var height = 0.0

    init(_ topics: [(TopicID, Double)], gap: Double, least: Double) {
      for (topic, value) in topics {
        if heights[topic] == nil { order.append(topic) }
        heights[topic, default: 0] += value
      }
      for topic in order {
        starts[topic] = height
        height += max(heights[topic] ?? 0, least) + gap
      }
    }
  }

  private func ribbons(_ confused: [Confusion]) -> String {
    // The units of the picture; titles stand left and right of the ribbons.
    let (width, left, right, thickness) = (960.0, 345.0, 615.0, 9.0)
    let value: (Confusion) -> Double = { Double($0.all) * thickness }
    let from = Side(confused.map { ($0.expected, value($0)) }, gap: 8, least: 18)
    let to = Side(confused.map { ($0.rival, value($0)) }, gap: 8, least: 18)
    var (used, taken): ([TopicID: Double], [TopicID: Double]) = ([:], [:])
    let paths = confused.map { pair -> String in
      let height = value(pair)
      let top = (from.starts[pair.expected] ?? 0) + (used[pair.expected] ?? 0)
      let end = (to.starts[pair.rival] ?? 0) + (taken[pair.rival] ?? 0)
      used[pair.expected, default: 0] += height
      taken[pair.rival, default: 0] += height
      let middle = ((left + right) / 2).tenths
      let shape =
        "M\(left.tenths) \(top.tenths)C\(middle) \(top.tenths) \(middle) \(end.tenths) \(right.tenths) \(end.tenths)"
        + "V\((end + height).tenths)C\(middle) \((end + height).tenths) \(middle) \((top + height).tenths) \(left.tenths) \((top + height).tenths)Z"
      let name =
        "\(title(pair.expected)) → \(title(pair.rival)): \(pair.wrong) \(text("fel", "wrong")), \(pair.close) \(text("nära", "close"))"
      return
        "<path class=\"\(pair.wrong > 0 ? "wrong" : "close")\" d=\"\(shape)\"><title>\(name.xmlEscaped)</title></path>"
    }
    let labels = { (side: Side, x: Double, anchor: String) in
      side.order.map { topic -> String in
        let y = (side.starts[topic] ?? 0) + (side.heights[topic] ?? 0) / 2
        let title = self.title(topic).shortened(to: 38)
        return
          "<text x=\"\(x.tenths)\" y=\"\(y.tenths)\" text-anchor=\"\(anchor)\">\(title.xmlEscaped)</text>"
      }
    }
    let height = max(from.height, to.height, 30)
    let name = text("Ämnen som förväxlas", "Topics that are confused")
    return """
      <svg viewBox="0 -8 \(width.tenths) \((height + 8).tenths)" role="img" aria-label="\(name)">
      \(paths.joined(separator: "\n"))
      \((labels(from, left - 10, "end") + labels(to, right + 10, "start")).joined(separator: "\n"))
      </svg>
      """
  }

  private func bars(_ confused: [Confusion]) -> String {
    let most = Double(confused.map(\.all).max() ?? 1)
    let rows = confused.map { pair -> String in
      let share = { (count: Int) in (Double(count) / most * 100).tenths }
      return """
        <li><span class="pair">\(name(pair.expected)) <b>→</b> \(name(pair.rival))</span>
        <span class="bar"><i class="wrong" style="width:\(share(pair.wrong))%"></i><i class="close" style="width:\(share(pair.close))%"></i></span>
        <span class="n">\(pair.wrong) \(text("fel", "wrong")) · \(pair.close) \(text("nära", "close"))</span></li>
        """
    }
    return "<ul class=\"bars\">\n\(rows.joined(separator: "\n"))\n</ul>"
  }
}

extension String {
  /// The beginning of the text; where something is left out, its last character is an ellipsis.
  func shortened(to most: Int) -> String { count > most ? prefix(most - 1) + "…" : self }
}

extension Double {
  /// With one decimal.
  var tenths: String {
    let whole = Int((self * 10).rounded())
    return "\(whole < 0 ? "-" : "")\(abs(whole) / 10).\(abs(whole) % 10)"
  }
}
