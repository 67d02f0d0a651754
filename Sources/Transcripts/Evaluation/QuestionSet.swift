import FoundationEssentials
import Knowledge

/// Labelled questions of a file of JSON Lines.
package struct QuestionSet: Sendable {
  package let file: String
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
        "Skriv ett JSON-objekt med text, lang och accept; must och must_not får finnas.")
    case .english:
      Wording(
        "the line is no labelled question",
        "Write a JSON object with text, lang and accept; it may have must and must_not.")
    }
  }
}
