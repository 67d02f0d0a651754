/// Writes values one after the other; ``ByteReader`` reads them in the same order.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []
  private var numbers: [String: Int] = [:]
  private let prefix: String

  /// A writer of a folder's knowledge: paths are written as they are below the folder, whatever it is
  /// called.
  package init(folder: String) {
    prefix = folder + "/"
  }

  package mutating func write(_ number: UInt8) { bytes.append(number) }

  /// A number from 0 to 2³² − 1.
  package mutating func write(_ number: Int) {
    withUnsafeBytes(of: UInt32(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// A file's path, which many values share: written once, then by its number.
  ///
  /// In a list that a reader may pass over it is written for that list alone, unless it was known.
  package mutating func write(path: String) {
    if let number = numbers[path] {
      write(number)
      return
    }
    write(numbers.count)
    numbers[path] = numbers.count
    write(path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path)
  }

  package mutating func write<Value>(
    _ value: Value?, _ body: (inout ByteWriter, Value) -> Void
  ) {
    write(value == nil ? UInt8(0) : 1)
    if let value { body(&self, value) }
  }

  package mutating func write(_ text: String?) { write(text) { $0.write($1) } }

  package mutating func write<Values: Collection>(
    _ values: Values, _ body: (inout ByteWriter, Values.Element) -> Void
  ) {
    write(values.count)
    for value in values { body(&self, value) }
  }

  /// Values that a reader may pass over, see ``ByteReader/Scope``.
  package mutating func write<Values: Collection>(
    toLearnFrom values: Values, _ body: (inout ByteWriter, Values.Element) -> Void
  ) {
    let start = bytes.count
    let known = numbers
    write(0)
    write(values, body)
    // A reader that passes over the list has not read the paths that it introduces.
    numbers = known
    let length = UInt32(bytes.count - start - 4)
    withUnsafeBytes(of: length.littleEndian) { length in
      for (place, byte) in length.enumerated() { bytes[start + place] = byte }
    }
  }

  package mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }
}
