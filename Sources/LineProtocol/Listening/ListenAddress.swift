import Glibc

/// Where `serve --listen` listens.
package enum ListenAddress: Equatable, Sendable {
  case ipv4(host: String, port: UInt16)
  case ipv6(host: String, port: UInt16)
  case unix(path: String)
  /// The sockets that systemd hands over.
  case systemd

  /// What can be written, for a message.
  package static let examples = "127.0.0.1:7400, [::1]:7400, unix:PATH, systemd"

  /// `127.0.0.1:7400`, `[::1]:7400`, `7400` (on 127.0.0.1), `/run/x.sock`, `unix:x.sock`, `systemd`; nil
  /// for anything else. Names are not looked up.
  package init?(_ text: String) {
    if text == "systemd" {
      self = .systemd
    } else if text.hasPrefix("unix:") || text.contains("/") {
      let path = text.hasPrefix("unix:") ? String(text.dropFirst(5)) : text
      // The system's limit, with a zero at the end.
      guard (1..<108).contains(path.utf8.count), !path.utf8.contains(0) else { return nil }
      self = .unix(path: path)
    } else if text.hasPrefix("["), let end = text.firstIndex(of: "]"),
      text[end...].dropFirst().first == ":"
    {
      let host = String(text[text.index(after: text.startIndex)..<end])
      var address = in6_addr()
      guard let port = UInt16(text[end...].dropFirst(2)), inet_pton(AF_INET6, host, &address) == 1
      else { return nil }
      self = .ipv6(host: host, port: port)
    } else {
      let colon = text.lastIndex(of: ":")
      let host = colon.map { String(text[..<$0]) } ?? "127.0.0.1"
      var address = in_addr()
      guard let port = UInt16(colon.map { text[$0...].dropFirst() } ?? text[...]),
        inet_pton(AF_INET, host, &address) == 1
      else { return nil }
      self = .ipv4(host: host, port: port)
    }
  }
}
