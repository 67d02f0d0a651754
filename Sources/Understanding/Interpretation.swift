import Knowledge

/// What a question may be about: one topic, or the contacts together, between which places and names
/// decide.
package struct Subject: Sendable {
  /// The topics' places in ``KnowledgeBase/topics``; several for the contacts.
  package let topics: [Int]
}

extension KnowledgeBase {
  /// Every topic a subject of its own, but the contacts together.
  var subjects: [Subject] {
    let contacts = topics.indices.filter { topics[$0].kind == .contact }
    return topics.indices.filter { topics[$0].kind != .contact }.map { Subject(topics: [$0]) }
      + (contacts.isEmpty ? [] : [Subject(topics: contacts)])
  }
}

/// A subject and how likely it is that the question is about it.
package struct Candidate: Sendable {
  /// Its place in ``Interpreter/subjects``.
  package let subject: Int
  /// 0 to 1; all subjects together have 1, less what a small knowledge takes to be of another field.
  package let probability: Float

  package init(subject: Int, probability: Float) {
    self.subject = subject
    self.probability = probability
  }
}

/// What a question was understood to be.
package struct Interpretation: Sendable {
  package let recognition: Recognition
  package let language: LanguageDetector.Verdict
  /// All subjects, the likeliest first: what the question is about if it is calm.
  package let candidates: [Candidate]
  /// How likely it is that somebody is in danger now: 0 to 1.
  package let danger: Float
  /// How likely it says something only after what was said before: 0 to 1.
  package let leaning: Float
  /// What it is in so many words, as far as a wording of the knowledge says just that.
  let known: KnownWordings.Meaning?
  /// What the candidates were weighed by.
  let features: [Feature]
  let vector: SparseVector
  /// The same for the models of parts.
  let parts: PartQuestion

  /// The same with the danger that was found in what is left of the text without its courtesies.
  package func withDanger(of core: Interpretation) -> Interpretation {
    Interpretation(
      recognition: recognition, language: language, candidates: candidates,
      danger: max(danger, core.danger), leaning: leaning, known: known, features: features,
      vector: vector, parts: parts)
  }

  /// Whether a calm wording of the knowledge says just that: then it is one question, of one meaning.
  package var isKnown: Bool { known != nil }

  /// Whether the knowledge has any of its words, be it a piece of one. Where it has none, nothing is
  /// left to compare but that it is short, and what it names.
  package var hasKnownWords: Bool {
    vector.origins.contains { features[Int($0)].kind != .entity }
  }
}

/// What a word of a question counted.
package struct Evidence: Equatable, Sendable {
  package let word: String
  /// Above 0 where it speaks for the subject, below 0 where it speaks against it.
  package let weight: Float
}
