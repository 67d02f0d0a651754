import Foundation
import Glibc
import TestSupport

/// The program serving on a pipe.
final class ServedProgram {
  let child: ChildProgram
  private var buffer: [UInt8] = []
  private var taken = 0
  private(set) var greeting = ""
  /// The notices read on the way to replies.
  private(set) var notices: [String] = []

  /// Starts `serve` on a knowledge folder; the greeting is read where `greets`.
  init(
    knowledge: URL, arguments: [String] = [], stderr: ChildProgram.Stream = .null,
    blocking: [Int32] = [], greets: Bool = true
  ) throws {
    child = try ChildProgram(
      Built.program.path, ["serve"] + arguments, environment: Built.environment(knowledge),
      stderr: stderr, blocking: blocking)
    if greets { greeting = try line() }
  }

  // MARK: Writing

  func write(_ text: String) throws { try child.write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws { try child.write(bytes) }

  func closeInput() { child.closeInput() }

  func send(signal number: Int32) { child.send(signal: number) }

  // MARK: Reading

  /// The next line without its end.
  func line() throws -> String {
    var searched = taken
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: buffer[taken..<end], as: UTF8.self)
        taken = end + 1
        return line
      }
      if taken > 0 {
        buffer.removeSubrange(..<taken)
        taken = 0
      }
      searched = buffer.count
      guard let more = try child.readSome() else {
        throw ChildProgram.Trouble.ended(String(decoding: buffer, as: UTF8.self))
      }
      buffer += more
    }
  }

  /// The lines of the next reply, to its end line; in the JSON encoding its one line.
  func reply() throws -> [String] {
    var lines: [String] = []
    while true {
      let line = try line()
      if line.hasPrefix("* ") || line.hasPrefix("{\"notice\"") {
        notices.append(line)
        continue
      }
      lines.append(line)
      if line.hasPrefix("{") { return lines }
      let words = line.split(separator: " ", maxSplits: 2)
      if words.count >= 2, words[1] == "." { return lines }
    }
  }

  /// Sends a line and reads its reply.
  func ask(_ line: String) throws -> [String] {
    try write(line + "\n")
    return try reply()
  }

  /// Sends an object on a line and reads its reply, an object.
  func askJSON(_ line: String) throws -> String {
    try ask(line).joined()
  }

  /// Reads to the end of the output and waits for the program's end.
  func end() throws -> (rest: String, ending: ChildProgram.Ending) {
    var rest = buffer[taken...]
    while let more = try child.readSome() { rest += more }
    return (String(decoding: rest, as: UTF8.self), try child.wait())
  }

  /// The greatest memory the program has used, in KiB.
  var peakMemory: Int {
    let text = (try? String(contentsOfFile: "/proc/\(child.identifier)/status", encoding: .utf8))
    let line = text?.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }
}

extension [String] {
  /// The values of a field of a reply.
  func field(_ name: String) -> [String] {
    compactMap { line in
      let words = line.split(separator: " ", maxSplits: 3).map(String.init)
      return words.count == 4 && words[1] == ":" && words[2] == name ? words[3] : nil
    }
  }

  /// The text lines of a reply, without their tags.
  var text: [String] {
    compactMap { line in
      guard let range = line.range(of: " | ") else { return nil }
      return String(line[range.upperBound...])
    }
  }
}
