import Foundation
import Glibc
import TestSupport
import Testing

/// The program with a cache of what it has learnt.
@Suite struct CacheTests {
  private func withFolders(_ body: (_ knowledge: URL, _ cache: String) throws -> Void) throws {
    let knowledge = try SmallKnowledge.write()
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("vagvisare-cache-\(UUID().uuidString)")
    defer {
      try? FileManager.default.removeItem(at: knowledge)
      try? FileManager.default.removeItem(at: root)
    }
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try body(knowledge, root.path + "/cache")
  }

  private func ask(_ knowledge: URL, _ cache: String?) throws -> RunResult {
    try runProgram(
      ["ask", "--json", "är det olagligt att köpa sex?"], knowledge: knowledge,
      environment: cache.map { ["VAGVISARE_CACHE": $0] } ?? [:])
  }

  @Test func answersTheSameWithAFreshAFullAndADamagedCache() throws {
    try withFolders { knowledge, cache in
      let without = try ask(knowledge, nil)
      #expect(without.status == 0)
      for _ in 0..<2 {
        let with = try ask(knowledge, cache)
        #expect((with.out, with.err, with.status) == (without.out, "", 0))
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: cache)
      let file = URL(fileURLWithPath: cache + "/" + (try #require(names.first)))
      #expect(names.count == 1)
      let whole = try Data(contentsOf: file)
      for damaged in [
        Data(), whole.prefix(40), whole.prefix(whole.count / 2), Data(whole.reversed()),
      ] {
        try damaged.write(to: file)
        let with = try ask(knowledge, cache)
        #expect((with.out, with.err, with.status) == (without.out, "", 0))
        // It is made whole again.
        #expect(try Data(contentsOf: file).count == whole.count)
      }
    }
  }

  @Test func isTheSameByteForByteWhoeverMakesIt() throws {
    try withFolders { knowledge, cache in
      var files: [Data] = []
      for number in 1...3 {
        let folder = cache + "-\(number)"
        #expect(try ask(knowledge, folder).status == 0)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        #expect(names.count == 1)
        files.append(try Data(contentsOf: URL(fileURLWithPath: folder + "/" + names[0])))
      }
      // But for the times of the knowledge's files, which may be too new to be noted.
      #expect(files[0].count == files[1].count)
      #expect(files[0].dropFirst(80) == files[1].dropFirst(80))
      #expect(files[1].dropFirst(80) == files[2].dropFirst(80))
    }
  }

  @Test func aLinkACopyAndAnotherModeMakeNoOtherBuild() throws {
    try withFolders { knowledge, cache in
      #expect(try ask(knowledge, cache).status == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: cache)
      let copy = cache + "-copy"
      // By another process: a file that this one has open to be written could not be run.
      let copied = try runProgram(
        [Built.program.path, copy], program: URL(fileURLWithPath: "/bin/cp"), knowledge: nil)
      #expect(copied.status == 0)
      #expect(chmod(copy, 0o700) == 0)
      let asked = try runProgram(
        ["ask", "hej"], program: URL(fileURLWithPath: copy), knowledge: knowledge,
        environment: ["VAGVISARE_CACHE": cache])
      #expect(asked.status == 0)
      #expect(try FileManager.default.contentsOfDirectory(atPath: cache) == names)
    }
  }

  @Test func aFileCutUnderARunningServeCostsNothing() throws {
    try withFolders { knowledge, cache in
      let child = try ChildProgram(
        Built.program.path, ["serve"],
        environment: Built.environment(knowledge).merging(["VAGVISARE_CACHE": cache]) { $1 })
      _ = try child.readSome()
      for name in try FileManager.default.contentsOfDirectory(atPath: cache) {
        #expect(truncate(cache + "/" + name, 0) == 0)
      }
      let out = try child.exchange(Array("1 ask är det olagligt att köpa sex?\n".utf8)).out
      #expect(String(decoding: out, as: UTF8.self).contains("1 . ok\n"))
      #expect(try child.wait() == .exited(0))
    }
  }

  @Test func holdsNothingOfWhatIsAsked() throws {
    try withFolders { knowledge, cache in
      let secret = "hemligtord"
      let asked = try runProgram(
        ["ask", secret], knowledge: knowledge, environment: ["VAGVISARE_CACHE": cache])
      #expect(asked.err == "")
      for name in try FileManager.default.contentsOfDirectory(atPath: cache) {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: cache + "/" + name))
        #expect(bytes.range(of: Data(secret.utf8)) == nil)
        #expect(bytes.range(of: Data("Betänketiden är 30 dagar".utf8)) != nil)
      }
    }
  }

  @Test(arguments: ["", "/dev/null/cache", "/proc/cache"])
  func isDoneWithoutWhereThereCanBeNone(cache: String) throws {
    try withFolders { knowledge, _ in
      let with = try ask(knowledge, cache)
      #expect((with.err, with.status) == ("", 0))
    }
  }
}
