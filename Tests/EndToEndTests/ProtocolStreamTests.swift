import Foundation
import Glibc
import TestSupport
import Testing

/// How the program behaves as bytes come and go, however they do.
@Suite struct ProtocolStreamTests {
  private let folder: TemporaryKnowledge

  init() throws { folder = try TemporaryKnowledge() }

  private func served(_ arguments: [String] = []) throws -> ServedProgram {
    try ServedProgram(knowledge: folder.url, arguments: arguments)
  }

  @Test func takesALineInManyWritesAndManyLinesInOne() throws {
    let program = try served()
    for byte in "1 lang=sv ask får man köpa sex\r\n".utf8 {
      try program.write([byte])
      usleep(500)
    }
    #expect(try program.reply().field("topic") == ["law/sale"])
    try program.write((2...900).map { "\($0) ping\n" }.joined())
    for number in 2...900 { #expect(try program.reply() == ["\(number) . ok"]) }
  }

  @Test func answersAWindowOfFullLinesSentBeforeAnythingIsRead() throws {
    let program = try served()
    let filler = String(repeating: "ö ", count: 2726)
    for number in 10..<74 {
      let line = "\(number) ask hej \(filler)xxx"
      #expect(line.utf8.count == 8192)
      try program.write(line + "\n")
    }
    for number in 10..<74 {
      let reply = try program.reply()
      #expect(reply.last == "\(number) . ok")
      #expect(reply.allSatisfy { $0.hasPrefix("\(number) ") })
    }
  }

  @Test func keepsAThousandInterleavedConversationsApart() throws {
    let program = try served()
    func askAll(_ questions: [String], _ topics: [String]) throws {
      for start in stride(from: 0, to: 1000, by: 50) {
        let numbers = start..<start + 50
        try program.write(
          numbers.map { "\($0) conv=c\($0) ask \(questions[$0 % 2])\n" }.joined())
        for number in numbers {
          let reply = try program.reply()
          #expect(reply.last == "\(number) . ok")
          #expect(reply.field("topic") == [topics[number % 2]])
        }
      }
    }
    try askAll(
      ["vem är vår koordinator?", "hur lång betänketid får man?"], ["contact/which", "permit/time"])
    try askAll(["Malmö", "vem ansöker?"], ["contact/syd", "permit/time"])
    let texts = try ["c0", "c1"].map { try program.ask("conv=\($0) ask Malmö").text.first }
    #expect(texts == ["Region Syd (Skåne):", "Region Syd (Skåne):"])
  }

  @Test func holdsItsMemoryOverTwoHundredThousandNames() throws {
    let program = try served()
    func ask(_ range: Range<Int>) throws {
      for start in stride(from: range.lowerBound, to: range.upperBound, by: 50) {
        try program.write((start..<start + 50).map { "conv=name\($0) ask hej\n" }.joined())
        for _ in 0..<50 { #expect(try program.reply().last == "- . ok") }
      }
    }
    try ask(0..<20_000)
    let before = program.peakMemory
    try ask(20_000..<200_000)
    let after = program.peakMemory
    print("peak memory after 20,000 names \(before) KiB, after 200,000 names \(after) KiB")
    #expect(before > 0)
    #expect(after < before + 4096)
    #expect(try program.ask("conv=name0 ask hej").field("new") == ["yes"])
    #expect(try program.ask("conv=name199999 ask hej").field("new") == [])
  }

  @Test func waitsForAReaderThatSleeps() throws {
    let program = try served()
    // More than the program's queues and the pipes hold, so that it must stop reading.
    let count = 30_000
    let filler = String(repeating: " ", count: 100)
    let input = Array((1...count).map { "\($0) ask hej\(filler)\n" }.joined().utf8)
    let taken = try program.child.writeWhatIsTaken(input, patience: 1)
    #expect(taken > 1 << 20)
    #expect(taken < input.count)
    #expect(program.peakMemory < 64 * 1024)
    // Then it reads, and nothing is lost or out of order.
    let out = try program.child.exchange(Array(input[taken...])).out
    let lines = String(decoding: out, as: UTF8.self).split(separator: "\n")
    #expect(lines.last == "* bye")
    let ends = lines.filter { $0.hasSuffix(" . ok") }.map(String.init)
    #expect(ends == (1...count).map { "\($0) . ok" })
    #expect(try program.child.wait() == .exited(0))
  }

  @Test(arguments: [[], ["--jsonl"]]) func endsQuietlyWhenTheReaderLeaves(_ arguments: [String])
    throws
  {
    let program = try served(arguments)
    program.child.closeOutput()
    // The input stays open, and nothing more comes of it.
    #expect(try program.child.wait() == .exited(0))
  }

  @Test func endsQuietlyWhenTheReaderLeavesAmongReplies() throws {
    let errors = try TemporaryFile()
    let program = try ServedProgram(knowledge: folder.url, stderr: .descriptor(errors.descriptor))
    try program.write((1...2000).map { "\($0) ask hej\n" }.joined())
    _ = try program.reply()
    program.child.closeOutput()
    #expect(try program.child.wait() == .exited(0))
    #expect(try errors.text() == "")
  }

  @Test func servesOnASocketAndEndsWhenItsOtherEndIsClosed() throws {
    for closesFirst in [false, true] {
      var ends: [Int32] = [-1, -1]
      #expect(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0)
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let child = try ChildProgram(
        Built.program.path, ["serve"], environment: Built.environment(folder.url),
        stdout: .descriptor(ends[1]))
      close(ends[1])
      if !closesFirst {
        try child.write(Array("1 ping\n".utf8))
        var (out, chunk): (String, [UInt8]) = ("", Array(repeating: 0, count: 4096))
        var ready = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
        while !out.hasSuffix("1 . ok\n"), poll(&ready, 1, 30_000) == 1 {
          let count = read(ends[0], &chunk, chunk.count)
          if count <= 0 { break }
          out += String(decoding: chunk[..<count], as: UTF8.self)
        }
        #expect(out.hasSuffix("line=8192\n1 . ok\n"))
      }
      close(ends[0])
      // The input stays open.
      #expect(try child.wait() == .exited(0))
    }
  }

  @Test(arguments: [false, true]) func answersWhatIsWholeWhereverTheInputEnds(isJSON: Bool) throws {
    let session =
      isJSON
      ? Array("{\"id\":1,\"verb\":\"ask\",\"text\":\"å\"}\r\n\n{\"id\":2,\"verb\":\"why\"}\n".utf8)
      : Array("1 ping\n2 ask hej å\r\n# c\n\n3 conv=a why\n".utf8)
    let newline = UInt8(ascii: "\n")
    for end in 0...session.count {
      let result = try runProgram(
        isJSON ? ["serve", "--jsonl"] : ["serve"], input: Data(session[..<end]),
        knowledge: folder.url)
      #expect(result.status == 0)
      #expect(result.err == "")
      let lines = result.out.split(separator: "\n")
      #expect(lines.last == (isJSON ? "{\"notice\":\"bye\"}" : "* bye"))
      func isRequest(_ line: ArraySlice<UInt8>) -> Bool {
        !line.isEmpty && (isJSON || line.first != UInt8(ascii: "#"))
      }
      let parts = session[..<end].split(separator: newline, omittingEmptySubsequences: false)
      let whole = parts.dropLast().count(where: isRequest)
      let unfinished = parts.last.map(isRequest) ?? false
      let ends = lines.count {
        isJSON ? $0.contains("\"status\"") : $0.split(separator: " ").dropFirst().first == "."
      }
      #expect(ends == whole + (unfinished ? 1 : 0), "input ends after \(end) bytes")
      #expect(result.out.contains("incomplete-line") == unfinished)
    }
  }

  @Test func wrapsTextToEveryWidth() throws {
    let program = try ServedProgram(knowledge: Built.knowledge)
    let questions = [
      "vem är koordinator i Skåne?", "vad är människohandel enligt lagen?", "who pays the shelter?",
      "what is the UN definition?",
    ]
    for question in questions {
      let whole = try program.ask("1 conv=b\(question.utf8.count) ask \(question)").text
        .joined(separator: " ")
      for width in 20...400 {
        _ = try program.ask("conv=a forget")
        let lines = try program.ask("1 conv=a width=\(width) ask \(question)").text
        #expect(lines.allSatisfy { $0.utf8.count <= width }, "width \(width)")
        if width >= 60 { #expect(lines.joined(separator: " ") == whole, "width \(width)") }
        let same = lines.joined().filter { $0 != " " } == whole.filter { $0 != " " }
        #expect(same, "width \(width)")
      }
    }
  }

  @Test func wrapsÅAndEmojiAndLongAddressesBetweenScalars() throws {
    let text =
      "Skriv till ärtsoppa.på.torsdagar@" + String(repeating: "åäö", count: 40) + ".se 😀👩‍👩‍👧‍👦😀 så."
    var files = SmallKnowledge.files
    files["dialogue/hello.topic"] = files["dialogue/hello.topic"]?.replacing("Hej!", with: text)
    let folder = try TemporaryKnowledge(files)
    let program = try ServedProgram(knowledge: folder.url)
    for width in 20...400 {
      let lines = try program.ask("lang=sv width=\(width) ask hej").text
      #expect(lines.allSatisfy { $0.utf8.count <= width && !$0.contains("\u{FFFD}") })
      let same = lines.joined().unicodeScalars.filter { $0 != " " }
        .elementsEqual(text.unicodeScalars.filter { $0 != " " })
      #expect(same, "width \(width)")
    }
  }

  @Test func countsQuestionsASecond() throws {
    let program = try ServedProgram(knowledge: Built.knowledge)
    let questions = [
      "vem är koordinator i Skåne?", "får man köpa sex", "hur lång är betänketiden?",
      "who pays for the shelter?", "hej", "vad blir det för väder?",
    ]
    let count = 50_000
    let input = Array((0..<count).map { "conv=c\($0) ask \(questions[$0 % 6])\n" }.joined().utf8)
    _ = try program.ask("ping")
    var out: [UInt8] = []
    let time = try ContinuousClock().measure { out = try program.child.exchange(input).out }
    let ends = String(decoding: out, as: UTF8.self).split(separator: "\n").count { $0 == "- . ok" }
    #expect(ends == count)
    print(
      "\(count) questions through the pipe in \(time):",
      Int(Double(count) / (time / .seconds(1))), "a second,", time / .microseconds(count), "µs each"
    )
  }
}
