import Conversation
import Knowledge

/// What was asked in a session, to be saved if its owner wants so; kept in memory alone.
struct SessionRecord {
  private struct Asked {
    let question: String
    /// The language that it was answered in.
    let language: LanguageCode
  }

  /// Each conversation begins with an empty memory; none is empty.
  private var conversations: [[Asked]] = []
  private var goesOn = false

  var isEmpty: Bool { conversations.isEmpty }

  mutating func add(_ question: String, language: LanguageCode) {
    if !goesOn { conversations.append([]) }
    goesOn = true
    conversations[conversations.count - 1].append(Asked(question: question, language: language))
  }

  /// Lets the next question begin a conversation.
  mutating func endConversation() { goesOn = false }

  /// The session in the format of `Transcripts/`, a line `@` for what answers each question.
  ///
  /// Everything is asked again as a transcript's questions are: the knowledge may have been read
  /// anew since, and a language set by `:language` is no part of a transcript.
  func transcript(_ responder: Responder, in interface: InterfaceLanguage) -> String {
    var lines = ["# " + ChatWording.transcriptComment[interface]]
    for (number, asked) in conversations.enumerated() {
      lines += ["", "== " + ChatWording.conversation(number + 1)[interface]]
      let language = commonLanguage(asked, responder)
      if let language { lines.append("lang: \(language)") }
      for (asked, reply) in zip(asked, replay(asked, responder, fallback: language)) {
        lines.append("> " + asked.question)
        lines += reply.topics.map { "@ " + $0 }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The language of every answer, also when asked again; nil where there are several.
  private func commonLanguage(_ asked: [Asked], _ responder: Responder) -> LanguageCode? {
    guard let language = asked.first?.language else { return nil }
    let replies = replay(asked, responder, fallback: language)
    let isCommon =
      asked.allSatisfy { $0.language == language }
      && replies.allSatisfy { $0.language == language }
    return isCommon ? language : nil
  }

  private func replay(
    _ asked: [Asked], _ responder: Responder, fallback: LanguageCode?
  ) -> [Reply] {
    responder.replies(to: asked.map { [$0.question] }, fallback: fallback).flatMap { $0 }
  }
}
