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
    let least = try leastShare()
    guard let responder = context.loadResponder() else { return .unreadable }
    guard let sets = context.questionSets(context.options.arguments, responder.knowledge) else {
      return .unreadable
    }
    let evaluated = EvaluatedSets(sets, responder)
    let outcome: ExitCode = evaluated.all.total.share >= least ? .good : .found
    if context.options.has("--json") {
      writeJSON(evaluated)
      return outcome
    }
    for (heading, evaluation) in evaluated.groups {
      if evaluated.hasHeldOut {
        context.show(ReportLine(.heading, "== \(heading[context.interface])"))
      }
      write(evaluation)
    }
    return outcome
  }

  /// The share that must be right: 0 where nothing is asked for.
  private func leastShare() throws(UsageError) -> Float {
    guard let text = context.options["--least"] else { return 0 }
    guard let percent = Float(text), (0...100).contains(percent) else {
      throw .badValue(option: "--least", value: text, expected: "0–100")
    }
    return percent / 100
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
      /// Only where something of the opening was asked for.
      let missingFirst: [String]?
      let presentFirst: [String]?
    }
    let right: Int
    let all: Int
    let languages: [String: Part]
    let topics: [String: Part]
    let misses: [Miss]
    /// What of all that is held out, and what is not; only where some is.
    var heldOut: Group?
    var learnt: Group?
  }

  private struct Group: Encodable {
    let right: Int
    let all: Int
    let languages: [String: Report.Part]

    init(_ evaluation: Evaluation) {
      right = evaluation.total.right
      all = evaluation.total.all
      languages = evaluation.byLanguage.mapValues { .init(right: $0.right, all: $0.all) }
    }
  }

  private func writeJSON(_ evaluated: EvaluatedSets) {
    func parts(_ scores: [String: Evaluation.Score]) -> [String: Report.Part] {
      scores.mapValues { Report.Part(right: $0.right, all: $0.all) }
    }
    let evaluation = evaluated.all
    var report = Report(
      right: evaluation.total.right, all: evaluation.total.all,
      languages: parts(evaluation.byLanguage), topics: parts(evaluation.byTopic),
      misses: evaluation.misses.map {
        .init(
          origin: $0.origin, text: $0.question.text, lang: $0.question.lang,
          accept: $0.question.accept, got: $0.got, gotLang: $0.language, missing: $0.missing,
          present: $0.present, missingFirst: $0.missingFirst.isEmpty ? nil : $0.missingFirst,
          presentFirst: $0.presentFirst.isEmpty ? nil : $0.presentFirst)
      })
    if evaluated.hasHeldOut {
      report.heldOut = Group(evaluated.heldOut)
      report.learnt = Group(evaluated.learnt)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if let data = try? encoder.encode(report) {
      Output.line(String(decoding: data, as: UTF8.self))
    }
  }
}

extension CommandContext {
  /// The question sets of files and folders; nil after everything wrong with them has been written to
  /// stderr.
  func questionSets(_ paths: [String], _ knowledge: KnowledgeBase) -> [QuestionSet]? {
    let files = paths.flatMap { path -> [String] in
      let below = QuestionSet.files(below: [path])
      return below.isEmpty ? [path] : below
    }
    let sets = files.map { (file: $0, set: QuestionSet(file: $0)) }
    var problems: [Problem] = []
    for (file, set) in sets {
      problems +=
        set.map { $0.problems + $0.unknownTopics(in: knowledge) }
        ?? [Problem(.error, TranscriptCause.unreadableFile, at: Position(folder: file))]
    }
    for problem in problems { Output.message(problem.description(in: interface)) }
    return problems.isEmpty ? sets.compactMap(\.set) : nil
  }
}
