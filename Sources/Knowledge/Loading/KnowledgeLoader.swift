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
    var loader = KnowledgeLoader()
    for file in files { loader.read(file, folder: folder) }
    return loader.finish(folder: folder)
  }

  private mutating func read(_ file: KnowledgeFile, folder: String) {
    let shown = folder.isEmpty ? file.path : folder + "/" + file.path
    guard let kind = FileKind(rawValue: file.ending) else {
      let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
      report(.unknownFileKind(name), Position(file: shown))
      return
    }
    guard let bytes = file.bytes else {
      report(.unreadableFile, Position(file: shown))
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
      phrases.merge(reader.texts) { $0.merging($1) { first, _ in first } }
      figures.take(scanner.lines, topic: nil)
    case .facts:
      for line in scanner.lines {
        switch line.mark {
        case .fact: figures.register(line)
        case .key(let key) where FigureFinder.keys.contains(key):
          figures.finder.take(line, key: key)
        case .key(let key):
          let nearest = nearestName(to: key, in: FigureFinder.keys)
          problems.append(
            Problem(
              .error,
              KnowledgeCause.unknownKey(key, nearest: nearest, known: FigureFinder.keys),
              at: line.atMark))
        case .blank, .comment: break
        default:
          problems.append(
            Problem(.error, KnowledgeCause.misplacedMark(line.mark.symbol), at: line.atMark))
        }
      }
    case .foreign:
      for line in scanner.lines {
        switch line.mark {
        case .question: foreignWords.append(Example(text: line.text, position: line.position))
        case .blank, .comment, .block: break
        default:
          problems.append(
            Problem(.error, KnowledgeCause.misplacedMark(line.mark.symbol), at: line.atMark))
        }
      }
    }
  }

  private mutating func finish(folder: String) -> LoadedKnowledge {
    if topics.isEmpty, problems.isEmpty { report(.noTopics, Position(folder: folder)) }
    let languages = commonLanguages()
    checkLanguages(languages)
    checkReferences()
    checkExamples()
    checkFacts(languages)
    problems += figures.problems()
    problems.sort { $0.position < $1.position }
    let isBroken = problems.contains { $0.severity == .error }
    let base = KnowledgeBase(
      topics: topics, languages: languages, concepts: concepts, gazetteer: gazetteer,
      phrases: phrases.mapValues { Phrases(texts: $0) }, foreignWords: foreignWords,
      digest: digest.text)
    return LoadedKnowledge(base: isBroken ? nil : base, problems: problems)
  }

  /// The languages that at least half of the topics speak; a block in any other is a slip.
  private func commonLanguages() -> [LanguageCode] {
    var counts: [LanguageCode: Int] = [:]
    for topic in topics { for code in topic.texts.keys { counts[code, default: 0] += 1 } }
    return counts.filter { $0.value * 2 >= topics.count }.keys.sorted()
  }

  private mutating func checkLanguages(_ languages: [LanguageCode]) {
    let broken = Set(problems.filter { $0.severity == .error }.map(\.position.file))
    // A file without any block may have lost it to a slip that is reported already.
    for topic in topics where !topic.texts.isEmpty || !broken.contains(topic.file) {
      for code in languages where topic.texts[code] == nil {
        let cause = KnowledgeCause.missingLanguage(code)
        problems.append(
          firstLines[topic.id].map { Problem(.error, cause, at: $0.atMark) }
            ?? Problem(.error, cause, at: Position(file: topic.file)))
      }
      for (code, text) in topic.texts where !languages.contains(code) {
        report(.unknownValue(key: "==", value: code, known: languages), text.position)
      }
    }
  }

  private mutating func checkReferences() {
    let ids = Set(topics.map(\.id))
    let conceptNames = Set(concepts.map(\.name))
    let areas = Set(
      gazetteer.places.compactMap { place -> String? in
        if case .county(let name) = place.extent { name } else { nil }
      })
    for topic in topics {
      for line in headerValues(topic.id, "related") where !ids.contains(line.text) {
        problems.append(
          Problem(
            .error,
            KnowledgeCause.unknownTopic(
              line.text, nearest: nearestName(to: line.text, in: topics.map(\.id))), at: line))
      }
      for line in headerValues(topic.id, "see") where !ids.contains(line.text) {
        problems.append(
          Problem(
            .error,
            KnowledgeCause.unknownTopic(
              line.text, nearest: nearestName(to: line.text, in: topics.map(\.id))), at: line))
      }
      for line in headerValues(topic.id, "handles") where !conceptNames.contains(line.text) {
        problems.append(
          Problem(
            .error,
            KnowledgeCause.unknownConcept(
              line.text, nearest: nearestName(to: line.text, in: concepts.map(\.name))), at: line))
      }
      for line in headerValues(topic.id, "covers") where !areas.contains(line.text) {
        reportUnknownArea(line, areas)
      }
    }
    for line in coveredAreas where !areas.contains(line.text) { reportUnknownArea(line, areas) }
  }

  private mutating func reportUnknownArea(_ line: SourceLine, _ areas: Set<String>) {
    problems.append(
      Problem(
        .error,
        KnowledgeCause.unknownArea(
          line.text, nearest: nearestName(to: line.text, in: areas.sorted())), at: line))
  }

  /// The comma separated values of every line with a key in a topic's file.
  private func headerValues(_ id: TopicID, _ key: String) -> [SourceLine] {
    (headers[id] ?? []).filter { $0.mark == .key(key) }.flatMap(\.commaSeparated)
  }

  private mutating func checkExamples() {
    var seen: [ComparedForm: (topic: TopicID, position: Position)] = [:]
    seen.reserveCapacity(
      topics.reduce(0) { $0 + $1.texts.values.reduce(0) { $0 + $1.examples.count } })
    for topic in topics {
      for text in topic.texts.values.sorted(by: { $0.position < $1.position }) {
        for example in text.examples {
          let form = ComparedForm(example: example.text)
          guard let earlier = seen[form] else {
            seen[form] = (topic.id, example.position)
            continue
          }
          if earlier.topic == topic.id {
            problems.append(
              Problem(
                .warning, KnowledgeCause.repeatedExample(first: earlier.position.line),
                at: example.position, sourceLine: "> " + example.text))
          } else {
            problems.append(
              Problem(
                .error, KnowledgeCause.sharedExample(with: earlier.topic, at: earlier.position),
                at: example.position, sourceLine: "> " + example.text))
          }
        }
      }
    }
  }

  /// Two people's numbers are easily exchanged: in a contact's facts each number and address stands
  /// below the name that it belongs to.
  private mutating func checkFactsOfPersons(_ topic: Topic) {
    var person: Person?
    for fact in topic.facts {
      if let named = topic.persons.first(where: { $0.name == fact.text }) {
        person = named
      } else if let person, fact.text.isTelephoneNumber || fact.text.isMailAddress,
        !(person.telephones + [person.mail ?? ""]).contains(fact.text)
      {
        problems.append(
          Problem(
            .error, KnowledgeCause.otherPersonsFact(fact.text, person: person.name), at: fact.line))
      }
    }
  }

  private mutating func checkFacts(_ languages: [LanguageCode]) {
    for topic in topics {
      checkFactsOfPersons(topic)
      let contacts = topic.persons.flatMap { [$0.name, $0.mail ?? ""] + $0.telephones }
      for code in languages {
        guard let text = topic.texts[code] else { continue }
        let stated = (text.answer.map(\.text) + contacts).joined(separator: " ").factForm
        for fact in topic.facts + text.facts where !stated.states(fact.text.factForm) {
          problems.append(
            Problem(.error, KnowledgeCause.unstatedFact(fact.text, code), at: fact.line))
        }
      }
    }
  }

  private mutating func report(_ cause: KnowledgeCause, _ position: Position) {
    problems.append(Problem(.error, cause, at: position))
  }
}
