import FoundationEssentials
import Knowledge
import Understanding

/// Learns from the questions of all hands but one and asks those of that one, for each hand in turn.
struct CrossValidation {
  let knowledge: KnowledgeBase
  let hands: [(name: String, questions: [LabelledQuestion])]
  /// Leaves these out of learning, always.
  let only: String?
  /// What is learnt from in every round.
  let base: [Sample]

  /// The examples of the knowledge dealt out to so many hands, as one deals cards.
  static func folds(
    _ count: Int, of knowledge: KnowledgeBase
  ) -> [(name: String, questions: [LabelledQuestion])] {
    var hands = (1...count).map { (name: "fold \($0)", questions: [LabelledQuestion]()) }
    var number = 0
    for topic in knowledge.topics {
      for (code, text) in topic.texts.sorted(by: { $0.key < $1.key }) {
        let ofParts = topic.parts.flatMap { part in
          (part.texts[code]?.examples ?? []).filter { !$0.leans }
            .map { ($0.text, TopicReference(topic: topic.id, part: part.id)) }
        }
        let whole = text.examples.map { ($0.text, TopicReference(topic: topic.id)) }
        for (text, reference) in whole + ofParts {
          hands[number % count].questions.append(
            LabelledQuestion(
              text: text, lang: code, accept: [reference.topic], must: nil, part: reference.part))
          number += 1
        }
      }
    }
    return hands
  }

  func run(verbose: Bool) {
    let topicIndex = Dictionary(
      uniqueKeysWithValues: knowledge.topics.enumerated().map { ($1.id, $0) })
    var total = Tally()
    for (number, hand) in hands.enumerated() where only == nil || hand.name.contains(only!) {
      var samples = base
      for (other, rest) in hands.enumerated() where other != number {
        for question in rest.questions {
          guard let topic = question.accept.first.flatMap({ topicIndex[$0] }) else { continue }
          let part = question.part.flatMap { knowledge.topics[topic].partIndex($0) }
          samples.append(.init(text: question.text, topic: topic, part: part))
        }
      }
      let start = ContinuousClock.now
      let interpreter = Interpreter(knowledge: knowledge, samples: samples)
      let took = ContinuousClock.now - start
      var tally = Tally()
      for question in hand.questions {
        tally.count(question, interpreter.interpret(question.text), interpreter, verbose: verbose)
      }
      print("== \(hand.name): \(samples.count) samples, \(took)")
      tally.show()
      total.add(tally)
    }
    print("== all")
    total.show()
  }
}

struct Tally {
  var groups: [String: (right: Int, all: Int)] = [:]
  var dangers: [(probability: Float, isDanger: Bool)] = []
  var answers: [(top: Float, unknown: Float, right: Bool, outside: Bool)] = []
  var languageWrong = 0

  mutating func count(
    _ question: LabelledQuestion, _ found: Interpretation, _ interpreter: Interpreter,
    verbose: Bool
  ) {
    let knowledge = interpreter.knowledge
    func topics(_ candidate: Candidate) -> [TopicID] {
      interpreter.subjects[candidate.subject].topics.map { knowledge.topics[$0].id }
    }
    let isDanger = question.accept == ["safety/emergency"] && question.part == nil
    dangers.append((found.danger, isDanger))
    if found.language.language != question.lang { languageWrong += 1 }
    let best = topics(found.candidates[0])
    let isRight = best.contains { question.accept.contains($0) }
    let outside = question.accept[0] == "dialogue/unknown"
    let unknown = found.candidates.first { topics($0) == ["dialogue/unknown"] }?.probability ?? 0
    if !isDanger { answers.append((found.candidates[0].probability, unknown, isRight, outside)) }
    if isRight, !outside,
      let topic = knowledge.topics.firstIndex(where: { $0.id == question.accept[0] }),
      !knowledge.topics[topic].parts.isEmpty
    {
      let shares = interpreter.parts(of: topic, for: found)
      let best = shares.best.flatMap { shares.parts[$0] > shares.whole ? $0 : nil }
      let wanted = question.part.flatMap { knowledge.topics[topic].partIndex($0) }
      let name = question.part == nil ? "whole of topic" : "part of topic"
      groups[name, default: (0, 0)].all += 1
      if best == wanted { groups[name]!.right += 1 }
    }
    var group =
      if isDanger { "danger" } else if outside {
        question.accept.count > 1 || question.must?.isEmpty == false ? "near" : "far"
      } else if question.accept[0].hasPrefix("contact/") {
        "contact"
      } else if question.accept[0].hasPrefix("dialogue/") { "dialogue" } else { "topic" }
    group += " " + question.lang
    groups[group, default: (0, 0)].all += 1
    if isRight { groups[group]!.right += 1 }
    if !isRight, verbose {
      let tops = found.candidates.prefix(3).map { "\(topics($0)[0]) \(percent($0.probability))" }
      print(
        "  [\(question.accept.joined(separator: ","))] \(tops) d=\(percent(found.danger)) \(question.text)"
      )
    }
  }

  mutating func add(_ other: Tally) {
    for (key, value) in other.groups {
      groups[key, default: (0, 0)].right += value.right
      groups[key]!.all += value.all
    }
    dangers += other.dangers
    answers += other.answers
    languageWrong += other.languageWrong
  }

  func show() {
    for (key, value) in groups.sorted(by: { $0.key < $1.key }) {
      print("  \(key): \(percent(Float(value.right) / Float(value.all))) of \(value.all)")
    }
    print("  language wrong: \(languageWrong)")
    let dangerous = dangers.filter(\.isDanger)
    guard !dangerous.isEmpty else { return }
    for limit: Float in [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8] {
      let hits = dangerous.count { $0.probability >= limit }
      let alarms = dangers.count { !$0.isDanger && $0.probability >= limit }
      print(
        "  danger ≥ \(limit): found \(percent(Float(hits) / Float(dangerous.count))), alarms \(alarms) of \(dangers.count - dangerous.count)"
      )
    }
    for limit: Float in [0, 0.2, 0.3, 0.4, 0.5] {
      let inside = answers.filter { !$0.outside }
      let out = answers.filter(\.outside)
      let right = inside.count { $0.right && $0.top >= limit }
      let refused = out.count { $0.right || $0.top < limit }
      print(
        "  answer ≥ \(limit): inside right \(percent(Float(right) / Float(max(1, inside.count)))), outside refused \(percent(Float(refused) / Float(max(1, out.count))))"
      )
    }
  }
}

func percent(_ share: Float) -> String {
  let tenths = Int((share * 1000).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
