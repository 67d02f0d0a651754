import BridgeSupport
import Glibc

// Answers questions on IRC: socat carries the connection, `vagvisare serve` knows the answers.

func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

let words = Array(CommandLine.arguments.dropFirst())
if words.first == "--help" || words.first == "-h" {
  print(Options.usage)
  exit(0)
}
guard let options = Options(words, environment: variable) else {
  report(Options.usage, as: "vagvisare-irc")
  exit(64)
}
let program = variable("VAGVISARE") ?? "vagvisare"
var carrier = Carrier(options, program: program)
guard carrier.run() else {
  report("\(program) does not serve", as: "vagvisare-irc")
  exit(69)
}
