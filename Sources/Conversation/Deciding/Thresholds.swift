/// Where answering ends and asking back or refusing begins. Found by cross-validation; the article
/// "Understanding" has the figures.
package enum Thresholds {
  /// From here on somebody is taken to be in danger.
  package static let danger: Float = 0.3
  /// From here on somebody may be.
  static let perhapsDanger: Float = 0.1
  /// From here on danger is taken for one where the question is a few words that lean on what was answered before.
  static let dangerInFewWords: Float = 0.75
  /// From here on the likeliest topic answers.
  static let answer: Float = 0.35
  /// Below ``answer``, two topics that together have this much are asked back between.
  static let pair: Float = 0.6
  /// Two topics that together have this much, and of which neither leads by ``lead``, are asked back
  /// between: to answer with one of them would be a guess.
  static let evenPair: Float = 0.75
  static let lead: Float = 0.05
  /// Unless one of them has a part that is this likely.
  static let plainPart: Float = 0.7
  /// A place with so likely a wish for a contact is answered with the contact.
  static let contactWithPlace: Float = 0.15
  /// The same of a place abroad: it is mostly where somebody comes from.
  static let contactAbroad: Float = 0.6
  /// From here on a subject is not weighed anew by whether its parts fit the question.
  static let sureSubject: Float = 0.95
  /// What is left of a subject when neither a part of it nor the whole fits.
  static let leastFit: Float = 0.2
  /// A topic less likely than this is not offered.
  static let suggestion: Float = 0.04
  /// A part that has at least this share, among the topic's parts and the whole of it, answers.
  static let partOfSubject: Float = 0.1
  /// What the whole answer's share counts against a part's: it follows the part in any case.
  static let wholeAgainstPart: Float = 0.5
  /// How much more it needs for a part that another topic answers.
  static let moreForElsewhere: Float = 0.35
  /// The same of a topic that was just answered whole.
  static let partOfSpoken: Float = 0.15
  /// What the contact that was just shown counts, where nothing more of it is asked for.
  static let sameAgain: Float = 0.6
  /// From here on a part answers where a contact is asked for without a place.
  static let partForAnyContact: Float = 0.85
  /// One of several questions of a text is answered from here on.
  static let oneOfSeveral: Float = 0.45
  /// The same beside danger.
  static let besideDanger: Float = 0.8
  /// What nothing is known of, where even the likeliest subject is unlikely: any other reading is better.
  static let unsure: Float = 0.1
  /// How much more like the question than the next a contact without places must be.
  static let contactLead: Float = 0.05
  /// From here on the words of a title choose it.
  static let titleLikeness: Float = 0.33
  /// A question that is this sure of another topic is about that topic.
  static let newSubject: Float = 0.85
  /// Where the last answer comes from is asked from here on.
  static let sourceOfLast: Float = 0.45
  /// A statement that is this sure of a topic is about it, whatever people were just shown.
  static let plainSubject: Float = 0.97
  /// How far a question for a contact that names no place stands alone where it may lean on what was said.
  static let contactLeaning: Float = 0.6
  /// How likely a part that follows up on anything must be.
  static let generalPart: Float = 0.5
  /// How many times as much a word or two must speak for another language than the talk's.
  static let languageOfFewWords: Float = 3
  /// How much likelier one language must be before it takes over from the conversation's.
  static let language: Float = 1.0
}
