import Foundation
import TestSupport

/// A websocket's client end (RFC 6455), as far as a page needs it: text messages.
final class WebSocketConnection {
  private let connection: Connection
  /// The first line of the answer to the request to upgrade.
  let status: String

  init(port: Int, path: String = "/", origin: String? = nil) throws {
    connection = try Connection(port: port)
    var request = """
      GET \(path) HTTP/1.1
      Host: 127.0.0.1:\(port)
      Upgrade: websocket
      Connection: Upgrade
      Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
      Sec-WebSocket-Version: 13

      """
    if let origin { request += "Origin: \(origin)\n" }
    try connection.write(request.replacingOccurrences(of: "\n", with: "\r\n") + "\r\n")
    guard let first = try connection.line() else { throw BridgeFailure("no upgrade") }
    status = first
    while let header = try connection.line(), !header.isEmpty {}
  }

  /// Sends a text message; what a client sends is masked.
  func send(_ text: String) throws {
    let payload = Array(text.utf8)
    let mask: [UInt8] = [0x12, 0xA7, 0x5C, 0xE1]
    var frame: [UInt8] = [0x81]
    if payload.count < 126 {
      frame.append(0x80 | UInt8(payload.count))
    } else {
      frame += [0x80 | 126, UInt8(payload.count >> 8), UInt8(payload.count & 0xFF)]
    }
    frame += mask
    frame += payload.enumerated().map { $1 ^ mask[$0 % 4] }
    try connection.write(frame)
  }

  /// The next message; nil when the other end has closed.
  func receive(within seconds: Double = ChildProgram.patience) throws -> String? {
    var begun: [UInt8] = []
    while true {
      guard let head = try connection.bytes(2, within: seconds) else { return nil }
      var count = Int(head[1] & 0x7F)
      if count >= 126 {
        guard let long = try connection.bytes(count == 126 ? 2 : 8) else { return nil }
        count = long.reduce(0) { $0 << 8 | Int($1) }
      }
      guard let payload = try connection.bytes(count) else { return nil }
      switch head[0] & 0x0F {
      case 0x0, 0x1:
        begun += payload
        if head[0] & 0x80 != 0 { return String(decoding: begun, as: UTF8.self) }
      case 0x8: return nil
      default: continue
      }
    }
  }
}
