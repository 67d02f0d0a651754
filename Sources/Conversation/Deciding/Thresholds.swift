/// Where answering ends and asking back or refusing begins. Found by cross-validation; the article
/// "Understanding" has the figures.
package enum Thresholds {
  /// From here on somebody is taken to be in danger.
  package static let danger: Float = 0.3
  /// The same where the question is a few words that lean on what was answered before.
  static let dangerInFewWords: Float = 0.6
  /// From here on the likeliest topic answers.
  static let answer: Float = 0.35
  /// Below ``answer``, two topics that together have this much are asked back between.
  static let pair: Float = 0.6
  /// Two topics that together have this much, and of which neither leads by ``lead``, are asked back
  /// between: to answer with one of them would be a guess.
  static let evenPair: Float = 0.75
  static let lead: Float = 0.12
  /// A place with so likely a wish for a contact is answered with the contact.
  static let contactWithPlace: Float = 0.4
  /// A topic less likely than this is not offered.
  static let suggestion: Float = 0.04
  /// From here on a follow-up asks for a part of the last answer, whatever else it may be.
  static let part: Float = 0.72
  /// From here on it does where the question cannot stand alone.
  static let ellipticalPart: Float = 0.33
  /// From here on a part answers an elliptical question that alone would be refused.
  static let surePart: Float = 0.45
  /// A question that can't stand alone but is this sure of another topic is about that topic.
  static let newSubject: Float = 0.85
  /// The same where the question leans on the last answer and is like a part of it.
  static let sureSubject: Float = 0.97
  /// The same against a part that follows up on anything.
  static let likelySubject: Float = 0.5
  /// By so much must one language be likelier before it takes over from the conversation's.
  static let language: Float = 1.0
}
