import Conversation
import Foundation
import Knowledge
import TestSupport
import Testing
import Understanding

/// The cache gives what answers no more than that needs: nothing that it leaves out may change an answer.
@Suite struct CachedAnswersTests {
  /// What answers with all of a knowledge, and what does with what the cache gives for many questions and for
  /// one.
  private func responders(_ files: [String: String]) throws -> [Responder] {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("vagvisare-cached-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: root) }
    let cache = CompiledCache(folder: root.path + "/cache", program: 7)
    let learnt = Interpreter(knowledge: try SmallKnowledge.load(files))
    #expect(cache.store(learnt, of: root.path, content: 1, stamp: 2))
    let read = try [ByteReader.Scope.answers, .oneAnswer].map {
      try #require(cache.interpreter(of: root.path, stamp: 2, $0))
    }
    return ([learnt] + read).map { Responder(interpreter: $0) }
  }

  private func expectTheSame(_ files: [String: String], _ questions: [String]) throws {
    let responders = try responders(files)
    for question in questions {
      let replies = responders.map { $0.reply(to: question).reply }
      for other in replies.dropFirst() {
        #expect(other.text == replies[0].text, "\(question)")
        #expect(other.topics == replies[0].topics, "\(question)")
      }
    }
  }

  @Test(arguments: 0..<40)
  func everyFolderAnswersTheSame(seed: Int) throws {
    try expectTheSame(
      AnyFolderTests.Folder(UInt64(seed)).files, AnyFolderTests.questions)
  }

  /// A region is called by its first name, not by the title of its contacts.
  @Test func aRegionKeepsItsName() throws {
    var files = TalkKnowledge.files.mapValues {
      $0.replacing("title: Region North\n", with: "title: Our people there\nnames: The North\n")
    }
    files["about/regions.topic"] = """
      kind: about
      role: regions

      == sv
      title: Regioner
      < Det finns en region.
      > vilken region hör orten till?

      == en
      title: Regions
      < There is one region.
      > which region does the place belong to?
      > which region is it in?
      """
    files["more.phrases"] = """
      == sv
      place-belongs: {place} hör till {region} ({areas}).

      == en
      place-belongs: {place} belongs to {region} ({areas}).
      """
    let question = "which region does Norrbotten belong to?"
    let replies = try responders(files).map { $0.reply(to: question).reply.text.first }
    #expect(replies[0] == "Norrbotten belongs to The North (Norrbotten).")
    #expect(Set(replies).count == 1)
  }

  @Test func contactsWithoutPlacesKeepTheirWords() throws {
    try expectTheSame(
      SmallKnowledge.contactsWithoutPlaces,
      ["vem ringer jag när kranen droppar", "vem ringer jag om ansökan"])
  }
}
