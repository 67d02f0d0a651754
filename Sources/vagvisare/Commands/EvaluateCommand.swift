import FoundationEssentials
import Knowledge
import LineProtocol
import Transcripts

/// `vagvisare evaluate`: accuracy on labelled questions.
struct EvaluateCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    guard !context.options.arguments.isEmpty else { throw .missingArgument("FILE.jsonl") }
    guard let responder = context.loadResponder() else { return .unreadable }
    var evaluation = Evaluation()
    var places: [Int: String] = [:]
    for file in context.options.arguments {
      guard let set = QuestionSet(file: file) else {
        Output.message("\(file): error: \(unreadable)")
        return .unreadable
      }
      for fault in set.faults { Output.message("\(file):\(fault.line):1: error: \(fault.reason)") }
      if !set.faults.isEmpty { return .unreadable }
      for (line, question) in set.questions {
        let before = evaluation.misses.count
        evaluation.ask(question, line: line, responder)
        if evaluation.misses.count > before { places[before] = "\(file):\(line)" }
      }
    }
    if context.options.has("--json") { writeJSON(evaluation) } else { write(evaluation, places) }
    return .good
  }

  private var unreadable: String {
    context.interface == .swedish ? "filen kan inte läsas" : "the file cannot be read"
  }

  private func write(_ evaluation: Evaluation, _ places: [Int: String]) {
    for (number, miss) in evaluation.misses.enumerated() {
      Output.line("\(places[number] ?? "") [\(miss.question.lang)] \(miss.question.text)")
      Output.line(
        "  expected \(miss.question.accept.joined(separator: ", ")), got \(miss.got.joined(separator: ", ")) (\(miss.language), \(miss.reply.confidence.hundredths), danger \(miss.reply.explanation.danger.hundredths))"
      )
      for text in miss.missing { Output.line("  missing: \(text)") }
      for text in miss.present { Output.line("  must not stand: \(text)") }
      let ranks = miss.reply.explanation.ranks.map { "\($0.topic) \($0.probability.hundredths)" }
      Output.line("  \(ranks.joined(separator: ", "))")
    }
    for (topic, score) in evaluation.byTopic.sorted(by: { $0.key < $1.key }) {
      Output.line("\(topic): \(score.text)")
    }
    for (language, score) in evaluation.byLanguage.sorted(by: { $0.key < $1.key }) {
      Output.line("\(language): \(score.text)")
    }
    Output.line("all: \(evaluation.total.text)")
  }

  private struct Report: Encodable {
    struct Part: Encodable {
      let right: Int
      let all: Int
    }
    struct Miss: Encodable {
      let text: String
      let lang: String
      let accept: [String]
      let got: [String]
      let gotLang: String
      let missing: [String]
      let present: [String]
    }
    let right: Int
    let all: Int
    let languages: [String: Part]
    let topics: [String: Part]
    let misses: [Miss]
  }

  private func writeJSON(_ evaluation: Evaluation) {
    func parts(_ scores: [String: Evaluation.Score]) -> [String: Report.Part] {
      scores.mapValues { Report.Part(right: $0.right, all: $0.all) }
    }
    let report = Report(
      right: evaluation.total.right, all: evaluation.total.all,
      languages: parts(evaluation.byLanguage), topics: parts(evaluation.byTopic),
      misses: evaluation.misses.map {
        .init(
          text: $0.question.text, lang: $0.question.lang, accept: $0.question.accept, got: $0.got,
          gotLang: $0.language, missing: $0.missing, present: $0.present)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if let data = try? encoder.encode(report) {
      Output.line(String(decoding: data, as: UTF8.self))
    }
  }
}

extension Evaluation.Score {
  /// `85.0 % (17 of 20)`.
  var text: String {
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) % (\(right) of \(all))"
  }
}
