import Foundation
import Testing

/// The ports that tests have their programs listen on, some of them only after having learnt for long.
@Suite struct FreePortTests {
  /// One of those that the system gives to whoever connects could be taken meanwhile, even by the test that
  /// tries to connect to it: then it is connected to itself.
  @Test func areNoneThatTheSystemGivesAway() throws {
    let range = try String(
      contentsOfFile: "/proc/sys/net/ipv4/ip_local_port_range", encoding: .utf8)
    let first = try #require(range.split(whereSeparator: \.isWhitespace).first.flatMap { Int($0) })
    for _ in 0..<20 { #expect(try Connection.freePort() < first) }
  }

  @Test func areGivenOnce() throws {
    let ports = try (0..<100).map { _ in try Connection.freePort() }
    #expect(Set(ports).count == 100)
  }
}
