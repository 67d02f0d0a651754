import Glibc
import System

/// The number that the linker gives to what it has linked: the same for the same program, wherever its
/// file stands, and another for any other.
enum BuildNumber {
  private static let programHeaderSize = 56
  private static let noteSegment: UInt32 = 4
  private static let buildNote: UInt32 = 3

  /// Nil where the file is no ELF file of 64 bits, or has no such number.
  static func ofProgram(at path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let header = read(descriptor, at: 0, 64),
      header.starts(with: [0x7F, UInt8(ascii: "E"), UInt8(ascii: "L"), UInt8(ascii: "F"), 2, 1])
    else { return nil }
    let start = number(header, 32, 8)
    let count = number(header, 56, 2)
    guard number(header, 54, 2) == programHeaderSize,
      let segments = read(descriptor, at: start, count * programHeaderSize)
    else { return nil }
    for place in stride(from: 0, to: segments.count, by: programHeaderSize)
    where number(segments, place, 4) == noteSegment {
      let length = number(segments, place + 32, 8)
      guard (0...1 << 16).contains(length),
        let notes = read(descriptor, at: number(segments, place + 8, 8), length)
      else { continue }
      if let found = buildNumber(in: notes) { return found }
    }
    return nil
  }

  /// A note is three numbers (the lengths of its name and content, its kind), then both, each filled up
  /// to a multiple of four bytes.
  private static func buildNumber(in notes: [UInt8]) -> [UInt8]? {
    var place = 0
    while place + 12 <= notes.count {
      let (name, content) = (number(notes, place, 4), number(notes, place + 4, 4))
      let start = place + 12 + (name + 3) / 4 * 4
      guard name <= notes.count, content <= notes.count, start + content <= notes.count else {
        return nil
      }
      let isGNU = notes[(place + 12)...].starts(with: Array("GNU".utf8))
      if isGNU, number(notes, place + 8, 4) == buildNote {
        return Array(notes[start..<start + content])
      }
      place = start + (content + 3) / 4 * 4
    }
    return nil
  }

  private static func read(_ descriptor: Int32, at place: Int, _ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    let filled = bytes.withUnsafeMutableBytes {
      try? Descriptor.fill($0, from: descriptor, at: place)
    }
    return filled == count ? bytes : nil
  }

  private static func number(_ bytes: [UInt8], _ place: Int, _ size: Int) -> Int {
    bytes[place..<place + size].reversed().reduce(0) { $0 << 8 | Int($1) & 0xFF }
  }
}
