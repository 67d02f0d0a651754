import Foundation
import Glibc
import Knowledge
import Synchronization
import TestSupport
import Testing

@testable import Understanding

@Suite struct CompiledCacheTests {
  @Test func answersFromTheCacheAsWithoutIt() throws {
    let folders = try Folders()
    let base = try #require(KnowledgeLoader.load(folder: folders.knowledge.path).base)
    let made = Interpreter(knowledge: base)
    #expect(folders.cache.store(made, of: folders.knowledge.path, content: 1, stamp: 2))
    let everything = try #require(folders.cache.interpreter(of: folders.knowledge.path, stamp: 2))
    #expect(answers(everything) == answers(made))
    #expect(everything.knowledge.topics.count == base.topics.count)
    #expect(everything.knowledge.topics[0].file == base.topics[0].file)
    #expect(everything.knowledge.topics.flatMap { $0.texts.values.flatMap(\.examples) }.count > 0)
    let lean = try #require(
      folders.cache.interpreter(of: folders.knowledge.path, stamp: 2, .answers))
    #expect(answers(lean) == answers(made))
    let single = try #require(
      folders.cache.interpreter(of: folders.knowledge.path, stamp: 2, .oneAnswer))
    #expect(answers(single) == answers(made))
    let followUps = [everything, lean, single].map { read in
      read.knowledge.topics.flatMap { $0.parts.flatMap { $0.texts.values.flatMap(\.examples) } }
        .count
    }
    #expect(followUps == [2, 0, 0])
    #expect(lean.knowledge.topics.allSatisfy { $0.texts.values.allSatisfy(\.examples.isEmpty) })
    #expect(
      lean.knowledge.topics.map { $0.texts.mapValues { $0.answer.map(\.text) } }
        == base.topics.map { $0.texts.mapValues { $0.answer.map(\.text) } })
  }

  /// Whoever goes on from a token asks of a process that has answered nothing yet: it has nothing left
  /// to learn, since it has no wordings.
  @Test func tellsAnAnswersPartsApartAtOnce() throws {
    let folders = try Folders()
    let base = try #require(KnowledgeLoader.load(folder: folders.knowledge.path).base)
    let made = Interpreter(knowledge: base)
    #expect(folders.cache.store(made, of: folders.knowledge.path, content: 1, stamp: 2))
    let lean = try #require(
      folders.cache.interpreter(of: folders.knowledge.path, stamp: 2, .answers))
    let topic = try #require(base.topics.firstIndex { $0.id == "permit/time" })
    for question in ["vem ansöker?", "who applies?", "betänketid"] {
      let shares = [made, lean].map { $0.parts(of: topic, for: $0.interpret(question)) }
      #expect(shares[0].parts == shares[1].parts)
      #expect(shares[0].whole == shares[1].whole)
    }
    let who = lean.parts(of: topic, for: lean.interpret("vem ansöker?"))
    #expect(who.best == 0 && who.parts[0] > who.whole)
  }

  @Test func keepsWhatItHoldsFromOthers() throws {
    let folders = try Folders()
    let base = try #require(KnowledgeLoader.load(folder: folders.knowledge.path).base)
    #expect(
      folders.cache.store(
        Interpreter(knowledge: base), of: folders.knowledge.path, content: 1, stamp: 2))
    func mode(_ path: String) throws -> Int? {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
    #expect(try mode(folders.cacheFolder) == 0o700)
    #expect(try mode(folders.file().path) == 0o600)
  }

  @Test func findsNothingOfOtherContentOrAnotherBuild() throws {
    let folders = try Folders()
    let path = folders.knowledge.path
    let base = try #require(KnowledgeLoader.load(folder: path).base)
    #expect(folders.cache.interpreter(of: path, stamp: 2) == nil)
    #expect(
      folders.cache.store(Interpreter(knowledge: base), of: path, content: 1, stamp: 2))
    #expect(folders.cache.interpreter(of: path, stamp: 3) == nil)
    #expect(folders.cache.interpreter(of: path, content: 9, stamp: 2) == nil)
    #expect(folders.cache.interpreter(of: path + "/law", stamp: 2) == nil)
    let other = CompiledCache(folder: folders.cacheFolder, program: 8)
    #expect(other.interpreter(of: path, stamp: 2) == nil)
    #expect(other.interpreter(of: path, content: 1, stamp: 2) == nil)
    // The file of one build under the name that another gives it.
    #expect(other.store(Interpreter(knowledge: base), of: path, content: 1, stamp: 2))
    let names = try FileManager.default.contentsOfDirectory(atPath: folders.cacheFolder)
    #expect(names.count == 2)
    let data = try names.map {
      try Data(contentsOf: URL(fileURLWithPath: folders.cacheFolder + "/" + $0))
    }
    for (name, other) in zip(names, data.reversed()) {
      try other.write(to: URL(fileURLWithPath: folders.cacheFolder + "/" + name))
    }
    #expect(folders.cache.interpreter(of: path, stamp: 2) == nil)
    #expect(other.interpreter(of: path, stamp: 2) == nil)
  }

  @Test func findsTheSameContentUnderAnotherStampAndRemembersIt() throws {
    let folders = try Folders()
    let path = folders.knowledge.path
    let base = try #require(KnowledgeLoader.load(folder: path).base)
    #expect(
      folders.cache.store(Interpreter(knowledge: base), of: path, content: 1, stamp: nil))
    #expect(folders.cache.interpreter(of: path, stamp: 5) == nil)
    #expect(folders.cache.interpreter(of: path, content: 1, stamp: 5) != nil)
    #expect(folders.cache.interpreter(of: path, stamp: 5) != nil)
  }

  /// A cache whose file is changed by `change`; whether anything is still found in it.
  private func isFound(
    in folders: Folders, _ file: URL, _ bytes: [UInt8]
  ) throws -> Bool {
    try Data(bytes).write(to: file)
    let byStamp = folders.cache.interpreter(of: folders.knowledge.path, stamp: 2)
    let byContent = folders.cache.interpreter(of: folders.knowledge.path, content: 1, stamp: nil)
    return byStamp != nil || byContent != nil
  }

  @Test func findsNothingInADamagedFile() throws {
    let folders = try Folders()
    let base = try #require(KnowledgeLoader.load(folder: folders.knowledge.path).base)
    #expect(
      folders.cache.store(
        Interpreter(knowledge: base), of: folders.knowledge.path, content: 1, stamp: 2))
    let file = try folders.file()
    let whole = [UInt8](try Data(contentsOf: file))
    #expect(try isFound(in: folders, file, whole))
    let header = CompiledFile.headerSize
    for place in Array(0..<header + 64) + Array(stride(from: header, to: whole.count, by: 4099)) {
      for bit: UInt8 in [0x01, 0x80] {
        var bytes = whole
        bytes[place] ^= bit
        #expect(try !isFound(in: folders, file, bytes), "byte \(place)")
      }
    }
    var bytes = whole
    bytes[whole.count - 1] ^= 1
    #expect(try !isFound(in: folders, file, bytes))
  }

  @Test func findsNothingInAFileOfAnotherLength() throws {
    let folders = try Folders()
    let base = try #require(KnowledgeLoader.load(folder: folders.knowledge.path).base)
    #expect(
      folders.cache.store(
        Interpreter(knowledge: base), of: folders.knowledge.path, content: 1, stamp: 2))
    let file = try folders.file()
    let whole = [UInt8](try Data(contentsOf: file))
    let lengths =
      Array(0...CompiledFile.headerSize + 8)
      + Array(stride(from: 100, to: whole.count, by: 4099)) + [whole.count - 1]
    for length in lengths {
      #expect(try !isFound(in: folders, file, Array(whole[..<length])), "\(length) bytes")
    }
    #expect(try !isFound(in: folders, file, whole + [0]))
  }

  @Test func isDoneWithoutWhereItCannotBeWritten() throws {
    let folders = try Folders()
    let blocked = folders.root.appendingPathComponent("file")
    try Data().write(to: blocked)
    let source = InterpreterSource(
      cache: CompiledCache(folder: blocked.path + "/cache", program: 7))
    let opened = source.open(folder: folders.knowledge.path)
    #expect(opened.interpreter != nil)
    #expect(opened.problems.isEmpty)
  }

  @Test func isDoneWithoutWhereOthersMayWrite() throws {
    let folders = try Folders()
    try FileManager.default.createDirectory(
      atPath: folders.cacheFolder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: NSNumber(value: 0o777)])
    try FileManager.default.setAttributes(
      [.posixPermissions: NSNumber(value: 0o777)], ofItemAtPath: folders.cacheFolder)
    let base = try #require(KnowledgeLoader.load(folder: folders.knowledge.path).base)
    #expect(
      !folders.cache.store(
        Interpreter(knowledge: base), of: folders.knowledge.path, content: 1, stamp: 2))
  }

  /// What another user could have put where the cache's file is looked for.
  @Test func readsNothingThatOthersMayHaveWritten() throws {
    let folders = try Folders()
    let path = folders.knowledge.path
    let base = try #require(KnowledgeLoader.load(folder: path).base)
    #expect(
      folders.cache.store(Interpreter(knowledge: base), of: path, content: 1, stamp: 2))
    let file = try folders.file().path
    func isFound() -> Bool { folders.cache.interpreter(of: path, stamp: 2) != nil }
    #expect(isFound())
    for mode: mode_t in [0o620, 0o602, 0o666] {
      #expect(chmod(file, mode) == 0)
      #expect(!isFound())
    }
    #expect(chmod(file, 0o600) == 0)
    for mode: mode_t in [0o720, 0o1777] {
      #expect(chmod(folders.cacheFolder, mode) == 0)
      #expect(!isFound())
    }
    #expect(chmod(folders.cacheFolder, 0o700) == 0)
    #expect(isFound())
    // A pipe that nobody writes to is not waited for; nor is a link followed.
    #expect(rename(file, file + "~") == 0)
    #expect(mkfifo(file, 0o600) == 0)
    #expect(!isFound())
    #expect(unlink(file) == 0)
    #expect(symlink(file + "~", file) == 0)
    #expect(!isFound())
  }

  @Test func aFileThatIsCutAfterwardsChangesNothingForWhoServes() throws {
    let folders = try Folders()
    let path = folders.knowledge.path
    let base = try #require(KnowledgeLoader.load(folder: path).base)
    #expect(
      folders.cache.store(Interpreter(knowledge: base), of: path, content: 1, stamp: 2))
    let read = try #require(folders.cache.interpreter(of: path, stamp: 2, .answers))
    let before = answers(read)
    #expect(truncate(try folders.file().path, 0) == 0)
    #expect(answers(read) == before)
  }

  @Test func ofManyThatStartAtOnceOneLearns() throws {
    let folders = try Folders()
    let learnt = Mutex(0)
    let source = InterpreterSource(cache: folders.cache) { base in
      learnt.withLock { $0 += 1 }
      return Interpreter(knowledge: base)
    }
    let path = folders.knowledge.path
    let found = Mutex(0)
    let threads = (0..<8).map { _ in
      Thread {
        if source.open(folder: path).interpreter != nil { found.withLock { $0 += 1 } }
      }
    }
    for thread in threads { thread.start() }
    while !threads.allSatisfy(\.isFinished) { usleep(1000) }
    #expect(found.withLock { $0 } == 8)
    #expect(learnt.withLock { $0 } == 1)
  }

  @Test func waitsForNobodyForEver() throws {
    let folders = try Folders()
    #expect(folders.cache.alone { folders.cache.alone(within: 20) { 1 } } == 1)
  }

  @Test func keepsTheFilesUsedLastAndRemovesHalfWrittenOnes() throws {
    let folders = try Folders()
    let base = try #require(KnowledgeLoader.load(folder: folders.knowledge.path).base)
    let interpreter = Interpreter(knowledge: base)
    try FileManager.default.createDirectory(
      atPath: folders.cacheFolder, withIntermediateDirectories: true,
      attributes: [.posixPermissions: NSNumber(value: 0o700)])
    func touch(_ name: String, age: TimeInterval) throws {
      let path = folders.cacheFolder + "/" + name
      try Data().write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: path)
    }
    for number in 1...8 { try touch("\(number).compiled", age: Double(number) * 1000) }
    try touch("a.compiled.1.2.new", age: 7200)
    try touch("b.compiled.1.2.new", age: 60)
    try touch("notes.txt", age: 1_000_000)
    #expect(
      folders.cache.store(interpreter, of: folders.knowledge.path, content: 1, stamp: 2))
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: folders.cacheFolder))
    #expect(
      names.filter { $0.count < 16 + 9 }.sorted() == [
        "1.compiled", "2.compiled", "3.compiled", "4.compiled", "5.compiled", "b.compiled.1.2.new",
        "notes.txt",
      ])
    #expect(names.count == 8)
  }

  @Test func isInTheFolderThatTheEnvironmentNames() {
    func folder(_ variables: [String: String]) -> String? {
      CompiledCache.folder(environment: variables)
    }
    #expect(folder(["VAGVISARE_CACHE": "/a", "XDG_CACHE_HOME": "/b", "HOME": "/c"]) == "/a")
    #expect(folder(["VAGVISARE_CACHE": "", "HOME": "/c"]) == nil)
    #expect(folder(["XDG_CACHE_HOME": "/b", "HOME": "/c"]) == "/b/vagvisare")
    #expect(folder(["XDG_CACHE_HOME": "b", "HOME": "/c"]) == "/c/.cache/vagvisare")
    #expect(folder(["XDG_CACHE_HOME": "", "HOME": "/c"]) == "/c/.cache/vagvisare")
    #expect(folder([:]) == nil)
    #expect(CompiledCache.program(at: "/proc/self/exe") != nil)
    #expect(CompiledCache.program(at: "/nowhere") == nil)
  }
}
