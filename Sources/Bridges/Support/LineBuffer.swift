/// Bytes as they come, taken out as lines.
package struct LineBuffer {
  private let limit: Int
  private var bytes: [UInt8] = []
  /// Inside a line that is too long, which nobody gets.
  private var isSkipping = false

  package init(limit: Int = 1 << 20) {
    self.limit = limit
  }

  /// The lines that are whole now, without their ends; empty and too long ones are left out.
  package mutating func add(_ more: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for byte in more {
      guard byte == UInt8(ascii: "\n") else {
        if !isSkipping { bytes.append(byte) }
        if bytes.count > limit {
          isSkipping = true
          bytes = []
        }
        continue
      }
      if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
      if !bytes.isEmpty { lines.append(bytes) }
      bytes = []
      isSkipping = false
    }
    return lines
  }
}
