import Foundation
import Glibc
import TestSupport
import Testing

/// Faults of disks, limits, devices and signals: none costs the truth about what was answered.
@Suite struct FaultTests {
  private let work = FileManager.default.temporaryDirectory
    .appendingPathComponent("vagvisare-faults-\(UUID().uuidString)")
  private let folder: TemporaryKnowledge

  init() throws {
    folder = try TemporaryKnowledge()
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { work.appendingPathComponent(name).path }

  // MARK: Questions on stdin

  @Test(arguments: ["ask", "explain"]) func readsTheQuestionFromStdin(_ command: String) throws {
    let words = try runProgram(
      [command, "är det olagligt att köpa sex?"], knowledge: folder.url)
    let stream = try runProgram(
      [command, "-"], input: Data("är det olagligt\natt köpa sex?\n".utf8), knowledge: folder.url)
    #expect((stream.out, stream.err, stream.status) == (words.out, "", 0))
  }

  @Test func refusesAStdinThatIsNoQuestion() throws {
    for input in [Data(), Data(" \n".utf8), Data(repeating: 65, count: 70_000)] {
      let result = try runProgram(["ask", "-"], input: input, knowledge: folder.url)
      #expect((result.out, result.status) == ("", 64))
    }
  }

  // MARK: Outputs

  @Test(arguments: [[], ["--jsonl"]]) func serveSaysWhenTheOutputIsFull(_ arguments: [String])
    throws
  {
    let run = try CommandLineRun(
      ["serve"] + arguments, input: "1 ping\n", knowledge: folder.url.path, stdout: "/dev/full")
    #expect(run.err == "vagvisare: stdout: No space left on device\n")
    #expect(run.status == 2)
  }

  /// Reads what was written to a FIFO of the test's own.
  private func withPipe(_ body: (_ path: String) throws -> Void) throws -> String {
    let path = path("pipe")
    #expect(mkfifo(path, 0o640) == 0)
    let descriptor = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
    defer { close(descriptor) }
    try body(path)
    var status = stat()
    #expect(lstat(path, &status) == 0)
    #expect(status.st_mode == S_IFIFO | 0o640)
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  @Test func aReportGoesThroughAPipeAndLeavesItOne() throws {
    try Data("== a\n> får man köpa sex?\n@ law/sale\n".utf8)
      .write(to: work.appendingPathComponent("a.transcript"))
    let text = try withPipe { pipe in
      let result = try runProgram(
        ["test", "--junit", pipe, path("a.transcript")], knowledge: folder.url)
      #expect(result.status == 0)
    }
    #expect(text.hasPrefix("<?xml"))
    #expect(text.hasSuffix("</testsuites>\n"))
  }

  /// The machine's own devices are left alone: these are the test's, where it may make some.
  @Test(arguments: [(3, 0, ""), (7, 2, "the file cannot be written")])
  func aReportLeavesADeviceOne(_ number: Int, _ status: Int32, _ message: String) throws {
    let device = path("device")
    guard mknod(device, S_IFCHR | 0o622, dev_t(1 << 8 | number)) == 0,
      access(device, W_OK) == 0
    else { return }
    defer { unlink(device) }
    #expect(chmod(device, 0o622) == 0)
    guard case let descriptor = open(device, O_WRONLY | O_CLOEXEC), descriptor >= 0 else { return }
    close(descriptor)
    try Data("== a\n> får man köpa sex?\n@ law/sale\n".utf8)
      .write(to: work.appendingPathComponent("a.transcript"))
    let result = try runProgram(
      ["test", "--junit", device, path("a.transcript")], knowledge: folder.url)
    #expect(result.status == status)
    #expect(result.err.contains(message) || message.isEmpty)
    var found = stat()
    #expect(lstat(device, &found) == 0)
    #expect(found.st_mode == S_IFCHR | 0o622)
  }

  @Test func aHistoryThatIsAPipeKeepsItsMode() throws {
    let text = try withPipe { pipe in
      let terminal = try ChildProgram(
        "/usr/bin/env",
        [
          "script", "-qec", "\(Built.program.path) chat --history \(pipe)", "/dev/null",
        ], environment: Built.environment(folder.url).merging(["TERM": "dumb"]) { $1 })
      try terminal.write(Array("hej\n:quit\n".utf8))
      _ = try terminal.exchange()
      _ = try terminal.wait()
    }
    #expect(text == "hej\n:quit\n")
  }

  @Test func aLimitOnFilesCostsNoAnswerAndLeavesNoHalfFile() throws {
    let cache = path("cache")
    let result = try runProgram(
      ["-c", "ulimit -f 16; exec \"$0\" ask 'är det olagligt att köpa sex?'", Built.program.path],
      program: URL(fileURLWithPath: "/bin/sh"), knowledge: folder.url,
      environment: ["VAGVISARE_CACHE": cache])
    #expect(result.status == 0)
    #expect(result.err == "")
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache) == [])
  }

  // MARK: Signals

  /// The signal waits, blocked by the parent, for the program to look.
  @Test(arguments: [[], ["--jsonl"], ["--listen", "127.0.0.1:0"]])
  func saysGoodByeAlsoBeforeItHasLearnt(_ arguments: [String]) throws {
    let child = try ChildProgram(
      Built.program.path, ["serve"] + arguments, environment: Built.environment(Built.knowledge),
      blocking: [SIGTERM])
    child.send(signal: SIGTERM)
    let out = String(decoding: try child.exchange().out, as: UTF8.self)
    #expect(try child.wait() == .exited(0))
    #expect(out == [0: "* bye\n", 1: "{\"notice\":\"bye\"}\n"][arguments.count, default: ""])
  }

  @Test func aSecondTerminateEndsAlsoWhereNobodyReads() throws {
    let program = try ServedProgram(knowledge: folder.url)
    let lines = Array((1...20_000).map { "\($0) ask hej\n" }.joined().utf8)
    _ = try program.child.writeWhatIsTaken(lines, patience: 1)
    var ending: ChildProgram.Ending?
    for _ in 0..<3000 where ending == nil {
      program.send(signal: SIGTERM)
      ending = try? program.child.wait(within: 0.01)
    }
    #expect(ending == .exited(2))
  }
}
