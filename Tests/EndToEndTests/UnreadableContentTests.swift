import Foundation
import Glibc
import TestSupport
import Testing

/// Files that cannot be read are named, never left out; and nobody waits for, or scrolls through, what
/// is wrong with a file that is none of ours.
@Suite struct UnreadableContentTests {
  private let folder: TemporaryKnowledge

  init() throws { folder = try TemporaryKnowledge() }

  private func check() throws -> RunResult {
    try runProgram(["check"], knowledge: folder.url)
  }

  private func expectError(_ message: String, at file: String) throws {
    for arguments in [["check"], ["ask", "hej"], ["serve"]] {
      let result = try runProgram(arguments, knowledge: folder.url)
      #expect(
        (result.out + result.err).contains("\(folder.url.path)/\(file):1:1: error: \(message)\n"))
      #expect(result.status == 2)
    }
  }

  @Test func namesLinksThatLeadNowhereOrToAFolder() throws {
    let files = FileManager.default
    let link = folder.url.appendingPathComponent("law/more.topic").path
    try files.createSymbolicLink(atPath: link, withDestinationPath: "gone.topic")
    try expectError("the link leads nowhere", at: "law/more.topic")
    try files.removeItem(atPath: link)
    try files.createSymbolicLink(atPath: link, withDestinationPath: "more.topic")
    try expectError("the link leads nowhere", at: "law/more.topic")
    try files.removeItem(atPath: link)
    let loop = folder.url.appendingPathComponent("law/loop").path
    try files.createSymbolicLink(atPath: loop, withDestinationPath: "..")
    try expectError("the link leads to a folder", at: "law/loop")
    try files.removeItem(atPath: loop)
    // What editors leave behind is nobody's content, as before.
    try files.createSymbolicLink(
      atPath: folder.url.appendingPathComponent("law/.#more.topic").path,
      withDestinationPath: "somebody@somewhere.1234")
    #expect(try runProgram(["ask", "hej"], knowledge: folder.url).status == 0)
  }

  @Test(
    arguments: [
      ([0x66, 0xF6, 0x72], "f\u{FFFD}r.topic"),
      ([0x61, 0x1B, 0x5B, 0x4A, 0x0A], "a\u{FFFD}[J\u{FFFD}.topic"),
    ] as [([UInt8], String)])
  func namesFilesWhoseNamesCannotBeShown(_ stem: [UInt8], _ shown: String) throws {
    let name = Array((folder.url.path + "/law/").utf8) + stem + Array(".topic".utf8) + [0]
    let descriptor = name.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        open($0.baseAddress!, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
      }
    }
    try #require(descriptor >= 0)
    close(descriptor)
    try expectError("the name is not UTF-8, or has control characters", at: "law/" + shown)
  }

  @Test func refusesALargeFileAtOnce() throws {
    let large = folder.url.appendingPathComponent("law/large.topic").path
    #expect(FileManager.default.createFile(atPath: large, contents: nil))
    #expect(truncate(large, 100 << 20) == 0)
    try expectError("the file is larger than 4 MiB", at: "law/large.topic")
    let transcript = folder.url.path + "-large.transcript"
    #expect(rename(large, transcript) == 0)
    defer { unlink(transcript) }
    let result = try runProgram(["test", transcript], knowledge: folder.url)
    #expect(result.err.hasPrefix("\(transcript):1:1: error: the file is larger than 4 MiB\n"))
    #expect(result.status == 2)
  }

  @Test func namesTranscriptsThatCannotBeRead() throws {
    let transcripts = try TemporaryKnowledge(["a.transcript": "== a\n> hej\n@ greeting\n"])
    try FileManager.default.createSymbolicLink(
      atPath: transcripts.url.path + "/b.transcript", withDestinationPath: "gone")
    let result = try runProgram(["test", transcripts.url.path], knowledge: folder.url)
    #expect(
      result.err.hasPrefix(
        "\(transcripts.url.path)/b.transcript:1:1: error: the link leads nowhere\n"))
    #expect(result.status == 2)
  }

  @Test func aLongLineMakesNoLongMessage() throws {
    try Data(count: 3 << 20).write(to: folder.url.appendingPathComponent("law/zeros.topic"))
    let zeros = try check()
    #expect(zeros.out.contains("law/zeros.topic:1:1: error: control character U+0000"))
    #expect(zeros.out.utf8.count < 10_000)
    try folder.write(String(repeating: "a", count: 3 << 20) + ": x\n", to: "law/zeros.topic")
    let key = try check()
    #expect(key.out.contains("law/zeros.topic:1:1: error: unknown key"))
    #expect(key.out.utf8.count < 10_000)
  }

  @Test(arguments: ["x\n", "! x\n"]) func stopsAtTheThousandthError(_ line: String) throws {
    try folder.write(String(repeating: line, count: 300_000), to: "law/wrong.topic")
    let result = try check()
    #expect(result.status == 2)
    let errors = result.out.split(separator: "\n").filter { $0.contains(": error: ") }
    #expect(errors.count == 1001)
    #expect(errors.last?.hasSuffix(": error: 1000 errors; the rest is not read") == true)
  }
}
