/// What loading refuses in a knowledge folder.
package enum KnowledgeCause: ProblemCause, Equatable {
  case unreadableFolder
  case noTopics
  /// All topics lie in a folder of this name below.
  case folderBelow(String, path: String)
  case unknownFileKind(String)
  case misplacedMark(String)
  case unknownKey(String, nearest: String?, known: [String])
  case repeatedKey(String, first: Int)
  case unknownValue(key: String, value: String, known: [String])
  case malformedDate(String)
  case malformedLanguage(String)
  case repeatedBlock(String, first: Int)
  case missingLanguage(LanguageCode)
  case missingTitle
  case emptyAnswer
  case emptyPart(String)
  case unstatedFact(String, LanguageCode)
  case unregisteredFigure(String)
  case otherPersonsFact(String, person: String)
  case unsaidFigure(String)
  case sharedExample(with: TopicID, at: Position)
  case repeatedExample(first: Int)
  case unknownTopic(TopicID, nearest: TopicID?)
  case unknownConcept(String, nearest: String?)
  case unknownArea(String, nearest: String?)
  case malformedTelephone(String)
  case malformedMail(String)
  case unreachablePerson(String)
  case malformedAges(String)
  case unpairedBrace(String)
  case malformedPartID(String)
  case repeatedPart(PartID, first: Int)
  case partWithoutLanguage(PartID)
  case partWithoutTwin(String, LanguageCode)
  case missingPartLanguage(PartID, LanguageCode)
  case unknownPart(PartID, topic: TopicID, nearest: PartID?)
  case questionsWithoutTopic(TopicID, nearest: TopicID?)
  case questionsWithoutLanguage
  case questionsInOtherLanguage(TopicID, LanguageCode)
  case repeatedFact(String, first: Position)
  case emptyFact(String)
  case missingFactLanguage(String, LanguageCode)
  case unknownFact(String, nearest: String?)
  case unusedFact(String)
  case handwrittenFact(String, name: String)
  case frameWithoutName
  case unknownRole(String, nearest: String?)
  case unknownPhrase(String, nearest: String?)
  case unusedPhrase(String, nearest: String?)
  case unknownPlaceholder(String, phrase: String, nearest: String?, known: [String])
  case unsaidPlaceholder(String, phrase: String)
  case lackingPhrases([String], LanguageCode)
  case sharedArea(String, with: TopicID, at: Position)
}

extension KnowledgeCause {
  package func wording(in language: InterfaceLanguage) -> Wording {
    switch language {
    case .swedish: swedish
    case .english: english
    }
  }

  static let fileKinds = FileKind.allCases.map { ".\($0.rawValue)" }
    .joined(separator: ", ")

  static func list(_ names: [String]) -> String { names.joined(separator: ", ") }

  /// The question whether `name` was meant, with a space after it; empty where there is no name.
  static func suggestion(_ name: String?, _ question: String) -> String {
    name.map { question.replacingAll("%", with: $0) + " " } ?? ""
  }

  static let roles = list(ConceptRole.names(in: ["sv"]))

  static func braced(_ names: [String]) -> String { list(names.map { "{\($0)}" }) }
}

extension Problem {
  /// A mark that does not belong where it is.
  static func misplacedMark(_ line: SourceLine) -> Problem {
    Problem(.error, KnowledgeCause.misplacedMark(line.mark.symbol), at: line.atMark)
  }
}
