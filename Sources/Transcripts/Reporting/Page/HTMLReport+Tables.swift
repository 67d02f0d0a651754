import Conversation
import Knowledge

extension HTMLReport {
  /// A table that becomes a list in narrow windows: each cell says then what its column is.
  private func table(_ heads: [String], _ rows: [[(text: String, style: String)]]) -> String {
    let head = heads.enumerated().map { place, head in
      "<th\(place > 0 ? " class=\"n\"" : "")>\(head)</th>"
    }
    let body = rows.map { row -> String in
      let cells = row.enumerated().map { place, cell -> String in
        place == 0
          ? "<th scope=\"row\">\(cell.text)</th>"
          : "<td class=\"n\(cell.style.isEmpty ? "" : " " + cell.style)\" data-label=\"\(heads[place].xmlEscaped)\">\(cell.text)</td>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    return """
      <table class="wide"><thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody></table>
      """
  }

  // MARK: Coverage

  var coverageTable: String {
    var unasked: [TopicID: Int] = [:]
    for entry in coverage.unasked { unasked[entry.topic, default: 0] += 1 }
    let groups = evaluated.groups
    let heads =
      [text("ämne", "topic")]
      + coverage.languages.map {
        text("samtal på ", "conversations in ") + $0.languageName[interface]
      }
      + [text("ej krävda uppgifter", "facts not required")] + groups.map(\.heading[interface])
    let rows = coverage.topics.map { topic -> [(text: String, style: String)] in
      let counts = coverage.languages.map { language -> (text: String, style: String) in
        let count = coverage.conversations[topic]?[language] ?? 0
        return ("\(count)", count < Coverage.wanted ? "thin" : "")
      }
      let missing = unasked[topic] ?? 0
      let scores = groups.map { _, evaluation -> (text: String, style: String) in
        let score = evaluation.byTopic[topic].map { "\($0.percent) % (\($0.right)/\($0.all))" }
        return (score ?? "–", "small")
      }
      return [(name(topic), "")] + counts + [("\(missing)", missing > 0 ? "thin" : "")] + scores
    }
    let explanation = text(
      "Hur många samtal som prövar ämnet på varje språk, och hur många uppgifter som inget samtal kräver.",
      "How many conversations try the topic in each language, and how many facts no conversation requires."
    )
    return "<p class=\"small\">\(explanation)</p>\n" + table(heads, rows)
  }

  // MARK: Stale facts

  /// How many topics are of which date, and when each is to be reviewed, by title: what is past first,
  /// then what comes next.
  var staleFacts: String {
    var ages: [String: Int] = [:]
    for date in knowledge.topics.compactMap(\.asOf) { ages[date, default: 0] += 1 }
    let reviewed = knowledge.topics.filter { $0.reviewBy != nil }.sorted {
      ($0.reviewBy ?? "", title($0.id)) < ($1.reviewBy ?? "", title($1.id))
    }
    if ages.isEmpty, reviewed.isEmpty {
      return "<p>\(text("Inga daterade uppgifter.", "No dated facts."))</p>"
    }
    let counts = ages.sorted { $0.key < $1.key }.map { date, count in
      "<li>\(text("källa från", "source of")) \(date.xmlEscaped): \(count) \(text("ämnen", count == 1 ? "topic" : "topics"))</li>"
    }
    let heads = [
      text("ämne", "topic"), text("källa från", "source of"), text("ses över senast", "review by"),
    ]
    let rows = reviewed.map { topic -> [(text: String, style: String)] in
      let date = topic.reviewBy ?? "–"
      let isPast = topic.isPastReview(on: today)
      let past = isPast ? " <b>\(text("passerat", "past"))</b>" : ""
      return [
        (name(topic.id), ""), ((topic.asOf ?? "–").xmlEscaped, ""),
        (date.xmlEscaped + past, isPast ? "thin" : ""),
      ]
    }
    return "<ul>\(counts.joined())</ul>" + (rows.isEmpty ? "" : "\n" + table(heads, rows))
  }
}
