import FoundationEssentials
import Knowledge
import Understanding

@main
struct Benchmark {
  static func main() {
    var arguments = Array(CommandLine.arguments.dropFirst())
    let verbose = arguments.contains("--verbose")
    arguments.removeAll { $0 == "--verbose" }
    var only: String?
    if let place = arguments.firstIndex(of: "--only") {
      only = arguments[place + 1]
      arguments.removeSubrange(place...place + 1)
    }
    var folds: Int?
    if let place = arguments.firstIndex(of: "--folds") {
      folds = Int(arguments[place + 1])
      arguments.removeSubrange(place...place + 1)
    }
    if let place = arguments.firstIndex(of: "--speed") {
      arguments.remove(at: place)
      Speed(folder: arguments[0]).run()
      return
    }
    let loaded = KnowledgeLoader.load(folder: arguments[0])
    guard let knowledge = loaded.base else {
      for problem in loaded.problems { print(problem.description(in: .english)) }
      return
    }
    if let folds {
      let hands = CrossValidation.folds(folds, of: knowledge)
      CrossValidation(knowledge: knowledge, hands: hands, only: nil, base: [])
        .run(verbose: verbose)
      return
    }
    let hands = arguments.dropFirst().map { (name: $0, questions: LabelledQuestion.read($0)) }
    CrossValidation(
      knowledge: knowledge, hands: hands, only: only, base: Interpreter.samples(of: knowledge)
    ).run(verbose: verbose)
  }
}
