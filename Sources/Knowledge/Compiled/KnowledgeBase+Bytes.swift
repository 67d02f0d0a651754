extension KnowledgeBase {
  /// Everything that the knowledge holds as bytes, to be read faster than its files.
  package func write(to writer: inout ByteWriter) {
    writer.write(topics) { $1.write(to: &$0) }
    writer.write(languages)
    writer.write(concepts) { $1.write(to: &$0) }
    writer.write(toLearnFrom: frames) { $1.write(to: &$0) }
    writer.write(gazetteer.places) { $1.write(to: &$0) }
    writer.write(gazetteer.ordinaryWords) { $1.write(to: &$0) }
    writer.write(phrases.sorted { $0.key < $1.key }) { writer, block in
      writer.write(block.key)
      writer.write(block.value.texts.sorted { $0.key < $1.key }) {
        $0.write($1.key)
        $0.write($1.value)
      }
    }
    writer.write(foreignWords) { $1.write(to: &$0) }
    writer.write(digest)
  }

  package init(from reader: inout ByteReader) throws(UnreadableBytes) {
    let topics = try reader.list(Topic.init)
    let languages = try reader.texts()
    let concepts = try reader.list(Concept.init)
    let frames = try reader.listToLearnFrom(Frame.init)
    var gazetteer = Gazetteer()
    gazetteer.places = try reader.list(Place.init)
    gazetteer.ordinaryWords = try reader.list(Example.init)
    let phrases = try reader.list { reader throws(UnreadableBytes) in
      (
        try reader.text(),
        try reader.list { reader throws(UnreadableBytes) in (try reader.text(), try reader.text()) }
      )
    }
    self.init(
      topics: topics, languages: languages, concepts: concepts, frames: frames,
      gazetteer: gazetteer,
      phrases: Dictionary(
        phrases.map { ($0, Phrases(texts: Dictionary($1) { first, _ in first })) }
      ) { first, _ in first },
      foreignWords: try reader.list(Example.init), digest: try reader.text())
  }
}

extension Frame {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.write(text)
    writer.write(language)
    writer.write(part)
    position.write(to: &writer)
  }

  fileprivate init(from reader: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      text: try reader.text(), language: try reader.text(), part: try reader.optionalText(),
      position: try Position(from: &reader))
  }
}

extension Concept {
  fileprivate func write(to writer: inout ByteWriter) {
    position.write(to: &writer)
    writer.write(name)
    writer.write(role?.name)
    writer.write(ages) {
      $0.write($1.lowerBound)
      $0.write($1.upperBound)
    }
    writer.write(toLearnFrom: words) { $1.write(to: &$0) }
  }

  fileprivate init(from reader: inout ByteReader) throws(UnreadableBytes) {
    let position = try Position(from: &reader)
    let name = try reader.text()
    let roleName = try reader.optionalText()
    let role = roleName.flatMap { ConceptRole(name: $0) }
    guard (role == nil) == (roleName == nil) else { throw UnreadableBytes() }
    self.init(
      name: name, role: role,
      ages: try reader.optional { reader throws(UnreadableBytes) in
        let low = try reader.number()
        let high = try reader.number()
        guard low <= high else { throw UnreadableBytes() }
        return low...high
      },
      words: try reader.listToLearnFrom(needed: role != nil, Example.init), position: position)
  }
}

extension Place {
  fileprivate func write(to writer: inout ByteWriter) {
    position.write(to: &writer)
    writer.write(name)
    writer.write(toLearnFrom: names) { $1.write(to: &$0) }
    switch extent {
    case .county(let county):
      writer.write(UInt8(0))
      writer.write(county)
    case .across(let counties):
      writer.write(UInt8(1))
      writer.write(counties)
    case .abroad: writer.write(UInt8(2))
    }
  }

  fileprivate init(from reader: inout ByteReader) throws(UnreadableBytes) {
    let position = try Position(from: &reader)
    let name = try reader.text()
    let names = try reader.listToLearnFrom(Example.init)
    let extent: Extent
    switch try reader.byte() {
    case 0: extent = .county(try reader.text())
    case 1: extent = .across(try reader.texts())
    case 2: extent = .abroad
    default: throw UnreadableBytes()
    }
    self.init(name: name, names: names, extent: extent, position: position)
  }
}
