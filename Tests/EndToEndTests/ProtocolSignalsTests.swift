import Foundation
import Glibc
import TestSupport
import Testing

/// Signals, reloads, and what happens to the standard error.
@Suite struct ProtocolSignalsTests {
  private let folder: TemporaryKnowledge

  init() throws { folder = try TemporaryKnowledge() }

  /// The good text of a topic that is broken now and then.
  private var good: String { SmallKnowledge.files["law/sale.topic"] ?? "" }

  @Test(arguments: [[], ["--jsonl"]]) func endsOnTerminateWithOpenInput(_ arguments: [String])
    throws
  {
    let program = try ServedProgram(knowledge: folder.url, arguments: arguments)
    program.send(signal: SIGTERM)
    let (rest, ending) = try program.end()
    #expect(rest == (arguments.isEmpty ? "* bye\n" : "{\"notice\":\"bye\"}\n"))
    #expect(ending == .exited(0))
  }

  @Test func finishesTheReplyUnderWayOnTerminate() throws {
    let program = try ServedProgram(knowledge: folder.url)
    try program.write((1...5000).map { "\($0) ask hej\n" }.joined())
    var last = try program.reply()
    program.send(signal: SIGTERM)
    let (rest, ending) = try program.end()
    #expect(ending == .exited(0))
    let lines = rest.split(separator: "\n").map(String.init)
    #expect(lines.last == "* bye")
    // Whole replies in their order, and no more.
    last += lines.dropLast()
    #expect(last.last?.hasSuffix(" . ok") == true)
    let ends = last.filter { $0.hasSuffix(" . ok") }
    #expect(ends == (1...ends.count).map { "\($0) . ok" })
  }

  @Test func terminatesUnderAParentThatBlockedSignals() throws {
    let program = try ServedProgram(knowledge: folder.url, blocking: [SIGTERM, SIGHUP])
    program.send(signal: SIGHUP)
    #expect(try program.line() == "* reloaded")
    program.send(signal: SIGTERM)
    let (rest, ending) = try program.end()
    #expect(rest == "* bye\n")
    #expect(ending == .exited(0))
  }

  @Test(arguments: [[], ["--jsonl"]])
  func reloadsOnHangUpUnderLoadWithGoodAndBrokenKnowledge(_ arguments: [String]) throws {
    let errors = try TemporaryFile()
    let program = try ServedProgram(
      knowledge: folder.url, arguments: arguments, stderr: .descriptor(errors.descriptor))
    let isJSON = !arguments.isEmpty
    func ask(_ conversation: String, _ text: String) throws -> [String] {
      try program.ask(
        isJSON
          ? #"{"verb":"ask","conv":"\#(conversation)","text":"\#(text)"}"#
          : "conv=\(conversation) ask \(text)")
    }
    _ = try ask("a", "vem är vår koordinator?")
    for round in 0..<6 {
      let isGood = round % 2 == 1
      try folder.write(isGood ? good : "broken", to: "law/sale.topic")
      program.send(signal: SIGHUP)
      var asked = 0
      repeat {
        asked += 1
        #expect(try ask("b", "hej").last?.contains("ok") == true)
      } while program.notices.count <= round && asked < 100_000
      let word = isGood ? "reloaded" : "reload-failed"
      #expect(program.notices.last == (isJSON ? "{\"notice\":\"\(word)\"}" : "* \(word)"))
    }
    #expect(program.notices.count == 6)
    // The conversation has lived through it all.
    let reply = try ask("a", "Malmö").joined()
    #expect(reply.contains("contact/syd"))
    #expect(!reply.contains("new"))
    program.closeInput()
    #expect(try program.end().ending == .exited(0))
    let problem =
      "\(folder.url.path)/law/sale.topic:1:1: error: the line does not begin with a known mark\n"
    #expect(try errors.text() == String(repeating: problem, count: 3))
  }

  @Test func tellsWhatIsWrongWithBrokenKnowledgeOnReload() throws {
    let program = try ServedProgram(knowledge: folder.url)
    _ = try program.ask("conv=a ask vem är vår koordinator?")
    try folder.write("broken", to: "law/sale.topic")
    #expect(
      try program.ask("1 reload") == [
        "1 : problem \(folder.url.path)/law/sale.topic:1:1: error: the line does not begin with a known mark",
        "1 . error reload-failed",
      ])
    // The old knowledge serves on.
    #expect(try program.ask("2 ask får man köpa sex").field("topic") == ["law/sale"])
    try folder.write(good.replacing("Att köpa sex", with: "Köp"), to: "law/sale.topic")
    #expect(try program.ask("3 reload") == ["3 . ok"])
    #expect(try program.ask("4 ask får man köpa sex").text.first == "Köp är ett brott.")
    #expect(try program.ask("5 conv=a ask Malmö").field("topic") == ["contact/syd"])
  }

  @Test func refusesToStartWithBrokenKnowledge() throws {
    try folder.write("broken", to: "law/sale.topic")
    let result = try runProgram(["serve"], knowledge: folder.url)
    #expect(result.out == "")
    #expect(
      result.err.hasPrefix(
        "\(folder.url.path)/law/sale.topic:1:1: error: the line does not begin with a known mark\n")
    )
    #expect(result.status == 2)
  }

  @Test func aStandardErrorThatIsFullOrClosedBlocksNothing() throws {
    var full: [Int32] = [-1, -1]
    #expect(openPipe(&full))
    _ = fcntl(full[1], F_SETFL, O_NONBLOCK)
    let block = [UInt8](repeating: 0, count: 65536)
    while write(full[1], block, block.count) > 0 {}
    _ = fcntl(full[1], F_SETFL, 0)
    var unread: [Int32] = [-1, -1]
    #expect(openPipe(&unread))
    close(unread[0])
    defer { for descriptor in full + [unread[1]] { close(descriptor) } }
    for stream: ChildProgram.Stream in [.descriptor(full[1]), .descriptor(unread[1]), .closed] {
      try folder.write(good, to: "law/sale.topic")
      let program = try ServedProgram(knowledge: folder.url, stderr: stream)
      try folder.write("broken", to: "law/sale.topic")
      for _ in 0..<3 {
        program.send(signal: SIGHUP)
        #expect(try program.line() == "* reload-failed")
        #expect(try program.ask("1 ping") == ["1 . ok"])
      }
      program.closeInput()
      #expect(try program.end().ending == .exited(0))
      // Nor does a start that fails hang.
      let other = try ServedProgram(knowledge: folder.url, stderr: stream, greets: false)
      #expect(try other.end() == ("", .exited(2)))
    }
  }

  @Test func aStrayPrintCannotReachTheReplies() throws {
    let errors = try TemporaryFile()
    let program = try ServedProgram(knowledge: folder.url, stderr: .descriptor(errors.descriptor))
    func target(_ descriptor: String) throws -> String {
      try FileManager.default.destinationOfSymbolicLink(
        atPath: "/proc/\(program.child.identifier)/fd/\(descriptor)")
    }
    // Whatever is printed goes to descriptor 1: it is the standard error.
    #expect(try target("1") == target("2"))
    let descriptors = try FileManager.default.contentsOfDirectory(
      atPath: "/proc/\(program.child.identifier)/fd")
    #expect(try descriptors.count { try target($0) == target("1") } == 2)
    #expect(try program.ask("1 ping") == ["1 . ok"])
  }

  @Test func startsWithStandardStreamsMissing() throws {
    for stdin: ChildProgram.Stream in [.closed, .null] {
      let child = try ChildProgram(
        Built.program.path, ["serve"], environment: Built.environment(folder.url), stdin: stdin,
        stderr: .closed)
      let out = String(decoding: try child.exchange().out, as: UTF8.self)
      #expect(out.hasPrefix("* vagvisare 1 "))
      #expect(out.hasSuffix("\n* bye\n"))
      #expect(try child.wait() == .exited(0))
    }
    let child = try ChildProgram(
      Built.program.path, ["serve"], environment: Built.environment(folder.url), stdout: .closed)
    try child.write(Array("1 quit\n".utf8))
    #expect(try child.wait() == .exited(0))
  }
}
