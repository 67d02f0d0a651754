import FoundationEssentials
import Knowledge

/// Everything that is known to be asked: what a change of the knowledge is tried on.
package struct KnownQuestions: Sendable {
  /// Questions that follow each other in one conversation.
  package struct Conversation: Sendable {
    package let questions: [Question]
    package let language: LanguageCode?
  }

  package struct Question: Sendable {
    package let text: String
    /// `file:line`.
    package let origin: String
  }

  package private(set) var conversations: [Conversation] = []

  /// The questions' number.
  package var count: Int { conversations.reduce(0) { $0 + $1.questions.count } }

  /// The example questions of both versions, each once, and the transcripts and question sets below
  /// the given paths.
  package init(examplesOf bases: [KnowledgeBase], paths: [String]) {
    var seen: Set<String> = []
    for base in bases {
      for topic in base.topics {
        for (code, text) in topic.texts.sorted(by: { $0.key < $1.key }) {
          for example in text.examples where seen.insert(code + example.text.exampleForm).inserted {
            conversations.append(
              Conversation(
                questions: [.init(text: example.text, origin: example.position.place)],
                language: code))
          }
        }
      }
    }
    for file in TranscriptFiles.find(paths.filter(FileManager.default.fileExists)).files {
      guard let data = FileManager.default.contents(atPath: file.path) else { continue }
      let reader = TranscriptReader(bytes: [UInt8](data), file: file.path, knowledge: nil)
      for conversation in reader.transcript.conversations {
        let questions = conversation.turns.compactMap(\.wordings.first)
        conversations.append(
          Conversation(
            questions: questions.map { .init(text: $0.text, origin: $0.position.place) },
            language: conversation.language))
      }
    }
    for file in QuestionSet.files(below: paths) {
      for (line, question) in QuestionSet(file: file)?.questions ?? [] {
        conversations.append(
          Conversation(
            questions: [.init(text: question.text, origin: "\(file):\(line)")],
            language: question.lang))
      }
    }
  }
}

extension QuestionSet {
  /// The files of labelled questions at or below the given paths, in their order.
  package static func files(below paths: [String]) -> [String] {
    paths.flatMap { path -> [String] in
      if path.hasSuffix(".jsonl") { return [path] }
      let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
      return names.filter { $0.hasSuffix(".jsonl") }.sorted().map { path + "/" + $0 }
    }
  }
}

extension Position {
  /// `file:line`.
  fileprivate var place: String { "\(file):\(line)" }
}
