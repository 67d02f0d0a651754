extension Topic {
  func write(to writer: inout ByteWriter) {
    writer.write(path: file)
    writer.write(id)
    writer.write(kind.name)
    writer.write(role?.rawValue)
    writer.write(section)
    writer.write(asOf)
    writer.write(reviewBy)
    writer.write(reviewByPosition.map { [$0] } ?? []) { $1.write(to: &$0) }
    writer.write(statutes)
    writer.write(related)
    writer.write(relatedPositions) { $1.write(to: &$0) }
    writer.write(covers)
    writer.write(persons) { $1.write(to: &$0) }
    writer.write(facts) { $1.write(to: &$0) }
    writer.write(texts.sorted { $0.key < $1.key }) {
      $0.write($1.key)
      $1.value.write(to: &$0)
    }
    writer.write(parts) { $1.write(to: &$0) }
  }

  init(from reader: inout ByteReader) throws(UnreadableBytes) {
    let file = try reader.path()
    let id = try reader.text()
    let kind = TopicKind(try reader.text())
    let role: TopicRole? = try reader.optional { reader throws(UnreadableBytes) in
      try reader.value()
    }
    let section = try reader.optionalText()
    let asOf = try reader.optionalText()
    let reviewBy = try reader.optionalText()
    let reviewByPosition = try reader.list(Position.init).first
    let statutes = try reader.texts()
    let related = try reader.texts()
    let relatedPositions = try reader.list(Position.init)
    let covers = try reader.texts()
    let persons = try reader.list(Person.init)
    let facts = try reader.list(Fact.init)
    let isFoundByWords = Self.isFoundByWords(kind, role, covers: covers)
    let texts = try reader.list { reader throws(UnreadableBytes) in
      (try reader.text(), try TopicText(from: &reader, withExamples: isFoundByWords))
    }
    self.init(
      id: id, kind: kind, role: role, section: section, asOf: asOf, reviewBy: reviewBy,
      reviewByPosition: reviewByPosition, statutes: statutes, related: related,
      relatedPositions: relatedPositions, covers: covers, persons: persons, facts: facts,
      texts: Dictionary(texts) { first, _ in first }, parts: try reader.list(AnswerPart.init),
      file: file)
  }
}

extension TopicText {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(title)
    writer.write(names) { $1.write(to: &$0) }
    writer.write(answer) { $1.write(to: &$0) }
    writer.write(facts) { $1.write(to: &$0) }
    writer.write(toLearnFrom: examples) { $1.write(to: &$0) }
    position.write(to: &writer)
    writer.write(revised)
    writer.write(translated)
  }

  fileprivate init(
    from reader: inout ByteReader, withExamples: Bool
  ) throws(UnreadableBytes) {
    self.init(
      title: try reader.text(), names: try reader.list(Example.init),
      answer: try reader.list(AnswerLine.init), facts: try reader.list(Fact.init),
      examples: try reader.listToLearnFrom(needed: withExamples, Example.init),
      position: try Position(from: &reader), revised: try reader.optionalText(),
      translated: try reader.optionalText())
  }
}

extension AnswerPart {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(id)
    writer.write(see?.description)
    writer.write(texts.sorted { $0.key < $1.key }) {
      $0.write($1.key)
      $1.value.write(to: &$0)
    }
    position.write(to: &writer)
  }

  fileprivate init(from reader: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      id: try reader.text(), see: try reader.optionalText().map { TopicReference($0) },
      texts: Dictionary(
        try reader.list { reader throws(UnreadableBytes) in
          (try reader.text(), try PartText(from: &reader))
        }
      ) { first, _ in first },
      position: try Position(from: &reader))
  }
}

extension PartText {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(title)
    writer.write(answer) { $1.write(to: &$0) }
    writer.write(facts) { $1.write(to: &$0) }
    writer.write(toLearnFrom: examples) { $1.write(to: &$0) }
    position.write(to: &writer)
  }

  fileprivate init(from reader: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      title: try reader.text(), answer: try reader.list(AnswerLine.init),
      facts: try reader.list(Fact.init), examples: try reader.listToLearnFrom(Example.init),
      position: try Position(from: &reader))
  }
}

extension Person {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(telephones)
    writer.write(mail)
    writer.write(handles)
    position.write(to: &writer)
  }

  fileprivate init(from reader: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      name: try reader.text(), telephones: try reader.texts(), mail: try reader.optionalText(),
      handles: try reader.texts(), position: try Position(from: &reader))
  }
}
