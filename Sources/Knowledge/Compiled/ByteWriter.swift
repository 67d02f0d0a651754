/// Writes values one after the other; ``ByteReader`` reads them in the same order.
package struct ByteWriter {
  package private(set) var bytes: [UInt8] = []
  private var numbers: [String: Int] = [:]

  package init() {}

  package mutating func write(_ number: UInt8) { bytes.append(number) }

  /// A number from 0 to 2³² − 1.
  package mutating func write(_ number: Int) {
    withUnsafeBytes(of: UInt32(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// A text that many values share: written once, then by its number.
  package mutating func write(shared text: String) {
    if let number = numbers[text] {
      write(number)
      return
    }
    write(numbers.count)
    numbers[text] = numbers.count
    write(text)
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

  package mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }
}
