import FoundationEssentials
import Knowledge

/// Labelled questions of a file of JSON Lines.
package struct QuestionSet: Sendable {
  package let file: String
  /// Whether no wording of the knowledge is ever taken from the set, so that it shows how often the
  /// assistant is right: it lies in a folder of that name.
  package let isHeldOut: Bool
  package private(set) var questions: [(line: Int, question: LabelledQuestion)] = []
  /// Lines that are no labelled question.
  package private(set) var problems: [Problem] = []

  /// Reads a file; nil where it cannot be read.
  package init?(file: String) {
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    self.init(bytes: [UInt8](data), file: file)
  }

  package init(bytes: [UInt8], file: String) {
    self.file = file
    isHeldOut = Self.isHeldOut(file)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) { continue }
      do {
        let question = try JSONDecoder().decode(LabelledQuestion.self, from: Data(line))
        questions.append((number + 1, question))
      } catch {
        problems.append(
          Problem(
            .error, QuestionCause.noLabelledQuestion,
            at: Position(file: file, line: number + 1, column: 1)))
      }
    }
  }

  /// The folder of what is held out.
  package static let heldOutFolder = "held-out"

  package static func isHeldOut(_ file: String) -> Bool {
    let full = file.hasPrefix("/") ? file : FileManager.default.currentDirectoryPath + "/" + file
    return full.split(separator: "/").dropLast().contains { $0 == heldOutFolder }
  }

  /// Topics and parts that the questions name and the knowledge does not have.
  package func unknownTopics(in knowledge: KnowledgeBase) -> [Problem] {
    questions.flatMap { line, question in
      question.references.compactMap { reference -> Problem? in
        let position = Position(file: file, line: line, column: 1)
        guard let topic = knowledge.topic(reference.topic) else {
          let nearest = nearestName(to: reference.topic, in: knowledge.topics.map(\.id))
          return Problem(
            .error, TranscriptCause.unknownTopic(reference.topic, nearest: nearest), at: position)
        }
        guard let part = reference.part, topic.partIndex(part) == nil else { return nil }
        let nearest = nearestName(to: part, in: topic.parts.map(\.id))
        return Problem(
          .error, TranscriptCause.unknownPart(part, topic: topic.id, nearest: nearest),
          at: position)
      }
    }
  }

  /// The files of labelled questions at or below the given paths, in their order.
  package static func files(below paths: [String]) -> [String] {
    paths.flatMap { path -> [String] in
      if path.hasSuffix(".jsonl") { return [path] }
      let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
      return names.filter { $0.hasSuffix(".jsonl") }.sorted().map { path + "/" + $0 }
    }
  }
}

/// What can be wrong with a line of a question set.
package enum QuestionCause: ProblemCause, Equatable {
  case noLabelledQuestion

  package func wording(in language: InterfaceLanguage) -> Wording {
    switch language {
    case .swedish:
      Wording(
        "raden är ingen märkt fråga",
        "Skriv ett JSON-objekt med text, lang och accept; must, must_not, first och not_first får finnas."
      )
    case .english:
      Wording(
        "the line is no labelled question",
        "Write a JSON object with text, lang and accept; it may have must, must_not, first and not_first."
      )
    }
  }
}
