import Testing

@testable import Knowledge

@Suite struct FramesReaderTests {
  private func read(_ text: String) -> FramesReader {
    FramesReader(lines: lines(text, of: "K/f.frames"))
  }

  @Test func readsFramesOfTheWholeAndOfParts() {
    let reader = read(
      """
      # Så kan allt frågas efter.
      == sv
      > vad är {name}
      > berätta om {name}
      -- penalty
      > vad är straffet för {name}

      == en
      > what is {name}
      """)
    #expect(reader.problems.isEmpty)
    #expect(
      reader.frames.map { "\($0.language) \($0.part ?? "–"): \($0.text)" } == [
        "sv –: vad är {name}", "sv –: berätta om {name}",
        "sv penalty: vad är straffet för {name}", "en –: what is {name}",
      ])
    #expect(reader.frames.last?.position.description == "K/f.frames:9:3")
  }

  @Test func refusesAFrameWithoutAPlaceForTheName() {
    #expect(
      read("== sv\n> vad är det").problems.described(in: .english) == """
        K/f.frames:2:3: error: the frame has no place for the name
          > vad är det
            ^
          Write {name} where the subject's name goes.
        """)
    #expect(
      read("== sv\n> vad är det").problems.described(in: .swedish) == """
        K/f.frames:2:3: error: ramen har ingen plats för namnet
          > vad är det
            ^
          Skriv {name} där ämnets namn ska stå.
        """)
  }

  @Test(arguments: ["> vad är {name}", "-- penalty", "< svar", "names: x", "~ 112"])
  func refusesWhatStandsInNoLanguage(line: String) {
    let mark = line.hasPrefix("names") ? "key:" : String(line.prefix { $0 != " " })
    #expect(
      read("\(line)\n== sv\n> vad är {name}").problems.described(in: .english) == """
        K/f.frames:1:1: error: the mark “\(mark)” does not belong here
          \(line)
          ^
          Move the line, or remove it.
        """)
  }

  @Test func areOfTheKnowledge() {
    let loaded = load([
      "a.topic": "== sv\ntitle: T\n< S\n> f", "f.frames": "== sv\n> vad är {name}",
    ])
    #expect(loaded.problems.isEmpty)
    #expect(loaded.base?.frames.map(\.text) == ["vad är {name}"])
  }
}
