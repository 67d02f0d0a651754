import Knowledge

/// What can be wrong with a transcript file, and with the paths that name one.
package enum TranscriptCause: ProblemCause, Equatable {
  case unreadableFile
  case noTranscripts
  case noConversationAtLine(Int)
  case emptyTranscript
  case misplacedMark(String)
  case unknownKey(String, nearest: String?, known: [String])
  case repeatedKey(String)
  case keyAfterQuestion(String)
  case unknownLanguage(String, known: [LanguageCode])
  case lineBeforeQuestion(String)
  case nothingExpected
  case emptyConversation
  case unknownTopic(TopicID, nearest: TopicID?)
  case unknownPart(PartID, topic: TopicID, nearest: PartID?)
}
