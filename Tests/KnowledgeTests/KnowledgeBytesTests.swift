import TestSupport
import Testing

@testable import Knowledge

@Suite struct KnowledgeBytesTests {
  /// Knowledge in which every field of every type is set, and a twin where none is.
  private let files = [
    "a/full.topic": """
    kind: contact
    role: unlisted
    section: Avsnitt / Del
    as-of: 2018
    review-by: 2019-01-01
    statute: brottsbalken 4 kap. 1 a §, brottsbalken 6 kap. 12 §
    related: b/bare
    covers: Skåne
    ~  112
    -- Åsa Öberg
    telephone: 040-34 93 54, 112
    mail: asa@malmo.se
    handles: barn

    == sv
    title: Titel
    revised: 2020-01-02
    translated: 2020-01-03
    < Ring 112.

    " Citat 112.
    ~ 112
    > fråga
    -- del
    > hur länge
    < så länge
    -- annan
    > vart
    see: b/bare
    """,
    "b/bare.topic": "== sv\ntitle: T\n< S\n> f",
    "b/parts.topic":
      "== sv\ntitle: T\nnames: delar\n< S {tid}\n-- ett\nsee: a/full#del\n== sv\ntitle: E\n-- noll\n== sv\ntitle: N\n< Så\n~ så",
    "b/parts.sv.questions": "> vad är delar\n-- ett\n> ett?\n> … och ett?",
    "b/words.topic":
      "kind: contact\n== sv\ntitle: W\n< S\n> vem lagar kranen\n-- Eva Ek\nmail: e@e.se",
    "b/times.facts": "-- tid\nsection: Avsnitt\nsv: 30 dagar",
    "b/all.frames": "== sv\n> vad är {name}\n-- ett\n> ett av {name}",
    "c.concepts": "== barn\nrole: pronoun\nages: 0-17\n> barn\n> ungdom*\n\n== annat\n> annat",
    "d.places":
      "ordinary: Ale\n== Skåne\n> Scania\n-- Malmö\n> Rosengård\n== Götaland\ncovers: Skåne, Halland\n== Halland\n== Norge\nabroad: yes",
    "e.phrases": "== sv\nsource: Källa: {section}\nforeign: Nej\n",
    "f.foreign": "== de\n> wer ist da",
  ]

  private func names(_ base: KnowledgeBase) -> [String] {
    base.topics.flatMap { $0.texts.values.flatMap(\.names) }.map(\.text)
  }

  private func bytes(of base: KnowledgeBase) -> [UInt8] {
    var writer = ByteWriter(folder: "K")
    base.write(to: &writer)
    return writer.bytes
  }

  /// Everything in a value, in a text that is the same for the same values.
  private func description(of value: Any) -> String {
    let mirror = Mirror(reflecting: value)
    if mirror.children.isEmpty { return String(reflecting: value) }
    var parts = mirror.children.map { ($0.label ?? "") + "=" + description(of: $0.value) }
    if mirror.displayStyle == .dictionary || mirror.displayStyle == .set { parts.sort() }
    return "\(type(of: value))(" + parts.joined(separator: ",") + ")"
  }

  @Test func readsWhatWasWritten() throws {
    let base = try SmallKnowledge.load(files)
    let bytes = bytes(of: base)
    let again = try bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes, folder: "K")
      let again = try KnowledgeBase(from: &reader)
      #expect(reader.isAtEnd)
      return again
    }
    #expect(description(of: again) == description(of: base))
    #expect(description(of: base).contains("revised=Optional"))
    #expect(again.topic("b/bare")?.file == "K/b/bare.topic")
    let parts = again.topic("b/parts")?.parts
    #expect(parts?.map(\.see) == [TopicReference(topic: "a/full", part: "del"), nil])
    #expect(parts?[0].texts["sv"]?.examples.map(\.leans) == [false, true])
    #expect(again.frames.map(\.part) == [nil, "ett"])
  }

  /// Wordings stand in files of their own: what passes over them must not miss their paths after.
  @Test(arguments: [ByteReader.Scope.answers, .oneAnswer])
  func whatOnlyAnswersPassesOverWordings(scope: ByteReader.Scope) throws {
    let base = try SmallKnowledge.load(files)
    let again = try bytes(of: base).withUnsafeBytes { bytes in
      var reader = ByteReader(bytes, folder: "K", scope: scope)
      let again = try KnowledgeBase(from: &reader)
      #expect(reader.isAtEnd)
      return again
    }
    #expect(again.topics.map(\.file) == base.topics.map(\.file))
    #expect(again.concepts.map(\.position) == base.concepts.map(\.position))
    #expect(again.gazetteer.places.map(\.position) == base.gazetteer.places.map(\.position))
    #expect(again.foreignWords.map(\.position) == base.foreignWords.map(\.position))
    // What is called something else than its title is, and what is found by its wordings, goes on being so.
    #expect(names(again) == names(base))
    #expect(names(base) == ["delar"])
    #expect(
      again.topics.flatMap { $0.texts.values.flatMap(\.examples) }.map(\.text)
        == ["vem lagar kranen"])
  }

  @Test func refusesBytesThatEndTooSoon() throws {
    let bytes = bytes(of: try SmallKnowledge.load(files))
    for count in bytes.indices {
      #expect(throws: UnreadableBytes.self) {
        try bytes[..<count].withUnsafeBytes {
          var reader = ByteReader($0, folder: "K")
          _ = try KnowledgeBase(from: &reader)
        }
      }
    }
  }

  @Test func survivesAnyByteChanged() throws {
    var bytes = bytes(of: try SmallKnowledge.load(files))
    for place in bytes.indices {
      for value: UInt8 in [0, 1, 0x7F, 0xFF] {
        let old = bytes[place]
        bytes[place] = value
        defer { bytes[place] = old }
        // Read as something or refused, but never a crash: reading past the end would be one.
        let count = bytes.withUnsafeBytes { bytes in
          var reader = ByteReader(bytes, folder: "K")
          return (try? KnowledgeBase(from: &reader))?.topics.count
        }
        #expect(count ?? 0 <= bytes.count)
      }
    }
  }
}
