import FoundationEssentials
import Glibc

/// The talks that a soak goes through, with what a program of its own answered to each question.
struct SoakTalks {
  typealias Talk = [(question: String, answer: [String])]

  let all: [Talk]

  /// Every conversation of the transcripts, asked once; nil where the program does not answer.
  init?(transcripts: String, program: String, folder: String, cache: String) {
    let talks = Self.questions(in: transcripts)
    let words = [program, "serve", "--knowledge", folder]
    guard !talks.isEmpty, let child = Child(words, environment: ["VAGVISARE_CACHE=" + cache]),
      let output = fdopen(child.output, "r")
    else { return nil }
    var reply = SoakReply(id: "1")
    /// Reads to the end of a reply.
    func read() -> Bool {
      var line: UnsafeMutablePointer<CChar>?
      var capacity = 0
      defer { free(line) }
      while getline(&line, &capacity, output) > 0, let line {
        let text = String(cString: line)
        if reply.take(text.dropLast()) == .whole { return true }
      }
      return false
    }
    var answered: [Talk] = []
    for questions in talks {
      var talk: Talk = []
      var token = ""
      for question in questions {
        reply = SoakReply(id: "1")
        let request = Array("1 ctx=\(token) ask \(question)\n".utf8)
        guard write(child.input, request, request.count) == request.count, read() else {
          return nil
        }
        token = reply.token
        talk.append((question, reply.text))
      }
      answered.append(talk)
    }
    close(child.input)
    _ = child.wait()
    all = answered
  }

  /// The questions of each conversation of each file in a folder.
  private static func questions(in folder: String) -> [[String]] {
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    var talks: [[String]] = []
    for path in paths.sorted() where path.hasSuffix(".transcript") {
      guard let data = FileManager.default.contents(atPath: folder + "/" + path) else { continue }
      for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
        if line.hasPrefix("==") { talks.append([]) }
        if line.hasPrefix("> "), !talks.isEmpty {
          talks[talks.count - 1].append(String(line.dropFirst(2)))
        }
      }
    }
    return talks.filter { !$0.isEmpty }
  }
}

/// A reply as it comes, line by line.
struct SoakReply {
  enum Step { case more, whole, notice, stranger }

  let id: String
  private(set) var text: [String] = []
  private(set) var token = ""
  /// Whether the token that was sent was of other knowledge.
  private(set) var isStale = false
  private(set) var isError = false

  init(id: String) { self.id = id }

  mutating func take(_ line: some StringProtocol) -> Step {
    if line.hasPrefix("* ") { return .notice }
    guard line.hasPrefix(id + " ") else { return .stranger }
    let rest = line.dropFirst(id.count + 1)
    if rest.hasPrefix("| ") { text.append(String(rest.dropFirst(2))) }
    if rest.hasPrefix(": ctx ") { token = String(rest.dropFirst(6)) }
    if rest == ": note ctx-stale" { isStale = true }
    guard rest.hasPrefix(". ") else { return .more }
    isError = rest != ". ok"
    return .whole
  }
}
