import Foundation
import TestSupport

/// The built program and the folders around it.
enum Built {
  /// The package's folder.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program, as built with the tests: it stands beside their bundle.
  static let program: URL = {
    let bundle = CommandLine.arguments.dropFirst().first { $0.hasSuffix(".xctest") }
    let beside = [bundle, CommandLine.arguments.first].compactMap { $0 }
      .map {
        URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("vagvisare")
      }
    let usual = ["release", "debug"].map {
      package.appendingPathComponent(".build/\($0)/vagvisare")
    }
    return (beside + usual).first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? usual[0]
  }()

  static let knowledge = package.appendingPathComponent("Knowledge")

  /// What the program finds in its environment.
  static func environment(_ knowledge: URL?) -> [String: String] {
    let inherited = ProcessInfo.processInfo.environment
    var variables = ["PATH": inherited["PATH"] ?? "", "LANG": "en_US.UTF-8"]
    variables["LD_LIBRARY_PATH"] = inherited["LD_LIBRARY_PATH"]
    variables["VAGVISARE_KNOWLEDGE"] = knowledge?.path
    return variables
  }
}

/// What a run of the program gave.
struct RunResult {
  /// The exit code; below 0 the number of the signal that ended the program.
  let status: Int32
  let out: String
  let err: String
}

/// Runs the program, or another, to its end.
func runProgram(
  _ arguments: [String], program: URL = Built.program, input: Data = Data(),
  knowledge: URL? = Built.knowledge, environment: [String: String] = [:],
  folder: URL = Built.package
) throws -> RunResult {
  let child = try ChildProgram(
    program.path, arguments,
    environment: Built.environment(knowledge).merging(environment) { $1 }, folder: folder.path,
    stderr: .pipe)
  let (out, err) = try child.exchange(Array(input))
  let status: Int32 =
    switch try child.wait() {
    case .exited(let code): code
    case .killed(let signal): -signal
    }
  return RunResult(
    status: status, out: String(decoding: out, as: UTF8.self),
    err: String(decoding: err, as: UTF8.self))
}
