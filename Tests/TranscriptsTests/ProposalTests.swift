import Testing
import Transcripts

@Suite struct ProposalTests {
  private func proposals(_ text: String) throws -> [Proposal] {
    let runner = TranscriptRunner(responder: try small.get())
    return conversations(text).map(runner.run).flatMap(Proposal.all)
  }

  private func accepted(_ text: String) throws -> String? {
    Proposal.apply(try proposals(text), to: Array(text.utf8)).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  @Test func proposesTopicsAndAnswersOnly() throws {
    let text = "> betänketid\n@ law/sale\n# varför\n~ 30 dagar\n< Nej.\n<\n"
    #expect(
      try proposals(text).flatMap(\.lines).map(\.text) == [
        "a.transcript:1:3: > betänketid",
        "  − @ law/sale",
        "  + @ permit/time",
        "  − < Nej.",
        "  − <",
        "  + < Betänketiden är 30 dagar.",
        "  + < [Lag / Tid (2018)]",
      ])
    #expect(
      try accepted(text)
        == "> betänketid\n@ permit/time\n# varför\n~ 30 dagar\n< Betänketiden är 30 dagar.\n< [Lag / Tid (2018)]\n"
    )
  }

  /// A part that answers stands for its topic, and for itself where a part was asked for.
  @Test func proposesTheTopicOfAPart() throws {
    let talk = "> betänketid\n@ permit/time\n> vem ansöker?\n"
    #expect(try accepted(talk + "@ law/sale\n") == talk + "@ permit/time\n")
    #expect(try accepted(talk + "@ permit/time#when\n") == talk + "@ permit/time#vem\n")
  }

  /// Where a person has to decide.
  @Test(arguments: [
    "> betänketid\n@ permit/time\n~ 31 dagar\n",
    "> betänketid\n@ law/sale\n~ 31 dagar\n",
    "> betänketid\n@ law/sale\n! 30 dagar\n",
    "lang: en\n> betänketid\n@ law/sale\n",
    "known-failure: later\n> betänketid\n@ law/sale\n",
    "known-failure: later\n> betänketid\n@ permit/time\n",
    "> betänketid\n> hello\n@ law/sale\n",
    "> betänketid\n> får hon tid att tänka efter?\n> god dag\n< x\n",
    "> betänketid\n> hello\n@ permit/time\n",
  ])
  func proposesNothing(_ text: String) throws {
    #expect(try proposals(text).isEmpty)
  }

  @Test func severalTopicsGiveWayToOne() throws {
    #expect(
      try accepted("> betänketid\n@ law/sale\n@ dialogue/hello\n~ 30\n")
        == "> betänketid\n@ permit/time\n~ 30\n")
  }

  @Test func whatIsNotConcernedStaysToTheByte() throws {
    let text =
      "\u{FEFF}# kommentar  \r\n\r\n== A\r\n> betänketid\r\n@ law/sale\r\n~ 30 dagar   \r\n\n# slut utan radslut"
    let new = try #require(try accepted(text))
    #expect(new == text.replacing("law/sale", with: "permit/time"))
  }

  @Test func severalProposalsOfAFileKeepTheirPlaces() throws {
    let text =
      "> betänketid\n< a\n== Hej\n> hello\n< b\n< c\n== Nästa\n> får man köpa sex\n@ permit/time\n"
    let new = try #require(try accepted(text))
    #expect(
      new
        == "> betänketid\n< Betänketiden är 30 dagar.\n< [Lag / Tid (2018)]\n== Hej\n> hello\n< Hello!\n== Nästa\n> får man köpa sex\n@ law/sale\n"
    )
    #expect(try proposals(new).isEmpty)
  }

  @Test func aFileThatHasChangedMeanwhileIsNotWritten() throws {
    let text = "> betänketid\n@ law/sale\n"
    let found = try proposals(text)
    #expect(Proposal.apply(found, to: Array("# ny rad\n\(text)".utf8)) == nil)
    #expect(Proposal.apply(found, to: Array("> betänketid\n".utf8)) == nil)
    #expect(Proposal.apply(found, to: Array("> betänketid\n@ law/sale ".utf8)) == nil)
  }
}
