import Foundation
import Knowledge
import TestSupport
import Testing

@Suite struct FileFormatterTests {
  private func format(_ text: String, _ kind: FileKind = .topic) throws -> String {
    let bytes = try #require(FileFormatter.format(bytes: Array(text.utf8), kind: kind))
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let untidy = """
    # Om filen.
    related: b/c, a/b
    # Årtalet.
    as-of:   2018


    kind: law\u{20}\u{20}
    ~ en uppgift


    -- Bo Ek
    mail: bo.ek@ort.se
    telephone: 08-12 34 56
    # Engelska.
    == en
    translated: 2020-01-01
    title: B
    <    Text  med   luckor.
    > q
    -- Part
    > why?
    see: a/b
    == sv
    title: A
    < Text.

    > f

    """

  @Test func ordersKeysAndBlocksAndTidiesSpaces() throws {
    #expect(
      try format(Self.untidy) == """
        # Om filen.
        kind: law
        # Årtalet.
        as-of: 2018
        related: b/c, a/b

        ~ en uppgift

        -- Bo Ek
        telephone: 08-12 34 56
        mail: bo.ek@ort.se

        == sv
        title: A
        < Text.

        > f

        # Engelska.
        == en
        title: B
        translated: 2020-01-01
        < Text  med   luckor.
        > q
        -- Part
        > why?
        see: a/b

        """)
  }

  private static let parts = """
    kind: law
    == en
    title: Law
    names: the law
    < Text.
    == sv
    title: Lag
    < Text.


    # Straffet.
    -- penalty
    see:  a/b
    == en

    title: Penalty
    < One year.

    # Svenska.
    == sv
    title: Straff
    < Ett år.
    -- age
    == sv
    title: Ålder
    == en
    title: Age
    """

  @Test func partsWithBlocksOfTheirOwnKeepTheirPlace() throws {
    let once = try format(Self.parts)
    #expect(
      once == """
        kind: law

        == sv
        title: Lag
        < Text.

        == en
        title: Law
        names: the law
        < Text.

        # Straffet.
        -- penalty
        see: a/b
        # Svenska.
        == sv
        title: Straff
        < Ett år.
        == en

        title: Penalty
        < One year.

        -- age
        == sv
        title: Ålder
        == en
        title: Age

        """)
    #expect(try format(once) == once)
  }

  /// People stand above the blocks with keys and nothing else, as a part does above its own.
  @Test func peopleAreNoParts() throws {
    let text = """
      kind: contact

      -- Bo Ek
      telephone: 112

      == en
      title: B
      < Text.

      == sv
      title: A
      < Text.

      """
    let ordered = try format(text)
    #expect(ordered.hasPrefix("kind: contact\n\n-- Bo Ek\ntelephone: 112\n\n== sv\n"))
    #expect(ordered.hasSuffix("== en\ntitle: B\n< Text.\n"))
  }

  @Test func wordingsStandByPartAndLeanInOneWay() throws {
    #expect(
      try format(">  a\n> …b\n> ...  c\n> …\n-- p\n\n> … d\n# q\n-- q\n> e", .questions)
        == "> a\n> … b\n> … c\n> …\n\n-- p\n\n> … d\n\n# q\n-- q\n> e\n")
  }

  @Test func framesStandByLanguageAndFactsHaveTheirKeysInOrder() throws {
    #expect(
      try format("# f\n\n== en\n> {name}\n-- p\n> a {name}\n== sv\n> {name}?", .frames)
        == "# f\n\n== sv\n> {name}?\n\n== en\n> {name}\n\n-- p\n> a {name}\n")
    #expect(
      try format("numbers: två\n~ 112\n-- a\nen: one\nsv:  ett\nsection: s\n-- b\nsv: x", .facts)
        == "numbers: två\n~ 112\n\n-- a\nsection: s\nsv: ett\nen: one\n\n-- b\nsv: x\n")
  }

  /// A block put behind a part of nothing but `see:` would be read as the part's own.
  @Test func nothingIsGivenAnotherMeaning() throws {
    let text = "== en\ntitle: a\n< a\n\n== sv\ntitle: b\n< b\n-- Del\nsee: x\n"
    #expect(try format(text) == text)
  }

  @Test func whatIsInOrderStays() throws {
    let once = try format(Self.untidy)
    #expect(try format(once) == once)
    #expect(FileFormatter.firstChange(from: Array(once.utf8), to: Array(once.utf8)) == nil)
  }

  @Test func namesTheFirstLineThatChanges() throws {
    let new = try format("kind: law\n> a\n>  b\n")
    #expect(
      FileFormatter.firstChange(from: Array("kind: law\n> a\n>  b\n".utf8), to: Array(new.utf8))
        == 3)
    #expect(FileFormatter.firstChange(from: Array("a\n\n".utf8), to: Array("a\n".utf8)) == 2)
  }

  @Test(arguments: ["\n", "\r\n"])
  func aMissingLastLineEndIsNoDisorder(end: String) throws {
    let old = Array("kind: law\(end)section: A".utf8)
    let new = try #require(FileFormatter.format(bytes: old, kind: .topic))
    #expect(FileFormatter.firstChange(from: old, to: new) == nil)
  }

  @Test func lineEndsAndTheByteOrderMarkStay() throws {
    #expect(try format("\u{FEFF}> a \r\n\r\n\r\n> b\r\n") == "\u{FEFF}> a\r\n\r\n> b\r\n")
    #expect(try format("> a") == "> a\n")
    #expect(try format("") == "")
    #expect(try format("\n\n") == "")
  }

  @Test func onlyTopicsAreReordered() throws {
    #expect(
      try format("== b\nrole: x\n>  c\n\n\n== a\n> d\n", .concepts)
        == "== b\nrole: x\n> c\n\n== a\n> d\n")
  }

  @Test func aFileWithAFaultIsLeftAlone() {
    #expect(FileFormatter.format(bytes: Array("kind: law\n?\n".utf8), kind: .topic) == nil)
    #expect(FileFormatter.format(bytes: [0x3E, 0x20, 0xFF], kind: .topic) == nil)
  }

  /// Over files put together at random: formatting twice is formatting once, and no line is lost.
  @Test(arguments: 0..<200)
  func isIdempotentAndLosesNothing(seed: Int) throws {
    var generator = SmallGenerator(state: UInt64(seed) &+ 0x9E37_79B9)
    let pieces = [
      "# kommentar", "kind: law", "as-of:  2018 ", "related: a", "~ uppgift", "== sv", "== en",
      "== de", "title: T", "translated: 2020", "< svar", "<", "\" citat", "> fråga", "-- Del",
      "see: x", "telephone: 112", "", "   ", "-- del", "> … och", "names: n",
    ]
    let lines = (0..<Int.random(in: 0...25, using: &generator)).map { _ in
      pieces.randomElement(using: &generator) ?? ""
    }
    let text = lines.joined(separator: "\n")
    let once = try format(text)
    #expect(try format(once) == once)
    let sorted: (String) -> [String] = { text in
      text.split(separator: "\n").map { line in
        line.split(separator: " ").joined(separator: " ")
      }.filter { !$0.isEmpty }.sorted()
    }
    #expect(sorted(once) == sorted(text))
  }

  @Test func theShippedKnowledgeIsInOrder() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Knowledge")
    let files = try #require(KnowledgeFile.all(in: folder.path))
    for file in files {
      let bytes = try #require(file.bytes)
      let kind = try #require(FileKind(rawValue: file.ending))
      #expect(FileFormatter.format(bytes: bytes, kind: kind) == bytes, "\(file.path)")
    }
  }
}

/// The same numbers every time.
private struct SmallGenerator: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
