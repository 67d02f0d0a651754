import Foundation
import TestSupport
import Testing

/// Questions from a terminal or a program that writes Latin-1.
@Suite final class OlderEncodingTests {
  private let folder: String

  init() throws { folder = try SmallKnowledge.write().path }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static let question = Array("f\u{E5}r man k\u{F6}pa sex\n".unicodeScalars).map {
    UInt8($0.value)
  }
  private static let answer = "Att köpa sex är ett brott."

  private func run(_ path: String, _ arguments: [String], _ input: [UInt8]) throws -> String {
    let program = try ChildProgram(
      path, arguments, environment: BuiltCommand.environment(knowledge: folder))
    return String(decoding: try program.exchange(input).out, as: UTF8.self)
  }

  @Test func askReadsItsArguments() throws {
    // A shell passes on the bytes that no argument of a test could hold.
    let line = "exec '\(BuiltCommand.path)' ask \"$(cat)\""
    #expect(try run("/bin/sh", ["-c", line], Self.question).contains(Self.answer))
  }

  @Test func askReadsStdin() throws {
    #expect(try run(BuiltCommand.path, ["ask", "-"], Self.question).contains(Self.answer))
  }

  @Test func chatReadsItsLines() throws {
    #expect(try run(BuiltCommand.path, ["chat"], Self.question).contains(Self.answer))
  }
}
