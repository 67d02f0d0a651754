import Conversation
import FoundationEssentials
import Glibc
import Knowledge
import System
import Understanding

/// How long things take, on this machine, with this knowledge.
struct Speed {
  let folder: String
  /// The built program; nil to leave it out.
  let program: String?

  func run() {
    // First of all: what a child is seen to have taken begins with what this process has.
    if let program {
      Self.withTemporaryFolder { cache in
        let speed = ProgramSpeed(program: program, folder: folder, cache: cache)
        speed.start()
        let questions = Self.questions(in: folder)
        speed.serve(questions, inOneConversation: false)
        speed.serve(questions, inOneConversation: true)
        Listening(program: program, folder: folder, cache: cache).run(questions)
      }
    }
    let (loaded, load) = best(of: 5) { KnowledgeLoader.load(folder: folder) }
    guard let knowledge = loaded.base else {
      for problem in loaded.problems { print(problem.description(in: .english)) }
      return
    }
    let questions = Self.examples(of: knowledge)
    print("\(knowledge.topics.count) topics, \(questions.count) example questions")
    show("load the folder", load)
    let (interpreter, compile) = best(of: 3) { Interpreter(knowledge: knowledge) }
    show("learn", compile)
    Self.ask(questions, Responder(interpreter: interpreter), rounds: 4)
    Self.withTemporaryFolder(startFromCache)
  }

  /// Every question of the folder's topics, as the files have them, but for the mark of those that lean.
  private static func questions(in folder: String) -> [String] {
    let endings = ["topic", "questions"]
    return (KnowledgeFile.all(in: folder) ?? []).filter { endings.contains($0.ending) }.flatMap {
      file in
      (file.bytes ?? []).split(separator: UInt8(ascii: "\n"))
        .filter { $0.starts(with: "> ".utf8) }
        .map { String(decoding: $0.dropFirst(2), as: UTF8.self) }
        .map { $0.hasPrefix("… ") ? String($0.dropFirst(2)) : $0 }
    }
  }

  /// Every example question of a knowledge.
  static func examples(of knowledge: KnowledgeBase) -> [String] {
    knowledge.topics.flatMap { topic in
      topic.texts.sorted { $0.key < $1.key }.flatMap { $0.value.examples.map(\.text) }
    }
  }

  private func startFromCache(_ cache: String) {
    let source = InterpreterSource(cache: CompiledCache(folder: cache, program: 1))
    _ = source.open(folder: folder)
    let (opened, start) = best(of: 20) { source.open(folder: folder, .answers) }
    guard let interpreter = opened.interpreter else { return }
    show("start from the cache", start)
    let (_, prepare) = best(of: 20) { Responder(interpreter: interpreter) }
    show("prepare answering", prepare)
    for file in FolderListing(folder: cache)?.entries ?? [] {
      print("the cache's file: \(file.size / 1024) KiB")
    }
  }

  static func withTemporaryFolder(_ body: (String) -> Void) {
    let parent = FileManager.default.temporaryDirectory.path
    guard let folder = Folder.makeTemporary(in: parent, name: "vagvisare-benchmark") else { return }
    body(folder)
    for file in FolderListing(folder: folder)?.entries ?? [] { unlink(folder + "/" + file.path) }
    rmdir(folder)
  }

  /// Asks questions so many times, each as the first of a conversation, and prints how long it took.
  static func ask(_ questions: [String], _ responder: Responder, rounds: Int) {
    var interpretation = Timing()
    var reply = Timing()
    for round in 0..<rounds {
      for question in questions {
        let start = processorTime()
        let found = responder.interpreter.interpret(question)
        let middle = processorTime()
        let turn = responder.reply(to: question, language: nil)
        let end = processorTime()
        precondition(!found.candidates.isEmpty && !turn.reply.topics.isEmpty)
        // The first round warms the caches.
        guard round > 0 else { continue }
        interpretation.add(middle - start)
        reply.add(end - middle)
      }
    }
    interpretation.show("understand a question")
    reply.show("answer a question, understanding included")
  }
}
