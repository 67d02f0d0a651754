import BridgeSupport
import Glibc
import MatrixBridge

/// How the program is called.
struct Options {
  static let usage = """
    usage: vagvisare-matrix -s URL (-k VARIABLE | -t FILE) [-f FILE] [-a] [-q N] [-r N] [-b N]
      -s  the server: https://matrix.example.org
      -k  the environment variable that holds the access token
      -t  the file that holds it
      -f  the file that keeps how far everything is answered; default matrix-since in
          $STATE_DIRECTORY, $XDG_STATE_HOME/vagvisare or ~/.local/state/vagvisare
      -a  in rooms of more than two, answer only what is addressed to the bridge
      -q  questions per minute answered for one person; default 20
      -r  messages per second that the server accepts, and
      -b  at once; default 0.2 and 10, as Synapse is shipped
    VAGVISARE names the program if it is not in PATH.
    """

  private(set) var bridge = Bridge.Settings()
  private(set) var server = ""
  private(set) var token = ""
  private(set) var state: String

  enum Trouble: Error {
    case usage
    case noToken(String)
  }

  init(_ words: [String], environment: (String) -> String?) throws(Trouble) {
    let home = environment("HOME") ?? "."
    let folder =
      environment("STATE_DIRECTORY")
      ?? (environment("XDG_STATE_HOME") ?? "\(home)/.local/state") + "/vagvisare"
    state = "\(folder)/matrix-since"
    var words = words[...]
    while let word = words.popFirst() {
      if word == "-a" {
        bridge.isAddressedOnly = true
        continue
      }
      guard let value = words.popFirst() else { throw .usage }
      try set(word, value, environment)
    }
    if server.isEmpty { throw .usage }
    if token.isEmpty { throw .usage }
  }

  private mutating func set(
    _ name: String, _ value: String, _ environment: (String) -> String?
  ) throws(Trouble) {
    func number(_ range: ClosedRange<Double>) throws(Trouble) -> Double {
      guard let number = Double(value), range.contains(number) else { throw .usage }
      return number
    }
    switch name {
    case "-s":
      server = value.hasSuffix("/") ? String(value.dropLast()) : value
      let isURL = server.hasPrefix("https://") || server.hasPrefix("http://")
      guard isURL, !server.contains(where: { $0.isWhitespace || "?#\"\\".contains($0) }) else {
        throw .usage
      }
    case "-k":
      guard let text = environment(value) else { throw .noToken("\(value) is not set") }
      token = try Self.token(text, from: value)
    case "-t":
      guard let bytes = KeptFile(path: value).read() else {
        throw .noToken("\(value) cannot be read")
      }
      token = try Self.token(bytes, from: value)
    case "-f": state = value
    case "-q": bridge.questionsPerMinute = Int(try number(1...10_000))
    case "-r": bridge.rate = try number(0.01...1000)
    case "-b": bridge.burst = try number(2...1000)
    default: throw .usage
    }
  }

  private static func token(_ text: String, from place: String) throws(Trouble) -> String {
    let token = String(text.drop { $0.isWhitespace }.prefix { !$0.isWhitespace })
    guard !token.isEmpty, token.unicodeScalars.allSatisfy({ (0x21...0x7E).contains($0.value) })
    else { throw .noToken("\(place) holds no access token") }
    return token
  }
}
