import Knowledge

/// A question and what its answer must be.
package struct LabelledQuestion: Codable, Equatable, Sendable {
  package let text: String
  package let lang: LanguageCode
  /// Any of these topics, or parts of topics: `law/sex-purchase#penalty`.
  package let accept: [String]
  /// What the answer must contain.
  package var must: [String]?
  /// What the answer must not contain.
  package var mustNot: [String]?
  /// What the answer's opening must contain: of each text one of the alternatives between `|`.
  package var first: [String]?
  /// What the opening must not contain.
  package var notFirst: [String]?

  package var references: [TopicReference] { accept.map { TopicReference($0) } }

  private enum CodingKeys: String, CodingKey {
    case text, lang, accept, must, first
    case mustNot = "must_not"
    case notFirst = "not_first"
  }
}

extension String {
  /// The texts between `|`, without their outer spaces, in their ``comparisonForm``.
  var alternatives: [String] {
    split(separator: "|").map { String($0).comparisonForm }.filter { !$0.isEmpty }
  }
}
