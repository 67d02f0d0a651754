import Foundation
import Glibc
import TestSupport

/// The built program and the folders around it.
enum Built {
  /// The package's folder.
  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program, as built with the tests: it stands beside their bundle.
  static let program: URL = {
    let bundle = CommandLine.arguments.dropFirst().first { $0.hasSuffix(".xctest") }
    let beside = [bundle, CommandLine.arguments.first].compactMap { $0 }
      .map {
        URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("vagvisare")
      }
    let usual = ["release", "debug"].map {
      package.appendingPathComponent(".build/\($0)/vagvisare")
    }
    return (beside + usual).first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? usual[0]
  }()

  static let knowledge = package.appendingPathComponent("Knowledge")
}

/// What a run of the program gave.
struct RunResult {
  let status: Int32
  let out: String
  let err: String
}

/// Runs the program to its end.
func runProgram(
  _ arguments: [String], input: Data = Data(), knowledge: URL? = Built.knowledge,
  environment: [String: String] = [:], folder: URL = Built.package
) throws -> RunResult {
  let process = Process()
  process.executableURL = Built.program
  process.arguments = arguments
  process.currentDirectoryURL = folder
  process.environment = baseEnvironment(knowledge).merging(environment) { $1 }
  let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
  process.standardInput = stdin
  process.standardOutput = stdout
  process.standardError = stderr
  try process.run()
  let errors = DispatchQueue(label: "stderr")
  nonisolated(unsafe) var err = Data()
  errors.async { err = stderr.fileHandleForReading.readDataToEndOfFile() }
  let writer = DispatchQueue(label: "stdin")
  writer.async {
    try? stdin.fileHandleForWriting.write(contentsOf: input)
    try? stdin.fileHandleForWriting.close()
  }
  let out = stdout.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  errors.sync {}
  return RunResult(
    status: process.terminationStatus, out: String(decoding: out, as: UTF8.self),
    err: String(decoding: err, as: UTF8.self))
}

private func baseEnvironment(_ knowledge: URL?) -> [String: String] {
  var variables = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "LANG": "en_US.UTF-8",
  ]
  if let library = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] {
    variables["LD_LIBRARY_PATH"] = library
  }
  if let knowledge { variables["VAGVISARE_KNOWLEDGE"] = knowledge.path }
  return variables
}

/// The program serving on a pipe.
final class ServedProgram {
  let process = Process()
  let input = Pipe()
  let output = Pipe()
  private var buffer: [UInt8] = []

  /// Starts `serve` on a knowledge folder; the greeting is read where `greets`.
  init(
    knowledge: URL, arguments: [String] = ["serve"], stderr: FileHandle = .nullDevice,
    greets: Bool = true
  ) throws {
    signal(SIGPIPE, SIG_IGN)
    process.executableURL = Built.program
    process.arguments = arguments
    process.environment = baseEnvironment(knowledge)
    process.standardInput = input
    process.standardOutput = output
    process.standardError = stderr
    try process.run()
    // Only the program holds its ends, so that it sees when ours are closed.
    try? input.fileHandleForReading.close()
    try? output.fileHandleForWriting.close()
    if greets { greeting = try line() }
  }

  private(set) var greeting = ""

  deinit { if process.isRunning { process.terminate() } }

  func write(_ text: String) throws { try write(Array(text.utf8)) }

  func write(_ bytes: [UInt8]) throws {
    try input.fileHandleForWriting.write(contentsOf: Data(bytes))
  }

  func closeInput() { try? input.fileHandleForWriting.close() }

  /// The next line without its end; throws at the end of the output or after ten seconds.
  func line() throws -> String {
    let deadline = Date().addingTimeInterval(10)
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: buffer[..<end], as: UTF8.self)
        buffer.removeSubrange(...end)
        return line
      }
      var wait = pollfd(
        fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      let left = deadline.timeIntervalSinceNow
      guard left > 0, poll(&wait, 1, Int32(left * 1000)) > 0 else { throw Silence.timedOut }
      var chunk = [UInt8](repeating: 0, count: 65536)
      let count = read(wait.fd, &chunk, chunk.count)
      guard count > 0 else { throw Silence.ended(String(decoding: buffer, as: UTF8.self)) }
      buffer += chunk[..<count]
    }
  }

  enum Silence: Error {
    case timedOut
    case ended(String)
  }

  /// The lines of the next reply, to its end line.
  func reply() throws -> [String] {
    var lines: [String] = []
    while true {
      let line = try line()
      if line.hasPrefix("* ") {
        notices.append(line)
        continue
      }
      lines.append(line)
      let words = line.split(separator: " ", maxSplits: 2)
      if words.count >= 2, words[1] == "." { return lines }
    }
  }

  /// The notices read on the way to replies.
  private(set) var notices: [String] = []

  /// Sends a line and reads its reply.
  func ask(_ line: String) throws -> [String] {
    try write(line + "\n")
    return try reply()
  }

  /// Reads to the end of the output and waits for the program's end.
  func end() throws -> (rest: String, status: Int32) {
    var rest = buffer
    rest += output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: rest, as: UTF8.self), process.terminationStatus)
  }

  /// The greatest memory the program has used, in KiB.
  var peakMemory: Int {
    let path = "/proc/\(process.processIdentifier)/status"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
  }
}

extension [String] {
  /// The values of a field of a reply.
  func field(_ name: String) -> [String] {
    compactMap { line in
      let words = line.split(separator: " ", maxSplits: 3).map(String.init)
      return words.count == 4 && words[1] == ":" && words[2] == name ? words[3] : nil
    }
  }

  /// The text lines of a reply, without their tags.
  var text: [String] {
    compactMap { line in
      guard let range = line.range(of: " | ") else { return nil }
      return String(line[range.upperBound...])
    }
  }
}
