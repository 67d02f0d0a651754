import Knowledge

/// Makes a transcript of a file in the line format, and reports everything that is wrong with it.
package struct TranscriptReader {
  package private(set) var transcript: Transcript
  package private(set) var problems: [Problem]

  private static let keys = ["lang", "known-failure"]

  private var conversations: [TranscriptConversation] = []
  private var file = Header()
  private var conversation = Header()
  private var heading: SourceLine?
  private var turns: [TranscriptTurn] = []
  private var turn = TurnDraft()

  /// The keys of a file or a conversation.
  private struct Header {
    var language: LanguageCode?
    var failure: String?
    var keysSeen: Set<String> = []
  }

  private struct TurnDraft {
    var wordings: [SourceLine] = []
    var topics: [SourceLine] = []
    var required: [SourceLine] = []
    var opening: [SourceLine] = []
    var forbidden: [SourceLine] = []
    var answer: [SourceLine] = []

    var saysEnough: Bool {
      !topics.isEmpty || !required.isEmpty || !opening.isEmpty || !answer.isEmpty
    }
    var saysAnything: Bool { saysEnough || !forbidden.isEmpty }
  }

  /// Reads the bytes of a file; topics and languages are held against the knowledge where there is
  /// one.
  package init(bytes: [UInt8], file: String, knowledge: KnowledgeBase?) {
    let scanner = LineScanner(bytes: bytes, file: file)
    transcript = Transcript(file: file, conversations: [])
    problems = scanner.problems
    for line in scanner.lines { take(line, knowledge) }
    endConversation()
    transcript = Transcript(file: file, conversations: conversations)
    if conversations.isEmpty, problems.isEmpty {
      problems = [Problem(.error, TranscriptCause.emptyTranscript, at: Position(file: file))]
    }
    problems.sort { $0.position < $1.position }
  }

  private mutating func take(_ line: SourceLine, _ knowledge: KnowledgeBase?) {
    switch line.mark {
    case .blank, .comment: break
    case .key(let key): takeKey(key, line, knowledge)
    case .block:
      endConversation()
      heading = line
      conversation = Header(language: file.language, failure: file.failure)
    case .question:
      if turn.saysAnything { endTurn() }
      turn.wordings.append(line)
    case .topic:
      if let knowledge {
        for reference in line.separated(by: " ") { check(reference, knowledge) }
      }
      expect(line) { $0.topics.append(line) }
    case .opening: expect(line) { $0.opening.append(line) }
    case .fact: expect(line) { $0.required.append(line) }
    case .forbidden: expect(line) { $0.forbidden.append(line) }
    case .answer: expect(line) { $0.answer.append(line) }
    case .part, .quotation: report(.misplacedMark(line.mark.symbol), line.atMark)
    }
  }

  /// Holds a `topic` or `topic#part` against the knowledge.
  private mutating func check(_ line: SourceLine, _ knowledge: KnowledgeBase) {
    let reference = TopicReference(line.text)
    guard let topic = knowledge.topic(reference.topic) else {
      let nearest = nearestName(to: reference.topic, in: knowledge.topics.map(\.id))
      report(.unknownTopic(reference.topic, nearest: nearest), line)
      return
    }
    guard let part = reference.part, topic.partIndex(part) == nil else { return }
    let nearest = nearestName(to: part, in: topic.parts.map(\.id))
    report(.unknownPart(part, topic: topic.id, nearest: nearest), line)
  }

  private mutating func expect(_ line: SourceLine, _ add: (inout TurnDraft) -> Void) {
    if turn.wordings.isEmpty {
      report(.lineBeforeQuestion(line.mark.symbol), line.atMark)
    } else {
      add(&turn)
    }
  }

  private mutating func takeKey(_ key: String, _ line: SourceLine, _ knowledge: KnowledgeBase?) {
    guard Self.keys.contains(key) else {
      let nearest = nearestName(to: key, in: Self.keys)
      report(.unknownKey(key, nearest: nearest, known: Self.keys), line.atMark)
      return
    }
    // Below a question it would look as if it began to count there.
    if !turns.isEmpty || !turn.wordings.isEmpty {
      report(.keyAfterQuestion(key), line.atMark)
      return
    }
    var header = heading == nil ? file : conversation
    if !header.keysSeen.insert(key).inserted { report(.repeatedKey(key), line.atMark) }
    if key == "lang" {
      if let knowledge, !knowledge.languages.contains(line.text) {
        report(.unknownLanguage(line.text, known: knowledge.languages), line)
      }
      header.language = line.text
    } else {
      header.failure = line.text
    }
    if heading == nil { file = header } else { conversation = header }
  }

  private mutating func endTurn() {
    guard let first = turn.wordings.first else { return }
    if !turn.saysEnough { report(.nothingExpected, first.atMark) }
    turns.append(
      TranscriptTurn(
        wordings: turn.wordings, topics: turn.topics, required: turn.required,
        opening: turn.opening, forbidden: turn.forbidden, answer: turn.answer))
    turn = TurnDraft()
  }

  private mutating func endConversation() {
    endTurn()
    if let heading, turns.isEmpty { report(.emptyConversation, heading.atMark) }
    if let position = heading?.position ?? turns.first?.wordings.first?.position, !turns.isEmpty {
      let header = heading == nil ? file : conversation
      conversations.append(
        TranscriptConversation(
          title: heading?.text ?? "", position: position, language: header.language,
          knownFailure: header.failure, turns: turns))
    }
    turns = []
    heading = nil
  }

  private mutating func report(_ cause: TranscriptCause, _ line: SourceLine) {
    problems.append(Problem(.error, cause, at: line))
  }
}
