import Glibc
import IRCBridge

/// How the program is called.
struct Options {
  static let usage = """
    usage: vagvisare-irc [-s HOST] [-p PORT] [-t] [-n NICK] [-k VARIABLE] [-a] CHANNEL…
      -s, -p  the server and its port; default 127.0.0.1 and 6667 (6697 with -t)
      -t      use TLS, and check the server's certificate
      -n      the nick; default vagvisare
      -k      the environment variable that holds the server's password
      -a      in channels, answer only what is addressed to the nick: "vagvisare: …"
      -r, -b  lines per second, and at once, that the server accepts; default 1 and 5
      -w      bytes per second; default 500
      -q      questions per minute answered for one person; default 20
    VAGVISARE names the program if it is not in PATH.
    """

  private(set) var bridge = Bridge.Settings()
  private var host = "127.0.0.1"
  private var port: Int?
  private var usesTLS = false

  /// Nil where the words are not understood.
  init?(_ words: [String], environment: (String) -> String?) {
    var words = words[...]
    while let word = words.first, word.hasPrefix("-"), word != "-" {
      words.removeFirst()
      if word == "--" { break }
      if word == "-a" || word == "-t" {
        if word == "-a" { bridge.isAddressedOnly = true } else { usesTLS = true }
        continue
      }
      // `-p6667` and `-p 6667`.
      let name = String(word.prefix(2))
      let joined = String(word.dropFirst(2))
      guard let value = joined.isEmpty ? words.popFirst() : joined,
        set(name, value, environment)
      else { return nil }
    }
    bridge.channels = Array(words)
    guard !bridge.channels.isEmpty, bridge.channels.allSatisfy(Self.isChannel) else { return nil }
  }

  private mutating func set(
    _ name: String, _ value: String, _ environment: (String) -> String?
  ) -> Bool {
    func number(_ range: ClosedRange<Double>) -> Double? {
      Double(value).flatMap { range.contains($0) ? $0 : nil }
    }
    switch name {
    case "-s":
      host = value
      // What socat would take for an option or another address.
      return !value.isEmpty && !value.contains { ",!;\"'\\ ".contains($0) }
    case "-p":
      port = Int(value)
      return port.map { (1...65535).contains($0) } ?? false
    case "-n":
      bridge.nick = value
      return !value.isEmpty && !value.contains { $0.isWhitespace || "#&+!@:,".contains($0) }
    case "-k":
      bridge.password = environment(value)
      return !(bridge.password ?? "").contains { $0.isNewline }
    case "-r":
      bridge.pace.rate = number(0.1...1000) ?? 0
      return bridge.pace.rate > 0
    case "-b":
      bridge.pace.burst = number(3...1000) ?? 0
      return bridge.pace.burst > 0
    case "-w":
      bridge.pace.bytes = number(100...1e9) ?? 0
      return bridge.pace.bytes > 0
    case "-q":
      bridge.questionsPerMinute = Int(number(1...10_000) ?? 0)
      return bridge.questionsPerMinute > 0
    default: return false
    }
  }

  private static func isChannel(_ name: String) -> Bool {
    name.isChannel && name.utf8.count <= 200
      && !name.contains { $0.isWhitespace || $0 == "," || $0 == "\u{7}" }
  }

  /// socat, which speaks TCP and TLS.
  var connection: [String] {
    let address = "\(host):\(port ?? (usesTLS ? 6697 : 6667)),nodelay,keepalive"
    return ["socat", "-", usesTLS ? "OPENSSL:\(address)" : "TCP:\(address)"]
  }
}
