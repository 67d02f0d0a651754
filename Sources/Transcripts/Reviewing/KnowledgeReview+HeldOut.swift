import Knowledge

/// The questions of held-out sets, by their forms, each with where it stands.
package struct HeldOutQuestions: Sendable {
  private var origins: [String: Position] = [:]

  package init() {}

  /// The questions of the held-out sets below some paths.
  package init(below paths: [String]) {
    for file in QuestionSet.files(below: paths) where QuestionSet.isHeldOut(file) {
      for (line, question) in QuestionSet(file: file)?.questions ?? [] {
        let form = question.text.comparisonForm.withoutOuterPunctuation
        origins[form] = origins[form] ?? Position(file: file, line: line, column: 1)
      }
    }
  }

  package var isEmpty: Bool { origins.isEmpty }

  func origin(of text: String) -> Position? { origins[text.comparisonForm.withoutOuterPunctuation] }
}

extension KnowledgeReview {
  /// Wordings that stand in a held-out set: once learnt from, it says nothing of how often the
  /// assistant is right.
  mutating func reviewHeldOut(_ heldOut: HeldOutQuestions) {
    guard !heldOut.isEmpty else { return }
    for topic in knowledge.topics {
      let ofParts = topic.parts.flatMap { $0.texts.values.flatMap(\.examples) }
      for example in topic.texts.values.flatMap(\.examples) + ofParts {
        guard let origin = heldOut.origin(of: example.text) else { continue }
        warnings.append(
          Problem(
            .error, ReviewCause.heldOut(origin), at: example.position,
            sourceLine: "> " + example.text))
      }
    }
  }
}
