/// A fact that several answers state, written once: an answer refers to it as `{name}`.
package struct NamedFact: Equatable, Sendable {
  package let name: String
  /// The section of the source that states it.
  package let section: String?
  /// How each language writes it.
  package let forms: [LanguageCode: String]
  package let position: Position
}

/// A wording in which any subject can be asked for, with `{name}` where its name goes.
package struct Frame: Sendable {
  package let text: String
  package let language: LanguageCode
  /// The part that it asks for; nil for the subject as a whole.
  package let part: PartID?
  package let position: Position

  package static let placeholder = "{name}"
}
