import Foundation
import TestSupport
import Testing

/// A real IRC server on a free port of loopback.
final class IRCServer {
  enum Kind: String, CaseIterable {
    /// As Debian ships them, but for who may come in and where they listen.
    case ngircd, hybrid
    /// Takes all that comes at once, for tests of what is answered.
    case patient
  }

  let port: Int
  private let kind: Kind
  private let work: WorkFolder
  private let configuration: URL
  private var process: LaunchedProgram

  init(_ kind: Kind, in work: WorkFolder) throws {
    (self.kind, self.work) = (kind, work)
    port = try Connection.freePort()
    configuration = work.url.appendingPathComponent("ircd.conf")
    let text =
      kind == .hybrid
      ? try Self.hybrid(port: port, folder: work.url)
      : """
      [Global]
      Name = irc.test.local
      Info = loopback
      Listen = 127.0.0.1
      Ports = \(port)
      [Limits]
      MaxConnectionsIP = 0
      \(kind == .patient ? "MaxPenaltyTime = 0" : "")
      [Options]
      PAM = no
      DNS = no
      Ident = no

      """
    try Data(text.utf8).write(to: configuration)
    process = try Self.launch(kind, configuration, in: work)
  }

  deinit { stop() }

  func stop() { process.kill() }

  func restart() throws {
    stop()
    process = try Self.launch(kind, configuration, in: work)
  }

  private static func launch(_ kind: Kind, _ configuration: URL, in work: WorkFolder) throws
    -> LaunchedProgram
  {
    guard kind == .hybrid else {
      return try work.launch(["ngircd", "-n", "-f", configuration.path])
    }
    // It refuses to run as root.
    let other = geteuid() == 0 ? ["setpriv", "--reuid=irc", "--regid=irc", "--clear-groups"] : []
    let server = Tool.path("ircd-hybrid") ?? "ircd-hybrid"
    return try work.launch(
      other + [
        server, "-foreground", "-configfile", configuration.path, "-logfile", "/dev/null",
        "-pidfile", "/dev/null",
      ])
  }

  /// Where the configuration of ircd-hybrid is, as shipped.
  static let hybridConfiguration =
    ProcessInfo.processInfo.environment["IRCD_HYBRID_CONF"] ?? "/etc/ircd-hybrid/ircd.conf"

  /// The configuration as shipped: on another port, without TLS, which needs keys, and letting people
  /// of this machine in under the limits for all.
  private static func hybrid(port: Int, folder: URL) throws -> String {
    let shipped = try String(contentsOfFile: hybridConfiguration, encoding: .utf8)
    guard let start = shipped.range(of: "\nlisten {"),
      let end = shipped.range(of: "\n};", range: start.upperBound..<shipped.endIndex)
    else { throw BridgeFailure("\(hybridConfiguration) is not as it was") }
    let listening = "\n  host = \"127.0.0.1\";\n  port = \(port);"
    return shipped.replacingCharacters(in: start.upperBound..<end.lowerBound, with: listening)
      .replacingOccurrences(of: "user = \"*@127.0.0.1\";", with: "user = \"*@192.0.2.1\";")
      .replacingOccurrences(of: "\n\tflags = need_ident;", with: "")
      .replacingOccurrences(
        of: "\n\t(rsa_private_key_file|tls_certificate_file|tls_dh_param_file)[^\n]*", with: "",
        options: .regularExpression
      )
      .replacingOccurrences(of: "/var/log/ircd", with: folder.path)
  }
}
