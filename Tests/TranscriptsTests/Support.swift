import Conversation
import Knowledge
import TestSupport
import Testing
import Transcripts

/// The small knowledge, learnt once.
let small = Result {
  Responder(knowledge: try SmallKnowledge.load(SmallKnowledge.plainlyExplained))
}

/// Reads a transcript without knowledge; it must be faultless.
func conversations(_ text: String) -> [TranscriptConversation] {
  TranscriptReader(bytes: Array(text.utf8), file: "a.transcript", knowledge: nil)
    .transcript.conversations
}

/// Runs the first conversation of a transcript.
func run(_ text: String) throws -> ConversationResult {
  let conversation = try #require(conversations(text).first)
  return TranscriptRunner(responder: try small.get()).run(conversation)
}

/// What is said of a result, a line each.
func report(_ result: ConversationResult, _ language: InterfaceLanguage = .english) throws
  -> [String]
{
  FailureReport(try small.get().knowledge, language).lines(result).map(\.text)
}
