import Knowledge
import Testing
import Transcripts

/// What a transcript demands, and how an answer is held against it. The small knowledge answers
/// "betänketid" with "Betänketiden är 30 dagar." and "[Lag / Tid (2018)]".
@Suite struct TranscriptRunnerTests {
  private func passes(_ expectation: String) throws -> Bool {
    try run("> betänketid\n\(expectation)\n").outcome == .passed
  }

  @Test(arguments: [
    "@ permit/time", "@ law/sale\n@ permit/time", "~ 30 dagar", "~ BETÄNKETIDEN är   30\u{A0}dagar",
    "~ beta\u{308}nketiden", "~ Betänketiden är 30 dagar. [Lag", "! 31 dagar\n~ 30",
    "< Betänketiden är 30 dagar.\n< [Lag / Tid (2018)]",
    "< Beta\u{308}nketiden  är 30\u{A0}dagar. \n< [Lag / Tid (2018)]",
  ])
  func passesWhatIsForgiven(_ expectation: String) throws {
    #expect(try passes(expectation))
  }

  @Test(arguments: [
    "@ law/sale", "~ 31 dagar", "~ betanketiden", "~ betänketiden a\u{301}r", "! 30 dagar\n~ 30",
    "! BETÄNKETIDEN\n~ 30", "< Betänketiden är 30 dagar.",
    "< betänketiden är 30 dagar.\n< [Lag / Tid (2018)]",
    "< Betanketiden ar 30 dagar.\n< [Lag / Tid (2018)]",
    "< Betänketiden är 30 dagar.\n<\n< [Lag / Tid (2018)]", "lang: en\n@ permit/time",
  ])
  func failsWhatIsNot(_ expectation: String) throws {
    let lines = expectation.split(separator: "\n")
    let text =
      lines[0].hasPrefix("lang")
      ? "\(lines[0])\n> betänketid\n\(lines[1])\n" : "> betänketid\n\(expectation)\n"
    #expect(try run(text).outcome == .failed)
  }

  @Test func kindsOfDashAreOne() {
    #expect("020–39 00 00".normalForm.singleSpaced == "020-39 00 00".normalForm.singleSpaced)
    #expect(
      "sex − sju ‑ åtta".normalForm.singleSpaced == "sex - sju - åtta".normalForm.singleSpaced)
    #expect("0–17".comparisonForm == "0—17".comparisonForm)
  }

  @Test func aLetterIsOneHoweverItIsEncoded() {
    #expect("på".normalForm.singleSpaced == "pa\u{30A}".normalForm.singleSpaced)
    #expect("på".normalForm.singleSpaced != "pa".normalForm.singleSpaced)
    // A number is stated whole.
    for text in ["130 kr", "1 130 kr", "30 000 kr", "1,30 kr", "300 kr", "30,50 kr"] {
      #expect(!text.states("30 kr") && !text.states("30"), "\(text)")
    }
    #expect("2 130 kr".states("2 130 kr"))
    #expect(!"2 130 kr".states("130 kr"))
    #expect("det kostar 30 kr.".states("30 kr"))
    #expect("ring 112, 30 kr".states("30 kr"))
    #expect("040-34 93 540 eller 020-39 00 00".states("020-39 00 00"))
    #expect("ring 112 020-39 00 00".states("112"))
    #expect("pa\u{30A} väg".states("på"))
    #expect(!"på".states("pa"))
    #expect(!"pa\u{30A}".states("pa"))
    #expect(!"pa".states("på"))
  }

  @Test func everyWordingIsTriedInTheSameStateAndReported() throws {
    let result = try run(
      """
      > betänketid
      > är det olagligt att köpa sex?
      > hello
      @ permit/time
      > vem ansöker?
      ~ Förundersökningsledaren
      """)
    #expect(result.failures.map(\.wording.position.line) == [2, 3])
    // The talk went on from the first: its part was understood.
    #expect(result.turns[1].failures.isEmpty)
  }

  @Test func aConversationBeginsWithAnEmptyMemory() throws {
    let file = conversations(
      "== A\n> betänketid\n@ permit/time\n== B\n> och vem då?\n~ Förundersökningsledaren\n")
    let runner = TranscriptRunner(responder: try small.get())
    #expect(file.map { runner.run($0).outcome } == [.passed, .failed])
  }

  @Test func aKnownFailureMustFail() throws {
    let fails = try run("known-failure: later\n> betänketid\n@ law/sale\n")
    #expect(fails.outcome == .failedAsKnown)
    #expect(fails.isGood)
    #expect(try report(fails).isEmpty)
    let passes = try run("known-failure: later\n> betänketid\n@ permit/time\n")
    #expect(passes.outcome == .passedUnexpectedly)
    #expect(!passes.isGood)
    #expect(
      try report(passes) == [
        "a.transcript:2:3: passes, but is marked known-failure; remove that line"
      ])
    #expect(
      try report(passes, .swedish) == [
        "a.transcript:2:3: lyckas, men är märkt known-failure; ta bort raden"
      ])
  }

  // MARK: Reports

  @Test func aFailureShowsExpectedAndGot() throws {
    let result = try run("lang: en\n> betänketid\n@ law/sale\n~ 31 dagar\n! 30 dagar\n")
    #expect(
      try report(result) == [
        "a.transcript:2:3: > betänketid",
        "  expected @ law/sale, got @ permit/time",
        "  expected language en, got sv",
        "  missing: ~ 31 dagar",
        "  must not appear: ! 30 dagar",
        "  < Betänketiden är 30 dagar.",
        "  < [Lag / Tid (2018)]", "  Words.", "  First permit/time.", "  Then.", "  Then.",
      ])
    #expect(
      try Array(report(result, .swedish)[1...4]) == [
        "  väntat @ law/sale, fick @ permit/time",
        "  väntat språk en, fick sv",
        "  saknas: ~ 31 dagar",
        "  får inte finnas med: ! 30 dagar",
      ])
  }

  @Test func aWholeAnswerShowsOnlyTheLinesThatDiffer() throws {
    let result = try run("> betänketid\n< Betänketiden är 31 dagar.\n<\n< [Lag / Tid (2018)]\n")
    #expect(
      try report(result) == [
        "a.transcript:1:3: > betänketid",
        "  − Betänketiden är 31 dagar.",
        "  −",
        "  + Betänketiden är 30 dagar.", "  Words.", "  First permit/time.", "  Then.", "  Then.",
      ])
  }

  @Test func differencesKeepTheOrderOfTheLines() {
    let lines = LineDifference.lines(["a", "b", "c", "d"], ["a", "x", "c", "", "d"])
    #expect(lines.map(\.text) == ["− b", "+ x", "+"])
    #expect(lines.map(\.style) == [.removed, .added, .added])
    #expect(LineDifference.lines(["a"], ["a"]).isEmpty)
  }
}
