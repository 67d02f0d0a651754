import Foundation
import TestSupport
import Testing

/// `vagvisare new`: a folder that another organisation begins with.
@Suite struct NewCommandTests {
  private let bench: EditorBench

  init() throws { bench = try EditorBench() }

  @Test(arguments: [[], ["--lang", "sv"], ["--lang", "en"], ["--lang", "sv,en"]])
  func theNewFolderIsSound(options: [String]) throws {
    let made = try bench.run([EditorBench.program, "new", "mine"] + options)
    #expect(made.status == 0)
    let knowledge = bench.path("mine/Knowledge")
    #expect(try bench.run("check", "--strict", "--knowledge", knowledge).status == 0)
    let tested = try bench.run("test", bench.path("mine/Transcripts"), "--knowledge", knowledge)
    #expect(tested.status == 0)
    let guide = try bench.read("mine/Knowledge/README.md")
    #expect(guide.contains("# Kunskapen") == (options != ["--lang", "en"]))
    #expect(guide.contains("# The knowledge") == (options != ["--lang", "sv"]))
  }

  @Test func aFolderWithAnythingInItIsLeftAlone() throws {
    try bench.write("mine", to: "full/notes.txt")
    #expect(try bench.run("new", "full").status == 2)
    #expect(!FileManager.default.fileExists(atPath: bench.path("full/Knowledge")))
    #expect(try bench.run("new", "full/notes.txt").status == 2)
    #expect(try bench.read("full/notes.txt") == "mine")
  }

  @Test func itNeedsAFolderAndALanguageThatItHas() throws {
    #expect(try bench.run("new").status == 64)
    let wrong = try bench.run("new", "mine", "--lang", "de")
    #expect(wrong.status == 64)
    #expect(wrong.err.contains("write sv, en, sv,en"))
  }
}
