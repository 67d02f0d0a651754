import Knowledge

/// Makes a transcript of a file in the line format, and reports everything that is wrong with it.
package struct TranscriptReader {
  package private(set) var transcript: Transcript
  package private(set) var problems: [Problem]

  private static let keys = ["lang", "known-failure"]

  private var conversations: [TranscriptConversation] = []
  private var fileLanguage: LanguageCode?
  private var fileFailure: String?
  private var heading: SourceLine?
  private var language: LanguageCode?
  private var failure: String?
  private var keysSeen: Set<String> = []
  private var turns: [TranscriptTurn] = []
  private var wordings: [SourceLine] = []
  private var topics: [SourceLine] = []
  private var required: [SourceLine] = []
  private var forbidden: [SourceLine] = []
  private var answer: [SourceLine] = []

  private var expectsAnything: Bool { !topics.isEmpty || !required.isEmpty || !answer.isEmpty }
  private var hasExpectation: Bool { expectsAnything || !forbidden.isEmpty }

  /// Reads the bytes of a file; topics and languages are held against the knowledge where there is
  /// one.
  package init(bytes: [UInt8], file: String, knowledge: KnowledgeBase?) {
    let scanner = LineScanner(bytes: bytes, file: file)
    transcript = Transcript(file: file, conversations: [])
    problems = scanner.problems
    for line in scanner.lines { take(line, knowledge) }
    endConversation()
    transcript = Transcript(file: file, conversations: conversations)
    problems.sort { $0.position < $1.position }
  }

  private mutating func take(_ line: SourceLine, _ knowledge: KnowledgeBase?) {
    switch line.mark {
    case .blank, .comment: break
    case .key(let key): takeKey(key, line, knowledge)
    case .block:
      endConversation()
      heading = line
      language = fileLanguage
      failure = fileFailure
      keysSeen = []
    case .question:
      if hasExpectation { endTurn() }
      wordings.append(line)
    case .topic:
      if let knowledge, knowledge.topic(line.text) == nil {
        let nearest = nearestName(to: line.text, in: knowledge.topics.map(\.id))
        report(.unknownTopic(line.text, nearest: nearest), line)
      }
      expect(line) { $0.topics.append(line) }
    case .fact: expect(line) { $0.required.append(line) }
    case .forbidden: expect(line) { $0.forbidden.append(line) }
    case .answer: expect(line) { $0.answer.append(line) }
    case .part, .quotation: report(.misplacedMark(line.mark.symbol), line)
    }
  }

  private mutating func expect(_ line: SourceLine, _ add: (inout Self) -> Void) {
    if wordings.isEmpty {
      report(.lineBeforeQuestion(line.mark.symbol), line)
    } else {
      add(&self)
    }
  }

  private mutating func takeKey(_ key: String, _ line: SourceLine, _ knowledge: KnowledgeBase?) {
    guard Self.keys.contains(key) else {
      report(.unknownKey(key, known: Self.keys), line)
      return
    }
    if !keysSeen.insert(key).inserted { report(.repeatedKey(key), line) }
    if key == "lang", let knowledge, !knowledge.languages.contains(line.text) {
      report(.unknownLanguage(line.text), line)
    }
    switch (key, heading == nil) {
    case ("lang", true): fileLanguage = line.text
    case ("lang", false): language = line.text
    case (_, true): fileFailure = line.text
    case (_, false): failure = line.text
    }
  }

  private mutating func endTurn() {
    guard let first = wordings.first else { return }
    if !expectsAnything { report(.nothingExpected, first) }
    turns.append(
      TranscriptTurn(
        wordings: wordings, topics: topics, required: required, forbidden: forbidden,
        answer: answer))
    wordings = []
    topics = []
    required = []
    forbidden = []
    answer = []
  }

  private mutating func endConversation() {
    endTurn()
    if let heading, turns.isEmpty { report(.emptyConversation, heading) }
    if let position = heading?.position ?? turns.first?.wordings.first?.position, !turns.isEmpty {
      conversations.append(
        TranscriptConversation(
          title: heading?.text ?? "", position: position,
          language: heading == nil ? fileLanguage : language,
          knownFailure: heading == nil ? fileFailure : failure, turns: turns))
    }
    turns = []
    heading = nil
  }

  private mutating func report(_ cause: TranscriptCause, _ line: SourceLine) {
    problems.append(Problem(.error, cause, at: line))
  }
}
