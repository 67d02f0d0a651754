import FoundationEssentials
import Knowledge

/// Everything that is known to be asked: what a change of the knowledge is tried on.
package struct KnownQuestions: Sendable {
  /// Questions that follow each other in one conversation.
  package struct Conversation: Sendable {
    /// For each turn its wordings, at least one; the talk goes on from the first.
    package let turns: [[Question]]
    package let language: LanguageCode?
    /// The topic that was answered before the first turn; nil for none.
    package var context: TopicID?
  }

  package struct Question: Equatable, Sendable {
    package let text: String
    /// `file:line`.
    package let origin: String
  }

  package private(set) var conversations: [Conversation] = []

  /// The questions' number.
  package var count: Int {
    conversations.reduce(0) { $0 + $1.turns.reduce(0) { $0 + $1.count } }
  }

  /// The wordings of all versions, those that lean on their topic's answer in its context, and those of
  /// the question sets below the given paths, each once, and the transcripts there. What of those
  /// cannot be read is left out: `test` and `evaluate` complain of it.
  package init(examplesOf bases: [KnowledgeBase], paths: [String]) {
    for base in bases { addExamples(of: base) }
    for file in TranscriptFiles.find(paths).files { addTranscript(file.path) }
    for file in QuestionSet.files(below: paths) {
      for (line, question) in QuestionSet(file: file)?.questions ?? []
      where seen.insert(question.lang + "\n" + question.text.comparisonForm.withoutOuterPunctuation)
        .inserted
      {
        let asked = Question(text: question.text, origin: "\(file):\(line)")
        conversations.append(Conversation(turns: [[asked]], language: question.lang))
      }
    }
  }

  private var seen: Set<String> = []

  private mutating func addExamples(of base: KnowledgeBase) {
    for topic in base.topics {
      for (code, text) in topic.texts.sorted(by: { $0.key < $1.key }) {
        let ofParts = topic.parts.flatMap { $0.texts[code]?.examples ?? [] }
        for example in text.examples + ofParts where !example.leans {
          add(example, code, context: nil)
        }
        for example in ofParts where example.leans { add(example, code, context: topic.id) }
      }
    }
  }

  private mutating func add(_ example: Example, _ code: LanguageCode, context: TopicID?) {
    let form = code + (context ?? "") + "\n" + example.text.comparisonForm.withoutOuterPunctuation
    guard seen.insert(form).inserted else { return }
    let asked = Question(text: example.text, origin: example.position.place)
    conversations.append(Conversation(turns: [[asked]], language: code, context: context))
  }

  private mutating func addTranscript(_ path: String) {
    guard case .success(let bytes) = FileBytes.read(path, isNamed: true) else { return }
    let reader = TranscriptReader(bytes: bytes, file: path, knowledge: nil)
    for conversation in reader.transcript.conversations {
      let turns = conversation.turns.map { turn in
        turn.wordings.map { Question(text: $0.text, origin: $0.position.place) }
      }
      conversations.append(Conversation(turns: turns, language: conversation.language))
    }
  }
}

extension Position {
  /// `file:line`.
  fileprivate var place: String { "\(file):\(line)" }
}
