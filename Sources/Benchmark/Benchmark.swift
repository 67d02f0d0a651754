import FoundationEssentials
import Glibc
import Knowledge
import Understanding

/// - `Benchmark FOLDER --speed`: times and memory.
/// - `Benchmark FOLDER --scale 10`: the same with ten times the topics.
/// - `Benchmark FOLDER --soak 30`: what half an hour of mixed load does to it.
/// - `Benchmark FOLDER --folds 5`: accuracy by cross-validation.
/// - `Benchmark FOLDER FILE…`: accuracy on labelled questions, each file asked of what the others teach.
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
    if let place = arguments.firstIndex(of: "--scale") {
      let factor = Int(arguments[place + 1]) ?? 1
      arguments.removeSubrange(place...place + 1)
      Scale(folder: arguments[0], factor: factor).run()
      return
    }
    // The program stands beside the benchmark.
    let own = CommandLine.arguments[0]
    let program = (own.lastIndex(of: "/").map { String(own[...$0]) } ?? "./") + "vagvisare"
    if let place = arguments.firstIndex(of: "--soak") {
      let minutes = Int(arguments[place + 1]) ?? 30
      arguments.removeSubrange(place...place + 1)
      var isGood = false
      Speed.withTemporaryFolder { cache in
        isGood = Soak(program: program, folder: arguments[0], cache: cache, minutes: minutes).run()
      }
      exit(isGood ? 0 : 1)
    }
    if let place = arguments.firstIndex(of: "--speed") {
      arguments.remove(at: place)
      Speed(folder: arguments[0], program: program).run()
      return
    }
    let loaded = KnowledgeLoader.load(folder: arguments[0])
    guard let knowledge = loaded.base else {
      for problem in loaded.problems { print(problem.description(in: .english)) }
      return
    }
    if let folds {
      let hands = CrossValidation.folds(folds, of: knowledge)
      CrossValidation(
        knowledge: knowledge, hands: hands, only: only,
        base: Sample.all(of: knowledge).filter(\.leans)
      )
      .run(verbose: verbose)
      return
    }
    let hands = arguments.dropFirst().map { (name: $0, questions: LabelledQuestion.read($0)) }
    CrossValidation(
      knowledge: knowledge, hands: hands, only: only, base: Sample.all(of: knowledge)
    ).run(verbose: verbose)
  }
}
