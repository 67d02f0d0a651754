import Conversation
import Knowledge

/// One page to look at, which needs no network and no script: coverage, confusions, calibration,
/// stale facts, and each miss with its why.
package struct HTMLReport {
  package private(set) var text = ""

  let run: TranscriptRun
  let evaluation: Evaluation
  let coverage: Coverage
  let knowledge: KnowledgeBase
  let warnings: [Problem]
  let interface: InterfaceLanguage
  /// The answers to everything whose topic is known: question sets and transcripts.
  let judged: [JudgedAnswer]

  /// `today` is `YYYY-MM-DD`.
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
    judged = run.judged + evaluation.judged
    text = page(today: today)
  }

  func text(_ swedish: String, _ english: String) -> String {
    interface == .swedish ? swedish : english
  }

  private func page(today: String) -> String {
    let title = text("Vägvisare: läget", "Vägvisare: the state of things")
    let sections = [
      (id: "coverage", title: text("Täckning", "Coverage"), body: coverageTable),
      (id: "confusions", title: text("Förväxlingar", "Confusions"), body: confusions),
      (id: "calibration", title: text("Kalibrering", "Calibration"), body: calibration),
      (id: "stale", title: text("Gamla uppgifter", "Stale facts"), body: staleFacts),
      (id: "warnings", title: text("Varningar", "Warnings"), body: warningList),
      (id: "misses", title: text("Missar", "Misses"), body: misses),
    ]
    let links = sections.map { "<a href=\"#\($0.id)\">\($0.title)</a>" }
    let bodies = sections.map {
      "<section id=\"\($0.id)\">\n<h2>\($0.title)</h2>\n\($0.body)\n</section>"
    }
    return """
      <!doctype html>
      <html lang="\(interface.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>
      \(Self.style)
      </style>
      </head>
      <body>
      <h1>\(title)</h1>
      <p class="small">\(today) · \(text("kunskap", "knowledge")) \(knowledge.digest)</p>
      <nav>\(links.joined(separator: " "))</nav>
      \(figures)
      \(bodies.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  // MARK: Figures

  private var figures: String {
    let languages = evaluation.byLanguage.sorted { $0.key < $1.key }.map {
      figure($0.value, text("rätt på \($0.key)", "right in \($0.key)"))
    }
    let questions =
      evaluation.total.all == 0
      ? []
      : [
        figure(
          evaluation.total, text("av de märkta frågorna rätt", "of the labelled questions right"))
      ]
    let items =
      [
        item(
          "\(run.passedCount - run.knownFailureCount) / \(run.conversations.count)",
          text("samtal lyckas", "conversations pass"))
      ] + questions + languages + [item("\(warnings.count)", text("varningar", "warnings"))]
    return "<ul class=\"figures\">\n\(items.joined(separator: "\n"))\n</ul>"
  }

  private func figure(_ score: Evaluation.Score, _ label: String) -> String {
    item(
      "\(score.percent) %", "\(label) <span class=\"small\">(\(score.right)/\(score.all))</span>")
  }

  private func item(_ number: String, _ label: String) -> String {
    "<li><b>\(number)</b>\(label)</li>"
  }

  // MARK: Coverage

  private var coverageTable: String {
    let heads = coverage.languages.map { "<th class=\"n\">\($0.xmlEscaped)</th>" }.joined()
    var unasked: [TopicID: Int] = [:]
    for entry in coverage.unasked { unasked[entry.topic, default: 0] += 1 }
    let hasScores = evaluation.total.all > 0
    let rows = coverage.topics.map { topic -> String in
      let cells = coverage.languages.map { language -> String in
        let count = coverage.conversations[topic]?[language] ?? 0
        return "<td class=\"n\(count < Coverage.wanted ? " thin" : "")\">\(count)</td>"
      }
      let missing =
        unasked[topic].map { "<td class=\"n thin\">\($0)</td>" } ?? "<td class=\"n\">0</td>"
      let score = evaluation.byTopic[topic].map { "\($0.percent) % (\($0.right)/\($0.all))" }
      let last = hasScores ? "<td class=\"n small\">\(score ?? "–")</td>" : ""
      return "<tr><td>\(topic.xmlEscaped)</td>\(cells.joined())\(missing)\(last)</tr>"
    }
    let explanation = text(
      "Hur många samtal som prövar ämnet på varje språk, och hur många uppgifter som inget samtal kräver.",
      "How many conversations try the topic in each language, and how many facts no conversation requires."
    )
    return """
      <p class="small">\(explanation)</p>
      <div class="scroll"><table class="wide"><thead><tr><th>\(text("ämne", "topic"))</th>\(heads)<th class="n">\(text("ej krävda", "not required"))</th>\(hasScores ? "<th class=\"n\">\(text("märkta frågor", "labelled questions"))</th>" : "")</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></div>
      """
  }

  // MARK: Stale facts and warnings

  /// How many topics are of which date, and those that say when they are to be reviewed.
  private var staleFacts: String {
    var ages: [String: Int] = [:]
    for date in knowledge.topics.compactMap(\.asOf) { ages[date, default: 0] += 1 }
    let reviewed = knowledge.topics.filter { $0.reviewBy != nil }
    if ages.isEmpty, reviewed.isEmpty {
      return "<p>\(text("Inga daterade uppgifter.", "No dated facts."))</p>"
    }
    let counts = ages.sorted { $0.key < $1.key }.map { date, count in
      "<li>\(text("källa från", "source of")) \(date.xmlEscaped): \(count) \(text("ämnen", count == 1 ? "topic" : "topics"))</li>"
    }
    let rows = reviewed.map { topic in
      let isPast = warnings.contains {
        if case .pastReview = $0.cause as? ReviewCause {
          $0.position.file == topic.file
        } else {
          false
        }
      }
      return
        "<tr><td>\(topic.id.xmlEscaped)</td><td class=\"n\">\((topic.asOf ?? "–").xmlEscaped)</td><td class=\"n\(isPast ? " thin" : "")\">\((topic.reviewBy ?? "–").xmlEscaped)</td></tr>"
    }
    let table = """
      <div class="scroll"><table><thead><tr><th>\(text("ämne", "topic"))</th><th class="n">\(text("källa från", "source of"))</th><th class="n">\(text("ses över senast", "review by"))</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></div>
      """
    return "<ul>\(counts.joined())</ul>" + (rows.isEmpty ? "" : "\n" + table)
  }

  private var warningList: String {
    if warnings.isEmpty { return "<p>\(text("Inga.", "None."))</p>" }
    let items = warnings.map { warning in
      let wording = warning.wording(in: interface)
      return
        "<li><code>\(warning.position.description.xmlEscaped)</code> \(wording.message.xmlEscaped). <span class=\"small\">\(wording.remedy.xmlEscaped)</span></li>"
    }
    return "<ul>\n\(items.joined(separator: "\n"))\n</ul>"
  }
}

extension Evaluation.Score {
  /// Rounded down: only where all are right it says 100.
  fileprivate var percent: Int { all == 0 ? 0 : right * 100 / all }
}
