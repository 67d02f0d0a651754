extension Position {
  func write(to writer: inout ByteWriter) {
    writer.write(path: file)
    writer.write(line)
    writer.write(column)
  }

  init(from reader: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      file: try reader.path(), line: try reader.number(), column: try reader.number())
  }
}

extension Example {
  func write(to writer: inout ByteWriter) {
    writer.write(text)
    position.write(to: &writer)
    writer.write(UInt8(leans ? 1 : 0))
  }

  init(from reader: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      text: try reader.text(), position: try Position(from: &reader),
      leans: try reader.byte() == 1)
  }
}

extension AnswerLine {
  func write(to writer: inout ByteWriter) {
    writer.write(style == .quotation ? UInt8(1) : 0)
    writer.write(text)
    position.write(to: &writer)
  }

  init(from reader: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      style: try reader.byte() == 1 ? .quotation : .text, text: try reader.text(),
      position: try Position(from: &reader))
  }
}

extension Fact {
  func write(to writer: inout ByteWriter) {
    writer.write(text)
    line.mark.write(to: &writer)
    writer.write(line.text)
    line.position.write(to: &writer)
    writer.write(line.raw)
  }

  init(from reader: inout ByteReader) throws(UnreadableBytes) {
    self.init(
      text: try reader.text(),
      line: SourceLine(
        mark: try Mark(from: &reader), text: try reader.text(),
        position: try Position(from: &reader), raw: try reader.text()))
  }
}

extension Mark {
  private static let plain: [Mark] = [
    .comment, .block, .part, .question, .answer, .quotation, .fact, .forbidden, .topic, .opening,
    .blank,
  ]

  fileprivate func write(to writer: inout ByteWriter) {
    if case .key(let name) = self {
      writer.write(UInt8(Self.plain.count))
      writer.write(name)
    } else {
      writer.write(UInt8(Self.plain.firstIndex(of: self) ?? 0))
    }
  }

  fileprivate init(from reader: inout ByteReader) throws(UnreadableBytes) {
    let number = Int(try reader.byte())
    if number == Self.plain.count {
      self = .key(try reader.text())
    } else if Self.plain.indices.contains(number) {
      self = Self.plain[number]
    } else {
      throw UnreadableBytes()
    }
  }
}

extension ByteReader {
  /// One of the values of an enumeration, by its name.
  mutating func value<Value: RawRepresentable>() throws(UnreadableBytes) -> Value
  where Value.RawValue == String {
    guard let value = Value(rawValue: try text()) else { throw UnreadableBytes() }
    return value
  }
}
