import Foundation

/// The built program, for tests that run it.
package enum BuiltCommand {
  private static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program's path: as built with the tests, it stands beside their bundle.
  package static let path: String = {
    let bundle = CommandLine.arguments.dropFirst().first { $0.hasSuffix(".xctest") }
    let beside = [bundle, CommandLine.arguments.first].compactMap { $0 }.map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("vagvisare").path
    }
    let usual = ["release", "debug"].map {
      package.appendingPathComponent(".build/\($0)/vagvisare").path
    }
    return (beside + usual).first { FileManager.default.isExecutableFile(atPath: $0) } ?? usual[0]
  }()

  /// What the program finds in its environment, with nothing of the test's own surroundings.
  package static func environment(
    knowledge: String?, _ more: [String: String] = [:]
  ) -> [String: String] {
    let inherited = ProcessInfo.processInfo.environment
    var variables = ["PATH": inherited["PATH"] ?? "", "INPUTRC": "/dev/null"]
    variables["LD_LIBRARY_PATH"] = inherited["LD_LIBRARY_PATH"]
    variables["VAGVISARE_KNOWLEDGE"] = knowledge
    return variables.merging(more) { $1 }
  }
}
