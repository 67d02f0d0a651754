import Knowledge
import Understanding

extension Interpreter {
  /// The first topic of a subject.
  func topic(of candidate: Candidate) -> Int { subjects[candidate.subject].topics[0] }

  /// How likely the likeliest subject is; nil where it is less likely than that, or none that the
  /// knowledge answers.
  func knownSubject(of question: Interpretation, atLeast limit: Float) -> Float? {
    guard let top = question.candidates.first, top.probability >= limit,
      knowledge.topics[topic(of: top)].role != .unknown
    else { return nil }
    return top.probability
  }

  /// The subject of the contacts; nil where the knowledge has none.
  var contactSubject: Int? {
    subjects.firstIndex { knowledge.topics[$0.topics[0]].kind == .contact }
  }

  /// What of a topic a question asks for: a part, or all of it.
  func focus(on topic: Int, for question: Question) -> Focus {
    focus(
      on: topic, parts(of: topic, for: question.interpretation),
      atLeast: Thresholds.partOfSubject) ?? Focus(topic: topic)
  }

  /// The likeliest part, or what it refers to; nil where the topic as a whole is likelier, or where no
  /// part is as likely as that.
  func focus(on topic: Int, _ shares: PartShares, atLeast limit: Float) -> Focus? {
    let inside = max(1 - shares.other, 0.001)
    guard let place = shares.best,
      shares.parts[place] >= shares.whole * Thresholds.wholeAgainstPart,
      shares.parts[place] / inside >= limit
    else { return nil }
    let part = knowledge.topics[topic].parts[place]
    // To leave the subject needs more than to stay with it.
    if part.isElsewhere, shares.parts[place] / inside < limit + Thresholds.moreForElsewhere {
      return nil
    }
    guard part.isElsewhere, let see = part.see,
      let other = knowledge.topics.firstIndex(where: { $0.id == see.topic })
    else { return Focus(topic: topic, part: place) }
    return Focus(topic: other, part: see.part.flatMap { knowledge.topics[other].partIndex($0) })
  }

  /// The likeliest topics that could be offered, three at most.
  func nearest(_ question: Question) -> [Int] {
    question.candidates.prefix(5)
      .filter { $0.probability >= Thresholds.suggestion }
      .map { candidate -> Int in
        candidate.subject == contactSubject
          ? knowledge.index(role: .askPlace) ?? topic(of: candidate) : topic(of: candidate)
      }
      .filter { ![.dialogue, .safety].contains(knowledge.topics[$0].kind) }
      .prefix(3).map { $0 }
  }
}
