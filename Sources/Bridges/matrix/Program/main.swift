import BridgeSupport
import Glibc

// Answers questions on Matrix: curl carries the requests, `vagvisare serve` knows the answers.

func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

func end(_ text: String, _ code: Int32) -> Never {
  report(text, as: "vagvisare-matrix")
  exit(code)
}

let words = Array(CommandLine.arguments.dropFirst())
if words.first == "--help" || words.first == "-h" {
  print(Options.usage)
  exit(0)
}
do throws(Options.Trouble) {
  let options = try Options(words, environment: variable)
  let program = variable("VAGVISARE") ?? "vagvisare"
  var carrier = Carrier(options, program: program)
  switch carrier.run() {
  case .signal: exit(0)
  case .noService: end("\(program) does not serve", 69)
  case .refused(let why): end(why, 77)
  }
} catch {
  switch error {
  case .usage: end(Options.usage, 64)
  case .noToken(let why): end(why, 78)
  }
}
