import Conversation
import Knowledge

/// One page to look at, which needs no network and no script: what is held out, confusions,
/// calibration, coverage, what is old, and each miss with its why.
package struct HTMLReport {
  package private(set) var text = ""

  let run: TranscriptRun
  let evaluated: EvaluatedSets
  let coverage: Coverage
  let knowledge: KnowledgeBase
  let warnings: [Problem]
  let interface: InterfaceLanguage
  let today: String
  /// The answers to what is held out; where nothing is, to everything whose topic is known.
  let judged: [JudgedAnswer]

  /// `today` is `YYYY-MM-DD`.
  package init(
    run: TranscriptRun, evaluated: EvaluatedSets, knowledge: KnowledgeBase, warnings: [Problem],
    today: String, in interface: InterfaceLanguage
  ) {
    self.run = run
    self.evaluated = evaluated
    self.knowledge = knowledge
    self.warnings = warnings
    self.interface = interface
    self.today = today
    coverage = Coverage(run, knowledge)
    judged =
      evaluated.hasHeldOut ? evaluated.heldOut.judged : run.judged + evaluated.learnt.judged
    text = page
  }

  func text(_ swedish: String, _ english: String) -> String {
    interface.text(swedish, english)
  }

  // MARK: Topics by their names

  /// A topic's title; its id where the knowledge has none.
  func title(_ id: TopicID) -> String {
    let texts = knowledge.topic(id)?.texts
    return (texts?[interface.rawValue] ?? texts?.values.first)?.title ?? id
  }

  /// The title, with the id beside it.
  func name(_ id: TopicID) -> String {
    "<span class=\"topic\">\(title(id).xmlEscaped) <code>\(id.xmlEscaped)</code></span>"
  }

  // MARK: The page

  private var page: String {
    let title = text("Vägvisare: läget", "Vägvisare: the state of things")
    let sections = [
      (id: "confusions", title: text("Förväxlingar", "Confusions"), body: confusions),
      (id: "calibration", title: text("Kalibrering", "Calibration"), body: calibration),
      (id: "stale", title: text("Gamla uppgifter", "Stale facts"), body: staleFacts),
      (id: "coverage", title: text("Täckning", "Coverage"), body: coverageTable),
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
      \(figures)
      <nav>\(links.joined(separator: " "))</nav>
      \(bodies.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  // MARK: Figures

  /// What is held out first: only that says how often the assistant is right.
  private var figures: String {
    let groups = evaluated.groups.map { heading, evaluation -> String in
      let languages = evaluation.byLanguage.sorted { $0.key < $1.key }.map {
        figure($0.value, $0.key.languageName[interface])
      }
      let note =
        evaluation.total == evaluated.heldOut.total && evaluated.hasHeldOut
        ? text(
          "Inga formuleringar är hämtade ur dem: så ofta är svaren rätt.",
          "No wording was taken from them: this is how often the answers are right.")
        : text(
          "Formuleringar kan vara hämtade ur dem: de visar att inget har gått sönder.",
          "Wordings may have been taken from them: they show that nothing has broken.")
      return """
        <li class="group"><h3>\(heading[interface].capitalizedFirst)</h3>
        <ul>\(([figure(evaluation.total, text("rätt", "right"))] + languages).joined())</ul>
        <p class="small">\(note)</p></li>
        """
    }
    let passed = run.passedCount - run.knownFailureCount
    let rest = """
      <li class="group"><h3>\(text("Samtal och varningar", "Conversations and warnings"))</h3>
      <ul>\(item("\(passed) / \(run.conversations.count)", text("samtal lyckas", "conversations pass")))\(item("\(warnings.count)", text("varningar", "warnings")))</ul></li>
      """
    return "<ul class=\"figures\">\n\((groups + [rest]).joined(separator: "\n"))\n</ul>"
  }

  private func figure(_ score: Evaluation.Score, _ label: String) -> String {
    item(
      "\(score.percent) %", "\(label) <span class=\"small\">\(score.right)/\(score.all)</span>")
  }

  private func item(_ number: String, _ label: String) -> String {
    "<li><b>\(number)</b>\(label)</li>"
  }

  private var warningList: String {
    if warnings.isEmpty { return "<p>\(text("Inga.", "None."))</p>" }
    let items = ProblemGroup.all(of: warnings, listingEach: false).map { group -> String in
      let wording = group.first.wording(in: interface)
      let count = group.others.isEmpty ? "" : " <b>×\(group.others.count + 1)</b>"
      let line = group.first.sourceLine.map { "<q>\($0.xmlEscaped)</q>" } ?? ""
      return
        "<li><code>\(group.first.position.description.xmlEscaped)</code> \(wording.message.xmlEscaped).\(count) <span class=\"small\">\(wording.remedy.xmlEscaped)</span>\(line)</li>"
    }
    return "<ul>\n\(items.joined(separator: "\n"))\n</ul>"
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Evaluation.Score {
  /// Rounded down: only where all are right it says 100.
  var percent: Int { all == 0 ? 0 : right * 100 / all }
}
