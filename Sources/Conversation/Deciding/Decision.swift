import Knowledge
import Understanding

/// What is to be answered, before anything is worded.
struct Decision: Sendable {
  enum Answer: Sendable {
    /// Topics, parts of them, or people of a contact.
    case topics([Focus])
    /// None: the nearest topics are offered. The part says what the knowledge is silent on.
    case unknown(nearest: [Int], isForeign: Bool, part: Int? = nil)
    /// A question back between topics.
    case choice([Int])
    /// A question back for a place; the area named, where one across several counties was.
    case askPlace(across: Place?)
    /// To which contact each of the places belongs.
    case membership([PlaceMembership])
    /// Where the last answer comes from.
    case sourceOfLast
    /// What was asked back is denied.
    case denied
  }

  var answer: Answer
  var reason: Explanation.Reason
  /// 0 to 1.
  var confidence: Float
  var fields: ContactFields = .all
  /// The concepts by which people were chosen, by their places in ``KnowledgeBase/concepts``.
  var handles: [Int] = []
  /// A place that was misspelt, and how it was read.
  var placeRead: Place?
  /// What may help beside the answer.
  var alsoHelps: [Int] = []
  /// Whether several questions were asked, so that each answer stands under its title.
  var hasHeadings = false
  /// Whether somebody may be in danger, though that is not what is answered.
  var mayBeUrgent = false

  var isUrgent: Bool { reason == .danger }
}

/// A place, and the contact of its area, by its place in ``KnowledgeBase/topics``.
struct PlaceMembership: Equatable, Sendable {
  let place: Place
  let contact: Int
}
