import Foundation
import TestSupport
import Testing

/// A library's knowledge, begun with `vagvisare new` and filled with thirty topics: the program knows no
/// field of its own.
@Suite struct LibraryTests {
  private static let folder = EditorBench.package.appendingPathComponent(
    "Tests/EndToEndTests/Library")
  private static let knowledge = folder.appendingPathComponent("Knowledge")

  private func run(_ arguments: String...) throws -> RunResult {
    try runProgram(
      arguments, knowledge: Self.knowledge, environment: ["VAGVISARE_CACHE": "/dev/null"],
      folder: Self.folder)
  }

  @Test func itsConversationsPass() throws {
    #expect(try run("test", Self.folder.appendingPathComponent("Transcripts").path).status == 0)
  }

  @Test(arguments: [
    ("hur lånar jag om en bok", "loan/renew"), ("vad heter det trådlösa nätet", "digital/wifi"),
    ("can I book a group room", "visit/rooms"), ("finns det läxhjälp", "children/homework"),
    ("I have lost my library card", "loan/lost-card"), ("när är sagostunden", "children/story"),
  ])
  func whatItKnowsIsFound(question: String, topic: String) throws {
    #expect(try run("ask", "--json", question).out.contains("\"topic\":\"\(topic)\""))
  }

  @Test(arguments: ["Ge mig ett recept på pannkakor", "xyzzy plugh", "who won the game"])
  func whatItDoesNotKnowIsRefused(question: String) throws {
    #expect(try run("ask", question).status == 1)
  }

  @Test func aBranchAnswersForItsPartOfTown() throws {
    #expect(try run("ask", "telefonnummer till biblioteket i Norrby").out.contains("Omar Lind"))
    #expect(try run("ask", "telephone number of the Centrum branch").out.contains("Anna Berg"))
  }
}
