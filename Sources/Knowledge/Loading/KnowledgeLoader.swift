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
          problems.append(
            Problem(.error, KnowledgeCause.misplacedMark(line.mark.symbol), at: line.atMark))
        }
      }
    }
  }

  private mutating func finish(folder: String) -> LoadedKnowledge {
    if topics.isEmpty, problems.isEmpty { report(.noTopics, Position(folder: folder)) }
    let languages = commonLanguages()
    attachQuestions()
    expandFacts(languages)
    checkLanguages(languages)
    checkReferences()
    checkPhrases(languages)
    checkAreas()
    checkExamples()
    checkFacts(languages)
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
        reportUnknownLanguage(code, languages, text.position)
      }
      for part in topic.parts {
        for code in languages where topic.texts[code] != nil && part.texts[code] == nil {
          problems.append(
            Problem(
              .error, KnowledgeCause.missingPartLanguage(part.id, code), at: part.position,
              sourceLine: "-- " + part.writtenName))
        }
        for (code, text) in part.texts where topic.texts[code] == nil {
          reportUnknownLanguage(code, languages, text.position)
        }
      }
    }
  }

  private mutating func reportUnknownLanguage(
    _ code: LanguageCode, _ known: [LanguageCode], _ position: Position
  ) {
    problems.append(
      Problem(
        .error, KnowledgeCause.unknownValue(key: "==", value: code, known: known), at: position,
        sourceLine: "== " + code))
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
      for line in headerValues(topic.id, "see") { checkReference(line) }
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

  private mutating func checkPhrases(_ languages: [LanguageCode]) {
    var check = PhraseCheck(
      concepts: Set(concepts.map(\.name)), kinds: Set(topics.map(\.kind.name)),
      facts: namedFacts.map(\.name))
    check.check(
      phraseLines, languages: languages,
      handled: Set(topics.flatMap { $0.persons.flatMap(\.handles) }).sorted())
    problems += check.problems
  }

  /// An area that two contacts cover would be answered by one of them, and nobody would know which.
  private mutating func checkAreas() {
    var seen: [String: (topic: TopicID, position: Position)] = [:]
    for topic in topics {
      for line in headerValues(topic.id, "covers") {
        if let earlier = seen[line.text] {
          problems.append(
            Problem(
              .error,
              KnowledgeCause.sharedArea(line.text, with: earlier.topic, at: earlier.position),
              at: line))
        } else {
          seen[line.text] = (topic.id, line.position)
        }
      }
    }
  }

  private mutating func checkReference(_ line: SourceLine) {
    let reference = TopicReference(line.text)
    guard let topic = topics.first(where: { $0.id == reference.topic }) else {
      let nearest = nearestName(to: reference.topic, in: topics.map(\.id))
      problems.append(
        Problem(.error, KnowledgeCause.unknownTopic(reference.topic, nearest: nearest), at: line))
      return
    }
    guard let part = reference.part, topic.partIndex(part) == nil else { return }
    let nearest = nearestName(to: part, in: topic.parts.map(\.id))
    problems.append(
      Problem(
        .error, KnowledgeCause.unknownPart(part, topic: topic.id, nearest: nearest), at: line))
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
    var seen: [String: (topic: TopicID, position: Position)] = [:]
    seen.reserveCapacity(
      topics.reduce(0) { $0 + $1.texts.values.reduce(0) { $0 + $1.examples.count } })
    for topic in topics {
      checkPartExamples(topic)
      for text in topic.texts.values.sorted(by: { $0.position < $1.position }) {
        for example in text.examples {
          let form = example.text.comparisonForm.withoutOuterPunctuation
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

  /// A wording that stands under two parts of a topic asks for neither.
  private mutating func checkPartExamples(_ topic: Topic) {
    for code in topic.texts.keys.sorted() {
      var seen: [String: Position] = [:]
      let whole = topic.texts[code]?.examples ?? []
      let wordings =
        whole.map { ($0, true) }
        + topic.parts.flatMap { ($0.texts[code]?.examples ?? []).map { ($0, false) } }
      for (example, isWhole) in wordings {
        let form = example.text.comparisonForm.withoutOuterPunctuation
        guard let earlier = seen[form] else {
          seen[form] = example.position
          continue
        }
        if isWhole { continue }
        problems.append(
          Problem(
            .warning, KnowledgeCause.repeatedExample(first: earlier.line), at: example.position,
            sourceLine: "> " + example.text))
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
        let own = text.answer.map(\.text) + contacts
        checkStated(topic.facts + text.facts, in: own, code)
        for part in topic.parts {
          guard let text = part.texts[code] else { continue }
          checkStated(text.facts, in: text.answer.map(\.text), code)
        }
      }
    }
  }

  private mutating func checkStated(_ facts: [Fact], in lines: [String], _ code: LanguageCode) {
    let stated = lines.joined(separator: " ").comparisonForm
    for fact in facts where !stated.states(fact.text.comparisonForm) {
      problems.append(
        Problem(.error, KnowledgeCause.unstatedFact(fact.text, code), at: fact.line))
    }
  }

  private mutating func report(_ cause: KnowledgeCause, _ position: Position) {
    problems.append(Problem(.error, cause, at: position))
  }
}
