import Conversation
import Knowledge
import Understanding

/// How things grow with the number of topics: each topic is repeated with words of its own.
struct Scale {
  let folder: String
  let factor: Int

  /// So many example questions of a language are repeated of each topic.
  private static let examples = 8
  /// Shorter words are the language's own and stay.
  private static let shortestOwn = 5

  func run() {
    let (loaded, load) = best(of: 1) { KnowledgeLoader.load(files: files(), folder: "Scale") }
    guard let knowledge = loaded.base else {
      for problem in loaded.problems.prefix(5) { print(problem.description(in: .english)) }
      return
    }
    let questions = Speed.examples(of: knowledge)
    print("× \(factor): \(knowledge.topics.count) topics, \(questions.count) example questions")
    show("load", load)
    let (interpreter, learn) = best(of: 0) { Interpreter(knowledge: knowledge) }
    show("learn", learn)
    let step = max(1, questions.count / 4000)
    Speed.ask(
      stride(from: 0, to: questions.count, by: step).map { questions[$0] },
      Responder(interpreter: interpreter), rounds: 3)
  }

  /// Every topic of the folder so many times, and everything else once.
  private func files() -> [KnowledgeFile] {
    let all = KnowledgeFile.all(in: folder) ?? []
    let topics = all.filter { $0.ending == "topic" }
    // Without its register of figures a folder is not held to it.
    var files = all.filter { !["topic", "facts"].contains($0.ending) }
    for copy in 0..<factor {
      for file in topics {
        files.append(
          KnowledgeFile(
            path: copy == 0 ? file.path : "copy\(copy)/" + file.path,
            bytes: file.bytes.map { repeated($0, copy) }))
      }
    }
    return files
  }

  /// A topic without what can stand only once, and with its longer words changed.
  private func repeated(_ bytes: [UInt8], _ copy: Int) -> [UInt8] {
    var lines: [String] = []
    var examples = 0
    var isInPart = false
    let isContact = bytes.split(separator: 0x0A).contains { $0.starts(with: "kind: contact".utf8) }
    for line in bytes.split(separator: 0x0A).map({ String(decoding: $0, as: UTF8.self) }) {
      if line.hasPrefix("==") { (examples, isInPart) = (0, false) }
      if line.hasPrefix("--"), !isContact || copy > 0 { isInPart = true }
      if line.hasPrefix("> ") { examples += 1 }
      let isLeftOut =
        isInPart || line.hasPrefix("> ") && examples > Self.examples
        || copy > 0
          && ["role:", "statute:", "related:", "covers:", "~"].contains { line.hasPrefix($0) }
      if isLeftOut { continue }
      if copy > 0, line == "kind: contact" || line == "kind: safety" {
        lines.append("kind: about")
      } else if copy > 0, ["> ", "< ", "\" ", "title: "].contains(where: line.hasPrefix) {
        let words = line.split(separator: " ").enumerated().map { number, word in
          number > 0 && word.count >= Self.shortestOwn ? Self.own(word, copy) : String(word)
        }
        lines.append(words.joined(separator: " "))
      } else {
        lines.append(line)
      }
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// A word that stands for the given one in a copy: the same every time.
  private static func own(_ word: Substring, _ copy: Int) -> String {
    var state = word.utf8.reduce(UInt64(copy) &* 0x9e37_79b9_7f4a_7c15) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
    }
    let (consonants, vowels) = (Array("bdfghjklmnprstv"), Array("aeiouyåäö"))
    var made = ""
    for _ in 0..<3 {
      state = (state ^ (state >> 31)) &* 0xbf58_476d_1ce4_e5b9
      made.append(consonants[Int(state >> 8) % consonants.count])
      made.append(vowels[Int(state >> 24) % vowels.count])
    }
    return made + (word.last.map { "?.,".contains($0) ? String($0) : "" } ?? "")
  }
}
