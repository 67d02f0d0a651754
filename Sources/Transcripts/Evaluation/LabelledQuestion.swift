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
