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
    self.init(
      id: try reader.text(), kind: TopicKind(try reader.text()),
      role: try reader.optional { reader throws(UnreadableBytes) in try reader.value() },
      section: try reader.optionalText(), asOf: try reader.optionalText(),
      reviewBy: try reader.optionalText(),
      reviewByPosition: try reader.list(Position.init).first, statutes: try reader.texts(),
      related: try reader.texts(), relatedPositions: try reader.list(Position.init),
      covers: try reader.texts(),
      persons: try reader.list(Person.init), facts: try reader.list(Fact.init),
      texts: Dictionary(
        try reader.list { reader throws(UnreadableBytes) in
          (try reader.text(), try TopicText(from: &reader))
        }
      ) { first, _ in first },
      parts: try reader.list(AnswerPart.init), file: file)
  }
}

extension TopicText {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(title)
    writer.write(toLearnFrom: names) { $1.write(to: &$0) }
    writer.write(answer) { $1.write(to: &$0) }
    writer.write(facts) { $1.write(to: &$0) }
    writer.write(toLearnFrom: examples) { $1.write(to: &$0) }
    position.write(to: &writer)
    writer.write(revised)
    writer.write(translated)
  }

  fileprivate init(from reader: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      title: try reader.text(), names: try reader.listToLearnFrom(Example.init),
      answer: try reader.list(AnswerLine.init),
      facts: try reader.list(Fact.init), examples: try reader.listToLearnFrom(Example.init),
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
