import Foundation
import Knowledge
import TestSupport
import Testing

@testable import Understanding

@Suite struct InterpreterSourceTests {
  /// Makes every file of a folder look as if nothing had been changed for a while; only their own
  /// clock can do that, so it waits.
  private func settle() { Thread.sleep(forTimeInterval: 1.1) }

  private func write(_ text: String, _ path: String, in folder: URL) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(path))
  }

  @Test func opensTheSameWithACacheAndWithout() throws {
    let folders = try Folders()
    let path = folders.knowledge.path
    let plain = try #require(InterpreterSource(cache: nil).open(folder: path).interpreter)
    let source = InterpreterSource(cache: folders.cache)
    for _ in 0..<3 {
      let opened = source.open(folder: path)
      #expect(answers(try #require(opened.interpreter)) == answers(plain))
      #expect(opened.problems.isEmpty)
    }
    _ = try folders.file()
  }

  @Test func findsFilesUnchangedByTheirTimesAloneOnceTheyHaveSettled() throws {
    let folders = try Folders()
    let path = folders.knowledge.path
    let now = Int64(Date().timeIntervalSince1970 * 1e9)
    let listing = try #require(FolderListing(folder: path))
    #expect(listing.stamp(now: now) == nil)
    let later = now + 2_000_000_000
    let stamp = try #require(listing.stamp(now: later))
    #expect(FolderListing(folder: path)?.stamp(now: later) == stamp)
    // The same bytes written anew, another size, a file more: another stamp each time.
    let name = try #require(listing.files().first { $0.ending == "topic" }?.path)
    let text = try String(contentsOfFile: path + "/" + name, encoding: .utf8)
    var stamps = [stamp]
    try write(text, name, in: folders.knowledge)
    stamps.append(try #require(FolderListing(folder: path)?.stamp(now: later + 1_000_000_000)))
    try write(text + "\n", name, in: folders.knowledge)
    stamps.append(try #require(FolderListing(folder: path)?.stamp(now: later + 1_000_000_000)))
    try write("", "new.topic", in: folders.knowledge)
    stamps.append(try #require(FolderListing(folder: path)?.stamp(now: later + 1_000_000_000)))
    #expect(Set(stamps).count == 4)
  }

  @Test func seesAChangeAtOnce() throws {
    let folders = try Folders()
    let path = folders.knowledge.path
    let source = InterpreterSource(cache: folders.cache)
    settle()
    let before = try #require(source.open(folder: path).interpreter?.knowledge.digest)
    #expect(source.open(folder: path).interpreter?.knowledge.digest == before)
    try write(
      "== sv\ntitle: Ny\n< Ny\n> ny fråga\n\n== en\ntitle: New\n< New\n> new one", "n.topic",
      in: folders.knowledge)
    let after = try #require(source.open(folder: path).interpreter)
    #expect(after.knowledge.digest != before)
    #expect(after.knowledge.topic("n") != nil)
    #expect(source.open(folder: path).interpreter?.knowledge.digest == after.knowledge.digest)
  }

  @Test func reportsWhatIsWrongThoughTheCacheKnewTheFolder() throws {
    let folders = try Folders()
    let path = folders.knowledge.path
    let source = InterpreterSource(cache: folders.cache)
    settle()
    #expect(source.open(folder: path).interpreter != nil)
    try write("x", "strange.txt", in: folders.knowledge)
    let opened = source.open(folder: path)
    #expect(opened.interpreter == nil)
    #expect(
      opened.problems.map { $0.headline(in: .english) } == [
        "\(path)/strange.txt:1:1: error: nothing reads the file strange.txt"
      ])
    try FileManager.default.removeItem(at: folders.knowledge.appendingPathComponent("strange.txt"))
    #expect(source.open(folder: path).interpreter != nil)
  }

  @Test func namesFilesAsTheFolderIsCalled() throws {
    let folders = try Folders()
    let source = InterpreterSource(cache: folders.cache)
    let link = folders.root.appendingPathComponent("link")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: folders.knowledge)
    let first = try #require(source.open(folder: folders.knowledge.path).interpreter)
    let second = try #require(source.open(folder: link.path).interpreter)
    #expect(first.knowledge.topics[0].file.hasPrefix(folders.knowledge.path + "/"))
    #expect(second.knowledge.topics[0].file.hasPrefix(link.path + "/"))
    // One file serves both.
    _ = try folders.file()
  }

  @Test func readsWarningsAnewWhereTheyAreAskedFor() throws {
    var files = SmallKnowledge.files
    files["w.topic"] =
      "== sv\ntitle: W\n< W\n> samma\n> samma\n\n== en\ntitle: W\n< W\n> same thing"
    let folders = try Folders(files)
    let source = InterpreterSource(cache: folders.cache)
    for _ in 0..<2 {
      let opened = source.open(folder: folders.knowledge.path, checking: true)
      #expect(opened.interpreter != nil)
      #expect(opened.problems.count == 1)
    }
  }
}
