import FoundationEssentials
import Knowledge

/// A question and what its answer must be.
package struct LabelledQuestion: Codable, Equatable, Sendable {
  package let text: String
  package let lang: LanguageCode
  /// Any of these topics.
  package let accept: [TopicID]
  /// What the answer must contain.
  package var must: [String]?
  /// What the answer must not contain.
  package var mustNot: [String]?

  private enum CodingKeys: String, CodingKey {
    case text, lang, accept, must
    case mustNot = "must_not"
  }
}

/// Labelled questions of a file of JSON Lines.
package struct QuestionSet: Sendable {
  package let file: String
  package private(set) var questions: [(line: Int, question: LabelledQuestion)] = []
  /// Lines that are no labelled question, counted from 1, with the reason.
  package private(set) var faults: [(line: Int, reason: String)] = []

  /// Reads a file; nil where it cannot be read.
  package init?(file: String) {
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    self.file = file
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      if line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) { continue }
      do {
        let question = try JSONDecoder().decode(LabelledQuestion.self, from: Data(line))
        questions.append((number + 1, question))
      } catch {
        faults.append((number + 1, "needs text, lang, accept; may have must, must_not"))
      }
    }
  }
}
