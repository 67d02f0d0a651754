import Knowledge
import Understanding

/// A wording of the knowledge that a question is like.
package struct NearWording: Sendable {
  package let text: String
  package let position: Position
  package let reference: TopicReference
  /// 0 to 1: the cosine of their features.
  package let likeness: Float
}

/// How likely a question asks for a part of a topic.
package struct PartLikelihood: Sendable {
  /// Without a part: the topic as a whole.
  package let reference: TopicReference
  package let title: String
  package let probability: Float
}

extension Responder {
  /// The words that decided: of danger those that speak of it, of a part those that ask for it, else
  /// those for the topic that answers, or for the likeliest where none does.
  func evidence(for decision: Decision, in question: Interpretation) -> [Evidence] {
    if decision.isUrgent { return interpreter.evidenceOfDanger(in: question) }
    if case .topics(let focuses) = decision.answer, let focus = focuses.first {
      if decision.reason == .part, let part = focus.part {
        return interpreter.evidence(forPart: part, of: focus.topic, in: question)
      }
      if decision.reason == .ranking, let subject = interpreter.subject(of: focus.topic) {
        return interpreter.evidence(for: subject, in: question)
      }
    }
    guard let top = question.candidates.first else { return [] }
    return interpreter.evidence(for: top.subject, in: question)
  }

  /// The words of an explanation that did decide: without one of them the answer would be another, or
  /// less likely. Those against it as they are.
  package func decidingWords(
    of reply: Reply, _ question: String, in state: ConversationState, fallback: LanguageCode?
  ) -> [Explanation.Word] {
    let likelihood = likelihood(of: reply, question)
    return reply.explanation.words.filter { word in
      guard word.weight > 0 else { return true }
      let rest = question.without(word.text)
      let other = self.reply(to: rest, in: state, fallback: fallback).reply
      return other.topics != reply.topics || other.parts != reply.parts
        || self.likelihood(of: reply, rest) < likelihood
    }
  }

  /// How likely a question makes what an answer was decided by.
  private func likelihood(of reply: Reply, _ question: String) -> Float {
    let found = interpreter.interpret(question)
    if reply.explanation.reason == .danger { return found.danger }
    if let part = reply.parts.first {
      return parts(of: part.topic, for: question, in: reply.language)
        .first { $0.reference == part }?.probability ?? 0
    }
    let top = reply.explanation.ranks.first?.topic
    let candidate = found.candidates.first { candidate in
      let topics = interpreter.subjects[candidate.subject].topics
      let isContact = knowledge.topics[topics[0]].kind == .contact
      return topics.contains { knowledge.topics[$0].id == top }
        || isContact && knowledge.topic(role: .askPlace)?.id == top
    }
    return candidate?.probability ?? 0
  }

  /// The words that speak of danger, as far as they count.
  package func wordsOfDanger(in question: String) -> [Explanation.Word] {
    interpreter.evidenceOfDanger(in: interpreter.interpret(question))
      .filter { $0.weight >= Self.leastEvidence }
      .map { .init(text: $0.word, weight: $0.weight) }
  }

  /// How likely a question asks for each part of a topic, and for the whole of it; the likeliest first.
  package func parts(
    of id: TopicID, for question: String, in language: LanguageCode
  ) -> [PartLikelihood] {
    guard let place = knowledge.topics.firstIndex(where: { $0.id == id }) else { return [] }
    let topic = knowledge.topics[place]
    if topic.parts.isEmpty { return [] }
    let shares = interpreter.parts(of: place, for: interpreter.interpret(question))
    let whole = PartLikelihood(
      reference: TopicReference(topic: id), title: topic.texts[language]?.title ?? "",
      probability: shares.whole)
    let parts = zip(topic.parts, shares.parts).map { part, share in
      PartLikelihood(
        reference: TopicReference(topic: id, part: part.id),
        title: part.texts[language]?.title ?? "", probability: share)
    }
    return ([whole] + parts).sorted { $0.probability > $1.probability }
  }

  /// The wordings of the knowledge that are most like a question. Each is read anew, which takes a
  /// while: only for who wants to know why.
  package func nearestWordings(to question: String, count: Int) -> [NearWording] {
    var wordings: [(example: Example, reference: TopicReference)] = []
    for topic in knowledge.topics {
      let whole = topic.texts.values.flatMap(\.examples)
      wordings += whole.map { ($0, TopicReference(topic: topic.id)) }
      for part in topic.parts {
        let reference = TopicReference(topic: topic.id, part: part.id)
        wordings += part.texts.values.flatMap(\.examples).map { ($0, reference) }
      }
    }
    let interpreter = interpreter
    let vectors = wordings.mapInParallel { interpreter.vector(of: $0.example.text) }
    let likeness = interpreter.likeness(
      of: interpreter.recognizer.recognize(question), to: vectors)
    let nearest = likeness.indices.filter { likeness[$0] > 0 }.sorted {
      let (one, other) = (wordings[$0].example.position, wordings[$1].example.position)
      return likeness[$0] != likeness[$1] ? likeness[$0] > likeness[$1] : one < other
    }
    return nearest.prefix(count).map {
      NearWording(
        text: wordings[$0].example.text, position: wordings[$0].example.position,
        reference: wordings[$0].reference, likeness: likeness[$0])
    }
  }
}

extension String {
  /// The text without a word, whatever its case and the signs around it.
  fileprivate func without(_ word: String) -> String {
    split(separator: " ").filter { piece in
      piece.lowercased().filter { $0.isLetter || $0.isNumber } != word
    }.joined(separator: " ")
  }
}
