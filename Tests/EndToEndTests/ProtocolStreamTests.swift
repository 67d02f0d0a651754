import Foundation
import Glibc
import TestSupport
import Testing

/// How the program behaves as bytes come and go, however they do.
@Suite(.serialized) struct ProtocolStreamTests {
  private let folder: URL

  init() throws { folder = try SmallKnowledge.write() }

  @Test func takesALineInManyWritesAndManyLinesInOne() throws {
    let program = try ServedProgram(knowledge: folder)
    for byte in "1 ping\r\n".utf8 {
      try program.write([byte])
      usleep(500)
    }
    #expect(try program.reply() == ["1 . ok"])
    try program.write((2...9).map { "\($0) ping\n" }.joined())
    for number in 2...9 { #expect(try program.reply() == ["\(number) . ok"]) }
  }

  @Test func answersAWindowOfFullLinesSentBeforeAnythingIsRead() throws {
    let program = try ServedProgram(knowledge: folder)
    let filler = String(repeating: "ö ", count: 2720)
    for number in 10..<74 {
      let line = "\(number) ask hej \(filler)"
      #expect(line.utf8.count <= 8192)
      try program.write(line + "\n")
    }
    for number in 10..<74 {
      #expect(try program.reply().last == "\(number) . ok")
    }
  }

  @Test func keepsAThousandInterleavedConversationsApart() throws {
    let program = try ServedProgram(knowledge: folder)
    for number in 0..<1000 {
      let question = number % 2 == 0 ? "vem är vår koordinator?" : "hur lång betänketid får man?"
      _ = try program.ask("conv=c\(number) ask \(question)")
    }
    for number in 0..<1000 {
      let question = number % 2 == 0 ? "Malmö" : "vem ansöker?"
      let reply = try program.ask("conv=c\(number) ask \(question)")
      #expect(reply.field("topic") == [number % 2 == 0 ? "contact/syd" : "permit/time"])
    }
  }

  @Test func holdsItsMemoryOverTwoHundredThousandNames() throws {
    let program = try ServedProgram(knowledge: folder)
    func ask(_ range: Range<Int>) throws {
      for start in stride(from: range.lowerBound, to: range.upperBound, by: 50) {
        try program.write((start..<start + 50).map { "conv=name\($0) ask hej\n" }.joined())
        for _ in 0..<50 { _ = try program.reply() }
      }
    }
    try ask(0..<20_000)
    let before = program.peakMemory
    try ask(20_000..<200_000)
    let after = program.peakMemory
    print("peak memory after 20,000 names \(before) KiB, after 200,000 names \(after) KiB")
    #expect(after < before + 8192)
    #expect(try program.ask("conv=name0 ask hej").field("new") == ["yes"])
    #expect(try program.ask("conv=name199999 ask hej").field("new") == [])
  }

  @Test func waitsForAReaderThatSleeps() throws {
    let program = try ServedProgram(knowledge: folder)
    let count = 3000
    let writer = DispatchQueue(label: "writer")
    nonisolated(unsafe) let sender = program
    writer.async {
      for number in 1...count { try? sender.write("\(number) ask hej\n") }
    }
    sleep(1)
    for number in 1...count { #expect(try program.reply().last == "\(number) . ok") }
    writer.sync {}
  }

  @Test func endsQuietlyWhenTheReaderLeaves() throws {
    let program = try ServedProgram(knowledge: folder)
    try program.output.fileHandleForReading.close()
    try? program.write("1 ask hej\n")
    program.process.waitUntilExit()
    #expect(program.process.terminationStatus == 0)
    #expect(program.process.terminationReason == .exit)
  }

  @Test func answersWhatIsWholeWhereverTheInputEnds() throws {
    let session = Array("1 ping\n2 ask hej\r\n# c\n3 conv=a why\n".utf8)
    for end in 0...session.count {
      let result = try runProgram(["serve"], input: Data(session[..<end]), knowledge: folder)
      #expect(result.status == 0)
      #expect(result.err == "")
      let lines = result.out.split(separator: "\n")
      #expect(lines.last == "* bye")
      let whole = session[..<end].split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
      )
      .dropLast().count { !$0.isEmpty && $0.first != UInt8(ascii: "#") }
      let unfinished =
        session[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        .last.map { !$0.isEmpty && $0.first != UInt8(ascii: "#") } ?? false
      let ends = lines.count { $0.split(separator: " ").dropFirst().first == "." }
      #expect(ends == whole + (unfinished ? 1 : 0), "input ends after \(end) bytes")
      #expect(result.out.contains("incomplete-line") == unfinished)
    }
  }

  @Test func endsOnTerminateAfterTheReplyUnderWay() throws {
    let program = try ServedProgram(knowledge: folder)
    _ = try program.ask("1 ask hej")
    program.process.terminate()
    let (rest, status) = try program.end()
    #expect(rest == "* bye\n")
    #expect(status == 0)
  }

  @Test func reloadsOnHangUpUnderLoadWithGoodAndBrokenKnowledge() throws {
    let program = try ServedProgram(knowledge: folder)
    _ = try program.ask("conv=a ask vem är vår koordinator?")
    let file = folder.appendingPathComponent("law/sale.topic")
    let good = try String(contentsOf: file, encoding: .utf8)
    for round in 0..<6 {
      let isGood = round % 2 == 1
      try Data((isGood ? good : "broken").utf8).write(to: file)
      kill(program.process.processIdentifier, SIGHUP)
      var next = 0
      repeat {
        next += 1
        #expect(try program.ask("\(next) conv=b ask hej").last == "\(next) . ok")
      } while program.notices.count <= round && next < 5000
      #expect(program.notices.last == (isGood ? "* reloaded" : "* reload-failed"))
    }
    // The conversation has lived through it all.
    let reply = try program.ask("7 conv=a ask Malmö")
    #expect(reply.field("topic") == ["contact/syd"])
    #expect(reply.field("new") == [])
  }

  @Test func tellsWhatIsWrongWithBrokenKnowledgeOnReload() throws {
    let program = try ServedProgram(knowledge: folder)
    try Data("broken".utf8).write(to: folder.appendingPathComponent("law/sale.topic"))
    let reply = try program.ask("1 reload")
    #expect(reply.last == "1 . error reload-failed")
    #expect(
      reply.field("problem").first == "\(folder.path)/law/sale.topic:1:1: error: unknown mark")
    #expect(try program.ask("2 ask hej").last == "2 . ok")
  }

  @Test func aStandardErrorThatIsClosedOrFullBlocksNothing() throws {
    let full = Pipe()
    let descriptor = full.fileHandleForWriting.fileDescriptor
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    let block = [UInt8](repeating: 0, count: 65536)
    while Glibc.write(descriptor, block, block.count) > 0 {}
    _ = fcntl(descriptor, F_SETFL, 0)
    let closed = Pipe()
    try closed.fileHandleForReading.close()
    for stderr in [full.fileHandleForWriting, closed.fileHandleForWriting] {
      let program = try ServedProgram(knowledge: folder, stderr: stderr)
      let file = folder.appendingPathComponent("law/sale.topic")
      let good = try Data(contentsOf: file)
      try Data("broken".utf8).write(to: file)
      kill(program.process.processIdentifier, SIGHUP)
      usleep(100_000)
      #expect(try program.ask("1 ask hej").last == "1 . ok")
      try good.write(to: file)
      program.closeInput()
      #expect(try program.end().status == 0)
    }
  }

  @Test func wrapsTextToEveryWidth() throws {
    let program = try ServedProgram(knowledge: Built.knowledge)
    let questions = [
      "vem är koordinator i Skåne?", "vad är människohandel enligt lagen?", "who pays the shelter?",
      "what is the UN definition?",
    ]
    for question in questions {
      let whole = try program.ask("1 ask \(question)").text.joined(separator: " ")
      for width in 20...400 {
        let lines = try program.ask("1 width=\(width) ask \(question)").text
        #expect(lines.allSatisfy { $0.utf8.count <= width }, "width \(width)")
        if width >= 60 { #expect(lines.joined(separator: " ") == whole, "width \(width)") }
        let same = lines.joined().filter { $0 != " " } == whole.filter { $0 != " " }
        #expect(same, "width \(width)")
      }
    }
  }
}
