import Foundation
import TestSupport

/// Where the bridges and the program that they carry are.
enum Bridges {
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let folder = package.appendingPathComponent("Sources/Bridges")

  /// The program, as built with the tests.
  static let program = URL(fileURLWithPath: built("vagvisare"))

  /// The path of a program of the package, as built with the tests.
  static func built(_ name: String) -> String {
    let bundle = CommandLine.arguments.dropFirst().first { $0.hasSuffix(".xctest") }
    let beside = [bundle, CommandLine.arguments.first].compactMap { $0 }.map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent(name).path
    }
    let usual = package.appendingPathComponent(".build/release/\(name)").path
    return beside.first { FileManager.default.isExecutableFile(atPath: $0) } ?? usual
  }

  /// The path of a file of the bridges: `irc/vagvisare-irc`.
  static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
}

/// What went wrong with the other end.
struct BridgeFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Tries until something is there; throws when it is not in time.
func eventually<Value>(
  within seconds: Double = ChildProgram.patience, _ what: String, _ attempt: () throws -> Value?
) throws -> Value {
  let deadline = Date().addingTimeInterval(seconds)
  while true {
    if let value = try attempt() { return value }
    guard Date() < deadline else {
      throw BridgeFailure("\(what): not within \(Int(seconds)) seconds")
    }
    usleep(20_000)
  }
}
