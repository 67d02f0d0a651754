import Glibc
import Understanding

/// How likely a turn of a talk goes on from what was said, and how likely it begins anew, on one scale.
///
/// The logarithms of the odds are sums. Their weights were learnt by logistic regression from 2,106 turns of
/// talks, of which it was read what they meant (see the article "Understanding"); but for those of a name that is
/// said and of danger, which few turns have: these were set by hand.
enum TurnOdds {
  /// No share counts as more certain than that, or than its opposite.
  private static let least: Float = 0.001
  /// What is certain by words: less than what is by its form, as a name and nothing else is.
  private static let greatest: Float = 0.975

  /// How likely a part of what was spoken of is meant.
  ///
  /// - Parameters:
  ///   - part: Its share among the parts of its topic.
  ///   - isOfLast: Whether the topic was spoken of last.
  ///   - isOfDanger: Whether it is about danger: when that is over, practical questions are of other subjects.
  ///   - leaning: How likely the words say something only after something else.
  ///   - isCurt: Whether it is a few words that do not say themselves that they go on.
  static func goingOn(
    part: Float, isOfLast: Bool, isOfDanger: Bool, leaning: Float, isCurt: Bool
  ) -> Float {
    let odds =
      0.8 + 0.7 * logarithm(ofOdds: part) + 0.3 * logarithm(ofOdds: leaning)
      - (isOfLast ? 0 : 1.55) - (isOfDanger ? 0.5 : 0) + (isCurt ? 1 : 0)
    return greatest * share(ofOdds: odds)
  }

  /// So many words say as much as more would.
  private static let manyWords = 15

  /// How likely a subject is meant by itself.
  ///
  /// - Parameters:
  ///   - subject: How likely it is, whatever was said before.
  ///   - shares: Of its parts.
  ///   - wordCount: Of the question.
  ///   - isNamed: Whether the question says its name, and it was not spoken of.
  ///   - isUnlikely: Whether it is seldom meant: what the knowledge does not answer, danger where none was seen.
  static func beginning(
    subject: Float, _ shares: PartShares, wordCount: Int, isNamed: Bool, isUnlikely: Bool
  ) -> Float {
    let part = shares.parts.max() ?? 0
    let odds =
      1.3 + 0.57 * logarithm(ofOdds: subject)
      + 0.6 * (logarithm(ofOdds: part) + logarithm(ofOdds: shares.whole))
      + 0.19 * Float(min(wordCount, manyWords)) + (isNamed ? 1 : 0) - (isUnlikely ? 1.6 : 0)
    return greatest * share(ofOdds: odds)
  }

  private static func logarithm(ofOdds share: Float) -> Float {
    let share = min(max(share, least), 1 - least)
    return log(share / (1 - share))
  }
}
