import Foundation
import Testing

/// The page on the way of the data names what is there.
@Suite struct DataFlowPageTests {
  private static let sources = EditorBench.package.appendingPathComponent("Sources")
  private let page: String

  init() throws {
    page = try String(
      contentsOf: Self.sources.appendingPathComponent("Documentation.docc/DataFlow.md"),
      encoding: .utf8)
  }

  /// Whether a text declares a function, or an initialiser.
  private func declares(_ function: Substring, in text: String) throws -> Bool {
    let word = function == "init" ? "init\\??" : "func \(function)"
    return try text.contains(Regex("(?m)^ .*\\b\(word)[(<]"))
  }

  @Test func everyStepStandsWhereThePageSays() throws {
    let steps = page.matches(of: #/\| `(\w+)\.(\w+)` \| `([^`]+\.swift)` \|/#)
    #expect(steps.count == page.split(separator: "\n").count { $0.contains(".swift` |") })
    #expect(steps.count >= 30)
    for step in steps {
      let (_, type, function, file) = step.output
      let text = try String(
        contentsOf: Self.sources.appendingPathComponent(String(file)), encoding: .utf8)
      #expect(
        try text.contains(Regex("(?m)^.*\\b(struct|enum|class|extension) \(type)\\b")),
        "\(type) in \(file)")
      #expect(try declares(function, in: text), "\(type).\(function) in \(file)")
    }
  }

  @Test func everyOtherNameIsOfATypeOrAFunctionThatIsThere() throws {
    let files = try FileManager.default.subpathsOfDirectory(atPath: Self.sources.path)
      .filter { $0.hasSuffix(".swift") }
    let text = try files.map {
      try String(contentsOf: Self.sources.appendingPathComponent($0), encoding: .utf8)
    }.joined(separator: "\n")
    let names = page.matches(of: #/`([A-Z]\w+)(?:\.(\w+))?`/#)
    #expect(names.count > 30)
    for name in names {
      let type = name.output.1
      #expect(try text.contains(Regex("\\b(struct|enum|class) \(type)\\b")), "\(type)")
      if let function = name.output.2 { #expect(try declares(function, in: text), "\(function)") }
    }
  }
}
