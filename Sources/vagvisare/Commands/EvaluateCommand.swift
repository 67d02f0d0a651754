import FoundationEssentials
import Knowledge
import LineProtocol
import Transcripts

/// `vagvisare evaluate`: accuracy on labelled questions.
struct EvaluateCommand {
  let context: CommandContext

  func run() throws(UsageError) -> ExitCode {
    guard !context.options.arguments.isEmpty else {
      throw .missingArgument(context.text("FIL.jsonl", "FILE.jsonl"))
    }
    guard let responder = context.loadResponder() else { return .unreadable }
    guard let sets = context.questionSets(context.options.arguments) else { return .unreadable }
    var evaluation = Evaluation()
    for set in sets { evaluation.ask(set, responder) }
    if context.options.has("--json") { writeJSON(evaluation) } else { write(evaluation) }
    return .good
  }

  private func write(_ evaluation: Evaluation) {
    let (confidence, danger) = (
      context.text("säkerhet", "confidence"), context.text("fara", "danger")
    )
    for miss in evaluation.misses {
      context.show(
        ReportLine(.heading, "\(miss.origin): [\(miss.question.lang)] > \(miss.question.text)"))
      for line in miss.lines(in: context.interface) {
        context.show(ReportLine(.plain, "  \(line)"))
      }
      let explanation = miss.reply.explanation
      let ranks = explanation.ranks.map { "\($0.topic) \($0.probability.hundredths)" }
      context.show(
        ReportLine(
          .quiet,
          "  \(confidence) \(miss.reply.confidence.hundredths), \(danger) \(explanation.danger.hundredths); "
            + ranks.joined(separator: ", ")))
    }
    for (topic, score) in evaluation.byTopic.sorted(by: { $0.key < $1.key }) {
      Output.line("\(topic): \(text(of: score))")
    }
    for (language, score) in evaluation.byLanguage.sorted(by: { $0.key < $1.key }) {
      Output.line("\(language): \(text(of: score))")
    }
    Output.line("\(context.text("alla", "all")): \(text(of: evaluation.total))")
  }

  /// `85.0 % (17 of 20)`.
  private func text(of score: Evaluation.Score) -> String {
    let tenths = Int((score.share * 1000).rounded())
    return context.text(
      "\(tenths / 10),\(tenths % 10) % (\(score.right) av \(score.all))",
      "\(tenths / 10).\(tenths % 10) % (\(score.right) of \(score.all))")
  }

  private struct Report: Encodable {
    struct Part: Encodable {
      let right: Int
      let all: Int
    }
    struct Miss: Encodable {
      let origin: String
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
          origin: $0.origin, text: $0.question.text, lang: $0.question.lang,
          accept: $0.question.accept, got: $0.got, gotLang: $0.language, missing: $0.missing,
          present: $0.present)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if let data = try? encoder.encode(report) {
      Output.line(String(decoding: data, as: UTF8.self))
    }
  }
}

extension CommandContext {
  /// The question sets of files; nil after everything wrong with them has been written to stderr.
  func questionSets(_ files: [String]) -> [QuestionSet]? {
    let sets = files.map { (file: $0, set: QuestionSet(file: $0)) }
    var problems: [Problem] = []
    for (file, set) in sets {
      problems +=
        set?.problems
        ?? [Problem(.error, TranscriptCause.unreadableFile, at: Position(folder: file))]
    }
    for problem in problems { Output.message(problem.description(in: interface)) }
    return problems.isEmpty ? sets.compactMap(\.set) : nil
  }
}
