/// A value of a JSON object, as far as requests need it.
package enum JSONValue: Equatable {
  case string(String)
  /// A number without fraction and exponent, as it was written.
  case integer(String)
  /// Any other value: it was well formed, and is of no use here.
  case other
}

/// The line is no JSON object.
package struct NotAnObject: Error {}

/// Reads one JSON object (RFC 8259, strictly) from bytes of good UTF-8.
///
/// A reader of its own, because a request must be read exactly: a name that stands twice, a number
/// that no `Double` holds, half of a surrogate pair. Values within values are checked and passed
/// over without recursion, so that no depth of nesting can exhaust the stack.
package struct JSONObjectReader {
  private let bytes: [UInt8]
  private var place = 0
  /// Whether a string, or a name, holds U+0000.
  package private(set) var hasNUL = false

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The members of the object in their order, those that stand twice too.
  package mutating func members() throws(NotAnObject) -> [(name: String, value: JSONValue)] {
    var members: [(name: String, value: JSONValue)] = []
    passSpace()
    try expect("{")
    passSpace()
    if !take("}") {
      repeat {
        let name = try memberName()
        members.append((name, try value()))
        passSpace()
      } while take(",")
      try expect("}")
    }
    passSpace()
    guard place == bytes.count else { throw NotAnObject() }
    return members
  }

  // MARK: Values

  private mutating func value() throws(NotAnObject) -> JSONValue {
    passSpace()
    guard next == UInt8(ascii: "{") || next == UInt8(ascii: "[") else { return try scalar() }
    try passNested()
    return .other
  }

  private mutating func scalar() throws(NotAnObject) -> JSONValue {
    switch next {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): try expect("true")
    case UInt8(ascii: "f"): try expect("false")
    case UInt8(ascii: "n"): try expect("null")
    default: return try number()
    }
    return .other
  }

  /// Passes over an object or an array, with everything in it.
  private mutating func passNested() throws(NotAnObject) {
    /// What closes the brackets that are open, the innermost last.
    var closers: [UInt8] = []
    repeat {
      // Here a value begins.
      passSpace()
      if take("[") {
        closers.append(UInt8(ascii: "]"))
        passSpace()
        guard next == UInt8(ascii: "]") else { continue }
      } else if take("{") {
        closers.append(UInt8(ascii: "}"))
        passSpace()
        if next != UInt8(ascii: "}") {
          _ = try memberName()
          continue
        }
      } else {
        _ = try scalar()
      }
      // Here one has ended, and with it perhaps those around it.
      passSpace()
      while let closer = closers.last, next == closer {
        place += 1
        closers.removeLast()
        passSpace()
      }
      guard let closer = closers.last else { return }
      try expect(",")
      if closer == UInt8(ascii: "}") { _ = try memberName() }
    } while true
  }

  /// A name and the colon after it.
  private mutating func memberName() throws(NotAnObject) -> String {
    passSpace()
    let name = try string()
    passSpace()
    try expect(":")
    return name
  }

  /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`
  private mutating func number() throws(NotAnObject) -> JSONValue {
    let start = place
    _ = take("-")
    if !take("0") { try digits() }
    let isInteger =
      next != UInt8(ascii: ".") && next != UInt8(ascii: "e") && next != UInt8(ascii: "E")
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    guard isInteger else { return .other }
    return .integer(String(decoding: bytes[start..<place], as: UTF8.self))
  }

  private mutating func digits() throws(NotAnObject) {
    let start = place
    while let byte = next, (0x30...0x39).contains(byte) { place += 1 }
    guard place > start else { throw NotAnObject() }
  }

  // MARK: Strings

  private mutating func string() throws(NotAnObject) -> String {
    try expect("\"")
    var text: [UInt8] = []
    while let byte = next {
      place += 1
      switch byte {
      case UInt8(ascii: "\""):
        if text.contains(0) { hasNUL = true }
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        text.append(contentsOf: UTF8.encode(try escaped()).map(Array.init) ?? [])
      case ..<0x20: throw NotAnObject()
      default: text.append(byte)
      }
    }
    throw NotAnObject()
  }

  private mutating func escaped() throws(NotAnObject) -> Unicode.Scalar {
    let letter = next
    place += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw NotAnObject()
    }
    var value = try codeUnit()
    if (0xD800...0xDBFF).contains(value) {
      try expect("\\u")
      let low = try codeUnit()
      guard (0xDC00...0xDFFF).contains(low) else { throw NotAnObject() }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw NotAnObject() }
    return scalar
  }

  private mutating func codeUnit() throws(NotAnObject) -> UInt32 {
    let end = place + 4
    guard end <= bytes.count else { throw NotAnObject() }
    var value: UInt32 = 0
    for byte in bytes[place..<end] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw NotAnObject() }
      value = value << 4 | UInt32(digit)
    }
    place = end
    return value
  }

  // MARK: Bytes

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func passSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
      place += 1
    }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    let end = place + text.utf8CodeUnitCount
    guard end <= bytes.count,
      text.withUTF8Buffer({ bytes[place..<end].elementsEqual($0) })
    else { return false }
    place = end
    return true
  }

  private mutating func expect(_ text: StaticString) throws(NotAnObject) {
    guard take(text) else { throw NotAnObject() }
  }
}
