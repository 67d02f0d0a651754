import Conversation
import Foundation
import Knowledge
import TestSupport
import Testing
import Transcripts

@Suite struct HTMLReportTests {
  private func page(
    _ transcript: String, questions: String = "", _ language: InterfaceLanguage = .english
  ) throws -> String {
    let folder = try SmallKnowledge.write(["a.transcript": transcript])
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = SmallKnowledge.files.mapValues {
      $0.replacing(
        "as-of: 2018\nrelated: law", with: "as-of: 2018\nreview-by: 2020-01-01\nrelated: law")
    }
    let responder = Responder(knowledge: try SmallKnowledge.load(files))
    let run = TranscriptRun(paths: [folder.path], responder: responder)
    let set = QuestionSet(bytes: Array(questions.utf8), file: "q.jsonl")
    return HTMLReport(
      run: run, evaluated: EvaluatedSets([set], responder), knowledge: responder.knowledge,
      warnings: KnowledgeReview(responder, today: "2026-02-03").warnings, today: "2026-02-03",
      in: language
    ).text.replacing(folder.path, with: "T")
  }

  private static let bad = """
    == <b>Fel & fel</b>
    > betänketid
    @ law/sale
    """
  private static let questions = """
    {"text": "får man köpa <script>", "lang": "sv", "accept": ["permit/time"]}
    {"text": "betänketid", "lang": "sv", "accept": ["permit/time"]}
    """

  @Test func needsNoNetworkAndNoScript() throws {
    let text = try page(Self.bad, questions: Self.questions)
    for word in ["<script", "http:", "https:", "src=", "@import", "url(", "<link", "onclick"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test func showsCoverageConfusionsCalibrationStaleFactsAndMisses() throws {
    let text = try page(Self.bad, questions: Self.questions)
    #expect(text.contains("<html lang=\"en\">"))
    #expect(text.contains("<li><b>0 / 1</b>conversations pass</li>"))
    #expect(text.contains("<h3>Learnt questions</h3>"))
    #expect(text.contains("<li><b>50 %</b>right <span class=\"small\">1/2</span></li>"))
    // Coverage: nobody asks this in English. Topics are named by their titles.
    #expect(
      text.contains(
        "<th scope=\"row\"><span class=\"topic\">Hello <code>dialogue/hello</code></span></th><td class=\"n thin\" data-label=\"conversations in English\">0</td>"
      ))
    // Confusions: the transcript's and the question's, one each way.
    #expect(text.contains("<title>Buying sex → Time to think: 1 wrong, 0 close</title>"))
    #expect(text.contains("<title>Time to think → Buying sex: 1 wrong, 0 close</title>"))
    #expect(text.contains("1 wrong · 0 close</span>"))
    #expect(text.contains("<circle class=\""))
    #expect(text.contains("<ul><li>source of 2018: 3 topics</li></ul>"))
    // The fact that should have been reviewed is set apart.
    #expect(
      text.contains("data-label=\"review by\">2020-01-01 <b>past</b></td>"))
    #expect(
      text.contains(
        "<li><code>K/permit/time.topic:4:12</code> the facts should have been reviewed by 2020-01-01."
      ))
    #expect(
      text.contains(
        "<details open><summary>T/a.transcript:2:3: &gt; betänketid</summary><pre>  expected @ law/sale, got @ permit/time"
      ))
    #expect(
      text.contains(
        "<details open><summary>q.jsonl:1: &gt; får man köpa &lt;script&gt;</summary><pre>expected @ permit/time (sv), got @ law/sale (sv)"
      ))
  }

  /// What is held out comes first, and is what the pictures show.
  @Test func whatIsHeldOutComesFirst() throws {
    let responder = try small.get()
    let (right, wrong) = (
      "{\"text\": \"betänketid\", \"lang\": \"sv\", \"accept\": [\"permit/time\"]}\n",
      "{\"text\": \"betänketid\", \"lang\": \"sv\", \"accept\": [\"law/sale\"]}\n"
    )
    let sets = [
      QuestionSet(bytes: Array(wrong.utf8), file: "q.jsonl"),
      QuestionSet(bytes: Array((right + right).utf8), file: "held-out/q.jsonl"),
    ]
    let text = HTMLReport(
      run: TranscriptRun(paths: [], responder: responder),
      evaluated: EvaluatedSets(sets, responder), knowledge: responder.knowledge, warnings: [],
      today: "2026-02-03", in: .english
    ).text
    let (held, learnt) = (
      try #require(text.firstRange(of: "Held-out questions")),
      try #require(text.firstRange(of: "Learnt questions"))
    )
    #expect(held.lowerBound < learnt.lowerBound)
    #expect(text.contains("<b>100 %</b>right <span class=\"small\">2/2</span>"))
    #expect(text.contains("No question got, or nearly got, the wrong topic."))
  }

  @Test func speaksSwedish() throws {
    let text = try page(Self.bad, questions: Self.questions, .swedish)
    #expect(text.contains("<html lang=\"sv\">"))
    for title in [
      "Täckning", "Förväxlingar", "Kalibrering", "Gamla uppgifter", "Varningar", "Missar",
    ] {
      #expect(text.contains("<h2>\(title)</h2>"))
    }
  }

  @Test func saysSoWhereNothingIsWrong() throws {
    let text = try page("> betänketid\n@ permit/time\n")
    #expect(text.contains("<section id=\"misses\">\n<h2>Misses</h2>\n<p>None.</p>\n</section>"))
  }

  /// Every element that is opened is closed, in order.
  @Test func elementsAreBalanced() throws {
    let text = try page(Self.bad, questions: Self.questions)
    var open: [Substring] = []
    for match in text.matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*>/) {
      if ["meta"].contains(match.2) || match.0.hasSuffix("/>") { continue }
      if match.1.isEmpty {
        open.append(match.2)
      } else {
        #expect(open.popLast() == match.2)
      }
    }
    #expect(open.isEmpty)
  }
}
