import Foundation
import LineProtocol
import Testing

/// The page Protocol names every word that the protocol has.
@Suite struct ProtocolWordsTests {
  @Test func everyVerbAndErrorStandsOnThePage() throws {
    let page = try String(
      contentsOf: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/Documentation.docc/Protocol.md"), encoding: .utf8)
    for verb in Verb.allCases {
      #expect(page.contains("| `\(verb.rawValue)`") || page.contains("| `\(verb.rawValue) TEXT`"))
    }
    for error in RequestError.allCases { #expect(page.contains("| `\(error.rawValue)` |")) }
    #expect(page.contains("window=\(ProtocolVersion.window) line=\(LineSplitter.limit)"))
    #expect(page.contains("* vagvisare \(ProtocolVersion.number) "))
  }
}
