import FoundationEssentials

/// Bytes in the letters A–Z, a–z, 0–9, `-` and `_`, without padding.
enum Base64URL {
  static func encode(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacingAll("+", with: "-").replacingAll("/", with: "_")
      .replacingAll("=", with: "")
  }

  /// Nil where the text has other letters, or is not what ``encode(_:)`` would write.
  static func decode(_ text: String) -> [UInt8]? {
    let isPlain = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
    }
    guard isPlain else { return nil }
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    let standard = text.replacingAll("-", with: "+").replacingAll("_", with: "/") + padding
    guard let data = Data(base64Encoded: standard) else { return nil }
    let bytes = [UInt8](data)
    return encode(bytes) == text ? bytes : nil
  }
}
