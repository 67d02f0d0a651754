import Knowledge
import TestSupport
import Testing
import Understanding

/// What is learnt from.
@Suite struct SampleTests {
  private static let sale = """
    statute: brottsbalken 6 kap. 11 §

    == sv
    title: Köp
    names: sexköp, köp av sex
    < Köp är ett brott.
    > är det olagligt?

    == en
    title: Buying
    < Buying is a crime.

    -- penalty
    == sv
    title: Straff
    < Böter.

    == en
    title: Penalty
    < A fine.
    """

  /// Each sample as `text → topic#part`, with `…` before one that leans.
  private func samples(_ files: [String: String]) throws -> [String] {
    let knowledge = try SmallKnowledge.load(files)
    return Sample.all(of: knowledge).map { sample in
      let topic = knowledge.topics[sample.topic]
      let part = sample.part.map { "#" + topic.parts[$0].id } ?? ""
      return "\(sample.leans ? "… " : "")\(sample.text) → \(topic.id)\(part)"
    }
  }

  @Test func areWordingsTitlesNamesAndParagraphs() throws {
    #expect(
      Set(try samples(["a.topic": Self.sale])) == [
        "är det olagligt? → a", "Köp → a", "sexköp → a", "köp av sex → a", "Buying → a",
        "brottsbalken 6 kap. 11 § → a",
        // What a part says tells it from other parts, but its topic from no other.
        "… Straff → a#penalty", "… Böter. → a#penalty", "… Penalty → a#penalty",
        "… A fine. → a#penalty",
        // Where people have few wordings, what is answered teaches the subject too.
        "Köp är ett brott. → a", "Buying is a crime. → a", "Straff → a#penalty",
        "Böter. → a#penalty", "Penalty → a#penalty", "A fine. → a#penalty",
      ])
  }

  @Test func areWordingsOfPartsAndSayWhetherTheyLean() throws {
    let samples = try samples([
      "a.topic": Self.sale,
      "a.sv.questions": "> får man?\n-- penalty\n> vad är straffet?\n> … och straffet?",
      "a.en.questions": "-- penalty\n> what is the penalty?",
    ])
    #expect(samples.contains("får man? → a"))
    #expect(samples.contains("vad är straffet? → a#penalty"))
    #expect(samples.contains("… och straffet? → a#penalty"))
    #expect(samples.contains("what is the penalty? → a#penalty"))
  }

  /// With few frames each name stands in all of them; a frame of a part asks of the topics that have it.
  @Test func areNamesInFrames() throws {
    let bare = "== sv\ntitle: Arbete\nnames: arbete\n< A.\n\n== en\ntitle: Work\nnames: work\n< W."
    let samples = try samples([
      "a.topic": Self.sale, "b.topic": bare,
      "f.frames": """
      == sv
      > vad är {name}?
      > berätta om {name}
      -- penalty
      > straff för {name}

      == en
      > what is {name}?
      -- penalty
      > penalty for {name}
      """,
    ])
    #expect(
      Set(samples.filter { $0.contains("sexköp") }) == [
        "sexköp → a", "vad är sexköp? → a", "berätta om sexköp → a",
        "straff för sexköp → a#penalty",
      ])
    #expect(
      Set(samples.filter { $0.contains("arbete →") || $0.contains("arbete?") }) == [
        "arbete → b", "vad är arbete? → b", "berätta om arbete → b",
      ])
    #expect(
      Set(samples.filter { $0.hasSuffix("→ b") && $0.contains("work") })
        == ["work → b", "what is work? → b"])
  }

  /// More frames would only say the same again: each name stands in some, the same every time.
  @Test func areNamesInSomeOfManyFrames() throws {
    let frames = "== sv\n" + (1...60).map { "> fråga \($0) om {name}" }.joined(separator: "\n")
    let files = ["a.topic": Self.sale, "f.frames": frames]
    let first = try samples(files)
    let filled = first.filter { $0.hasPrefix("fråga") }
    #expect(filled.contains { $0.hasSuffix("om sexköp → a") })
    #expect(filled.contains { $0.hasSuffix("om köp av sex → a") })
    #expect(filled.count < 60)
    #expect(try samples(files) == first)
  }
}
