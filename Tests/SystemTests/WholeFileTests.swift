import Foundation
import System
import Testing

@Suite struct WholeFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("vagvisare-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
  private func remove() { try? FileManager.default.removeItem(at: folder) }

  @Test func replacesAndMakesFiles() throws {
    defer { remove() }
    try WholeFile.replace(path("a"), with: Array("ett".utf8))
    #expect(try text("a") == "ett")
    try WholeFile.replace(path("a"), with: Array("två".utf8))
    #expect(try text("a") == "två")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
  }

  @Test func theModeStaysAndALinkStaysALink() throws {
    defer { remove() }
    try "ett".write(toFile: path("a"), atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path("a"))
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: "a")
    try WholeFile.replace(path("link"), with: Array("två".utf8))
    #expect(try text("a") == "två")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link")) == "a")
    let mode = try FileManager.default.attributesOfItem(atPath: path("a"))[.posixPermissions]
    #expect(mode as? Int == 0o640)
  }

  @Test func whatAKilledWriterLeftIsNoHindrance() throws {
    defer { remove() }
    try "halv".write(toFile: path(".a.new"), atomically: false, encoding: .utf8)
    try WholeFile.replace(path("a"), with: Array("hel".utf8))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a"])
    #expect(try text("a") == "hel")
  }

  @Test func saysWhatTheSystemRefused() throws {
    defer { remove() }
    #expect(throws: SystemError(code: ENOENT)) {
      try WholeFile.replace(path("none/a"), with: [])
    }
    // A folder can't be replaced by a file; nothing stays behind.
    try FileManager.default.createDirectory(atPath: path("b/c"), withIntermediateDirectories: true)
    #expect(throws: SystemError(code: EISDIR)) {
      try WholeFile.replace(path("b"), with: [1])
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["b"])
  }
}
