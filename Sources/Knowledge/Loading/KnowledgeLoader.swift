/// What came of reading a knowledge folder.
package struct LoadedKnowledge: Sendable {
  /// Nil where anything is an error: nothing half-loaded ever answers.
  package let base: KnowledgeBase?
  /// Errors and warnings of every file, in the order of their positions.
  package let problems: [Problem]
}

/// Reads a knowledge folder whole, and reports every error of every file.
package struct KnowledgeLoader {
  private var problems: [Problem] = []
  private var topics: [Topic] = []
  private var concepts: [Concept] = []
  private var gazetteer = Gazetteer()
  private var coveredAreas: [SourceLine] = []
  private var phrases: [LanguageCode: [String: String]] = [:]
  private var phraseLines: [(language: LanguageCode, name: SourceLine)] = []
  private var questions: [(reader: QuestionsReader, file: String)] = []
  private var frames: [Frame] = []
  private var namedFacts: [NamedFact] = []
  private var foreignWords: [Example] = []
  private var firstLines: [TopicID: SourceLine] = [:]
  private var headers: [TopicID: [SourceLine]] = [:]
  private var figures = FigureRegister()
  private var digest = ContentDigest()

  private init() {}

  /// Loads the folder at a path.
  package static func load(folder: String) -> LoadedKnowledge {
    guard let files = KnowledgeFile.all(in: folder) else {
      return LoadedKnowledge(
        base: nil,
        problems: [Problem(.error, KnowledgeCause.unreadableFolder, at: Position(folder: folder))])
    }
    return load(files: files, folder: folder)
  }

  /// Loads files already read; positions show them below `folder`.
  package static func load(files: [KnowledgeFile], folder: String) -> LoadedKnowledge {
    if let problem = knowledgeBelow(folder, files) {
      return LoadedKnowledge(base: nil, problems: [problem])
    }
    var loader = KnowledgeLoader()
    for file in files {
      loader.read(file, folder: folder)
      // Nobody reads more, and what the unread files hold would be missed elsewhere.
      guard loader.problems.count < Problem.limit else {
        return LoadedKnowledge(
          base: nil, problems: loader.problems.sorted { $0.position < $1.position }.limited)
      }
    }
    return loader.finish(folder: folder)
  }

  /// The usual name of a knowledge folder.
  package static let usualName = "Knowledge"

  /// Who gives the folder above, with its transcripts and what else is there, is told so, and not what is
  /// wrong with all of it.
  private static func knowledgeBelow(_ folder: String, _ files: [KnowledgeFile]) -> Problem? {
    let topics = files.filter { $0.ending == FileKind.topic.rawValue }
    guard !topics.isEmpty, topics.allSatisfy({ $0.path.hasPrefix(usualName + "/") }) else {
      return nil
    }
    let path = folder.isEmpty ? usualName : folder + "/" + usualName
    return Problem(
      .error, KnowledgeCause.folderBelow(usualName, path: path), at: Position(folder: folder))
  }

  private mutating func read(_ file: KnowledgeFile, folder: String) {
    let shown = folder.isEmpty ? file.path : folder + "/" + file.path
    guard let bytes = file.bytes else {
      problems.append(Problem(.error, file.fault ?? .unreadable, at: Position(file: shown)))
      return
    }
    guard let kind = FileKind(rawValue: file.ending) else {
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      report(.unknownFileKind(name), Position(file: shown))
      return
    }
    digest.add(path: file.path, bytes: bytes)
    let scanner = LineScanner(bytes: bytes, file: shown)
    problems += scanner.problems
    switch kind {
    case .topic:
      let reader = TopicReader(id: file.stem, file: shown, lines: scanner.lines)
      problems += reader.problems
      if let topic = reader.topic { topics.append(topic) }
      figures.take(scanner.lines, topic: file.stem)
      firstLines[file.stem] = scanner.lines.first
      headers[file.stem] = scanner.lines.filter { if case .key = $0.mark { true } else { false } }
    case .concepts:
      let reader = ConceptsReader(lines: scanner.lines)
      problems += reader.problems
      concepts += reader.concepts
    case .places:
      let reader = PlacesReader(lines: scanner.lines)
      problems += reader.problems
      gazetteer.places += reader.places
      gazetteer.ordinaryWords += reader.ordinaryWords
      coveredAreas += reader.coveredAreas
    case .phrases:
      let reader = PhrasesReader(lines: scanner.lines)
      problems += reader.problems
      phraseLines += reader.named
      phrases.merge(reader.texts) { $0.merging($1) { first, _ in first } }
      figures.take(scanner.lines, topic: nil)
    case .facts:
      let reader = FactsReader(lines: scanner.lines)
      problems += reader.problems
      namedFacts += reader.named
      for fact in reader.named { figures.register(fact) }
      for line in reader.figures { figures.register(line) }
      for line in reader.numberKeys {
        if case .key(let key) = line.mark { figures.finder.take(line, key: key) }
      }
    case .questions:
      let reader = QuestionsReader(path: file.stem, lines: scanner.lines)
      problems += reader.problems
      questions.append((reader, shown))
    case .frames:
      let reader = FramesReader(lines: scanner.lines)
      problems += reader.problems
      frames += reader.frames
    case .foreign:
      for line in scanner.lines {
        switch line.mark {
        case .question: foreignWords.append(Example(text: line.text, position: line.position))
        case .blank, .comment, .block: break
        default:
          problems.append(.misplacedMark(line))
        }
      }
    }
  }

  private mutating func finish(folder: String) -> LoadedKnowledge {
    if topics.isEmpty, problems.isEmpty { report(.noTopics, Position(folder: folder)) }
    let languages = commonLanguages()
    attachQuestions()
    expandFacts(languages)
    let broken = Set(problems.filter { $0.severity == .error }.map(\.position.file))
    problems +=
      LanguageCheck(topics, languages, firstLines: firstLines, broken: broken).problems
    problems +=
      ReferenceCheck(
        topics, concepts: concepts, gazetteer, headers: headers, coveredAreas: coveredAreas
      ).problems
    checkPhrases(languages)
    problems += ExampleCheck(topics).problems
    problems += FactCheck(topics, languages).problems
    problems += figures.problems()
    problems.sort { $0.position < $1.position }
    let isBroken = problems.contains { $0.severity == .error }
    let base = KnowledgeBase(
      topics: topics, languages: languages, concepts: concepts, frames: frames,
      gazetteer: gazetteer,
      phrases: phrases.mapValues { Phrases(texts: $0) }, foreignWords: foreignWords,
      digest: digest.text)
    return LoadedKnowledge(base: isBroken ? nil : base, problems: problems.limited)
  }

  /// Puts the wordings of the `.questions` files into their topics and parts.
  private mutating func attachQuestions() {
    var places: [TopicID: Int] = [:]
    for (place, topic) in topics.enumerated() { places[topic.id] = place }
    for (reader, file) in questions {
      guard let language = reader.language else {
        report(.questionsWithoutLanguage, Position(file: file))
        continue
      }
      guard let place = places[reader.topic] else {
        let nearest = nearestName(to: reader.topic, in: topics.map(\.id))
        report(.questionsWithoutTopic(reader.topic, nearest: nearest), Position(file: file))
        continue
      }
      guard topics[place].texts[language] != nil else {
        report(.questionsInOtherLanguage(reader.topic, language), Position(file: file))
        continue
      }
      topics[place].texts[language]?.examples += reader.examples
      for part in reader.parts {
        guard let number = topics[place].partIndex(part.id.text) else {
          let nearest = nearestName(to: part.id.text, in: topics[place].parts.map(\.id))
          problems.append(
            Problem(
              .error,
              KnowledgeCause.unknownPart(part.id.text, topic: reader.topic, nearest: nearest),
              at: part.id))
          continue
        }
        topics[place].parts[number].texts[language]?.examples += part.examples
      }
    }
  }

  /// Puts the named facts into the answers and phrases.
  private mutating func expandFacts(_ languages: [LanguageCode]) {
    var facts = FactExpansion(namedFacts, languages: languages)
    for place in topics.indices { topics[place] = facts.expand(topics[place]) }
    for code in phrases.keys.sorted() {
      phrases[code] = phrases[code]?.mapValues { facts.expand(phrase: $0, in: code) }
    }
    problems += facts.problems + facts.unused()
  }

  /// The languages that at least half of the topics speak; a block in any other is a slip.
  private func commonLanguages() -> [LanguageCode] {
    var counts: [LanguageCode: Int] = [:]
    for topic in topics { for code in topic.texts.keys { counts[code, default: 0] += 1 } }
    return counts.filter { $0.value * 2 >= topics.count }.keys.sorted()
  }

  private mutating func checkPhrases(_ languages: [LanguageCode]) {
    var check = PhraseCheck(
      concepts: Set(concepts.map(\.name)), kinds: Set(topics.map(\.kind.name)),
      facts: namedFacts.map(\.name))
    check.check(
      phraseLines, languages: languages,
      handled: Set(topics.flatMap { $0.persons.flatMap(\.handles) }).sorted())
    problems += check.problems
  }

  private mutating func report(_ cause: KnowledgeCause, _ position: Position) {
    problems.append(Problem(.error, cause, at: position))
  }
}
