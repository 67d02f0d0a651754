import Foundation
import TestSupport
import Testing

/// The units as they are shipped, with their limits, under a real systemd; from a cold start, and with
/// the shipped knowledge.
@Suite(.serialized) struct SystemdTests {
  private let work: WorkFolder

  init() throws { work = try WorkFolder() }

  private func unit(_ name: String, port: Int) throws -> (String, String) {
    let text = try String(
      contentsOf: Bridges.folder.appendingPathComponent("systemd/\(name)"), encoding: .utf8)
    return (
      name,
      text.replacingOccurrences(of: "/usr/local/bin/vagvisare", with: "/srv/vagvisare")
        .replacingOccurrences(of: "/usr/local/share/vagvisare/", with: "/srv/")
        .replacingOccurrences(of: "127.0.0.1:7401", with: "127.0.0.1:\(port)")
    )
  }

  @Test(.enabled(if: SystemdNamespace.isPossible, "needs root and namespaces"))
  func answersFromAColdStartWithinTheLimitsThatAreShipped() throws {
    let port = try Connection.freePort()
    let systemd = try SystemdNamespace(
      units: [unit("vagvisare.socket", port: port), unit("vagvisare.service", port: port)],
      files: [Bridges.program, Bridges.package.appendingPathComponent("Knowledge")], work: work)
    let connections = try (0..<20).map { _ in try Connection(port: port) }
    for connection in connections { try connection.write("1 ask vem betalar boendet?\n") }
    for connection in connections {
      #expect(try connection.reply()?.last == "1 . ok")
    }
    func property(_ name: String) throws -> String {
      try systemd.run(
        ["systemctl", "show", "vagvisare.service", "--value", "-p", name], work: work
      ).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    #expect(try property("ActiveState") == "active")
    #expect(try property("NRestarts") == "0")
    #expect(try property("MemoryMax") == "\(2 << 30)")
    // The memory that learning took has gone. What the kernel keeps of the files is not counted.
    let process = try property("MainPID")
    let resident = try systemd.run(
      ["sed", "-n", "s/^VmRSS:[^0-9]*\\([0-9]*\\) kB$/\\1/p", "/proc/\(process)/status"], work: work
    ).trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(try #require(Int(resident)) < 64 << 10)
    let reload = try systemd.run(["systemctl", "reload", "vagvisare.service"], work: work)
    #expect(reload == "")
    for connection in connections {
      #expect(try connection.line() == "* reloaded")
    }
    #expect(try property("MainPID") == process)
    // Started again, it has what it learnt: whoever connects meanwhile waits.
    _ = try systemd.run(["systemctl", "stop", "vagvisare.service"], work: work)
    for connection in connections { #expect(try connection.line() == "* bye") }
    let again = try Connection(port: port)
    try again.write("2 ask vem betalar boendet?\n")
    #expect(try again.reply()?.last == "2 . ok")
    #expect(
      try systemd.run(["sh", "-c", "ls /var/cache/private/vagvisare | wc -l"], work: work) == "1\n")
  }
}
