import Conversation
import Glibc
import LineProtocol
import System
import TestSupport
import Testing

/// The loop on sockets that keep each write apart.
@Suite(.serialized) struct ServeLoopTests {
  /// What is written, a write each, for an input that ends.
  private func writes(_ input: String) throws -> [String] {
    var (requests, replies): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    #expect(openPipe(&requests))
    #expect(socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &replies) == 0)
    defer { for descriptor in requests + replies { close(descriptor) } }
    // What a pipe holds, so that it can be written before anything is read.
    let bytes = Array(input.utf8.prefix(60_000))
    #expect(write(requests[1], bytes, bytes.count) == bytes.count)
    dup2(open("/dev/null", O_WRONLY), requests[1])
    let session = Session(
      responder: Responder(knowledge: try SmallKnowledge.base()), clock: { 0 })
    var loop = ServeLoop(
      input: requests[0], output: replies[0], signals: try #require(SignalPipe()),
      encoding: .lines, session: session, reload: { .broken([]) }, report: { _ in })
    #expect(loop.run() == .finished)
    shutdown(replies[0], Int32(SHUT_WR))
    var writes: [String] = []
    var packet = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = read(replies[1], &packet, packet.count), count > 0 {
      writes.append(String(decoding: packet[..<count], as: UTF8.self))
    }
    return writes
  }

  @Test func writesEachReplyWhole() throws {
    let input = (1...60).map { "\($0) ask är det olagligt att köpa sex?\n" }.joined()
    let writes = try writes(input)
    #expect(writes.count > 1)
    var last = 0
    for text in writes.dropFirst() {
      #expect(text.utf8.count <= OutputQueue.writeSize)
      #expect(text.hasSuffix(" . ok\n") || text.hasSuffix("* bye\n"))
      for line in text.split(separator: "\n") where line.hasSuffix(" . ok") {
        last += 1
        #expect(line == "\(last) . ok")
      }
    }
    #expect(last == 60)
    #expect(writes.first?.hasPrefix("* vagvisare 1 knowledge=") == true)
  }
}
