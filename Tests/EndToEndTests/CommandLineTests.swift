import Foundation
import TestSupport
import Testing

/// How the program behaves to those who type its command line.
@Suite final class CommandLineTests {
  private let folder: String
  private static let swedish = ["LANG": "sv_SE.UTF-8"]

  init() throws { folder = try SmallKnowledge.write().path }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private func run(
    _ arguments: String..., input: String = "", variables: [String: String] = [:]
  ) throws -> CommandLineRun {
    try CommandLineRun(
      arguments, input: input, knowledge: folder,
      variables: ["LANG": "en_GB.UTF-8"].merging(variables) { $1 })
  }

  // MARK: Help and version

  @Test func theVersionIsOneLine() throws {
    let run = try run("--version")
    #expect(run.out.wholeMatch(of: /vagvisare \d+\.\d+\.\d+\n/) != nil)
    #expect(run.status == 0)
    #expect(run.err == "")
    #expect(try self.run("ask", "--version", "hello").out == run.out)
  }

  @Test(arguments: [
    "chat", "ask", "serve", "explain", "topics", "check", "test", "evaluate", "compare", "report",
    "new", "completions", "manual",
  ])
  func everyCommandHasHelpInBothLanguages(command: String) throws {
    for (variables, usage) in [([:], "Usage: "), (Self.swedish, "Användning: ")] {
      let help = try run(command, "--help", variables: variables)
      #expect(help.status == 0)
      #expect(help.err == "")
      #expect(help.out.hasPrefix("\(usage)vagvisare \(command)"))
      #expect(help.out.contains("--knowledge"))
      #expect(help.out.split(separator: "\n").allSatisfy { $0.count <= 80 })
      // Help is given however it is asked for.
      #expect(try run("help", command, variables: variables).out == help.out)
      #expect(try run(command, "-h", variables: variables).out == help.out)
      #expect(try run(command, "x", "y", "--help", variables: variables).out == help.out)
    }
  }

  @Test func theProgramsHelpNamesEveryCommandAndFits() throws {
    for variables in [[:], Self.swedish] {
      let help = try run("--help", variables: variables)
      #expect(help.status == 0)
      #expect(help.out.split(separator: "\n").allSatisfy { $0.count <= 80 })
      for word in [
        "chat", "ask", "serve", "explain", "topics", "check", "test", "evaluate", "compare",
        "report", "--knowledge", "--lang", "VAGVISARE_KNOWLEDGE", "NO_COLOR", "112",
        "020-39 00 00",
      ] {
        #expect(help.out.contains(word))
      }
      #expect(try run("help", variables: variables).out == help.out)
    }
  }

  @Test func helpNeedsNoKnowledge() throws {
    let help = try CommandLineRun(["ask", "--help"], knowledge: "/nowhere")
    #expect(help.status == 0)
  }

  // MARK: Wrong usage

  @Test(arguments: [
    (
      ["aks", "hello"], "unknown command “aks”; did you mean “ask”?",
      "Help: vagvisare --help"
    ),
    (
      ["Who", "pays?"], "unknown command “Who”",
      """
      A question is asked like this: vagvisare ask Who pays for the housing?
      Help: vagvisare --help
      """
    ),
    (["--hlep"], "unknown option “--hlep”; did you mean “--help”?", "Help: vagvisare --help"),
    (
      ["ask", "--jsn", "hello"], "ask has no option “--jsn”; did you mean “--json”?",
      "Help: vagvisare ask --help"
    ),
    (["ask", "-x", "hello"], "ask has no option “-x”", "Help: vagvisare ask --help"),
    (["ask"], "QUESTION is missing", "Help: vagvisare ask --help"),
    (["ask", " \u{7} "], "QUESTION is missing", "Help: vagvisare ask --help"),
    (["explain"], "QUESTION is missing", "Help: vagvisare explain --help"),
    (
      ["ask", "--lang"], "--lang needs a value: --lang sv|en|auto",
      "Help: vagvisare ask --help"
    ),
    (
      ["ask", "--lang=", "hello"], "--lang needs a value: --lang sv|en|auto",
      "Help: vagvisare ask --help"
    ),
    (
      ["ask", "--lang", "de", "hello"], "--lang cannot be “de”; write sv, en, auto",
      "Help: vagvisare ask --help"
    ),
    (["ask", "--json=yes", "hello"], "--json takes no value", "Help: vagvisare ask --help"),
    (
      ["topics", "a", "b"], "“b” is one argument too many", "Help: vagvisare topics --help"
    ),
    (["check", "x"], "“x” is one argument too many", "Help: vagvisare check --help"),
    (["chat", "x"], "“x” is one argument too many", "Help: vagvisare chat --help"),
    (["serve", "x"], "“x” is one argument too many", "Help: vagvisare serve --help"),
    (["compare"], "--against DIR-or-REVISION is missing", "Help: vagvisare compare --help"),
    (["report"], "--html FILE is missing", "Help: vagvisare report --help"),
    (["evaluate"], "FILE.jsonl is missing", "Help: vagvisare evaluate --help"),
  ])
  func wrongUsageIsNamedWithTheRemedy(
    arguments: [String], message: String, advice: String
  ) throws {
    let run = try CommandLineRun(arguments, knowledge: folder)
    #expect(run.err == "vagvisare: \(message)\n\(advice)\n")
    #expect(run.out == "")
    #expect(run.status == 64)
  }

  @Test func messagesFollowTheLocale() throws {
    #expect(
      try run("aks", variables: Self.swedish).err == """
        vagvisare: okänt kommando ”aks”; menade du ”ask”?
        Hjälp: vagvisare --help

        """)
    #expect(
      try run("ask", "--lang", "xx", "hej", variables: ["LANG": "C", "LC_MESSAGES": "sv_SE"]).err
        == """
        vagvisare: --lang kan inte vara ”xx”; skriv sv, en, auto
        Hjälp: vagvisare ask --help

        """)
    #expect(
      try run("aks", variables: ["LC_ALL": "en_GB.UTF-8", "LC_MESSAGES": "sv_SE", "LANG": "sv_SE"])
        .err.contains("unknown command"))
  }

  // MARK: Options

  @Test func optionsStandAnywhere() throws {
    let expected = try run("ask", "--json", "may", "one", "buy", "sex")
    #expect(expected.out.hasPrefix(#"{"status":"ok","text":["Buying sex is a crime.""#))
    #expect(try run("ask", "may", "one", "buy", "sex", "--json").out == expected.out)
    #expect(try run("ask", "may one buy sex", "--json").out == expected.out)
    let swedish = try run("--lang", "sv", "ask", "may one buy sex")
    #expect(swedish.out.hasPrefix("Att köpa sex är ett brott.\n"))
    #expect(try run("ask", "may one buy sex", "--lang=sv").out == swedish.out)
  }

  @Test func whatFollowsTwoDashesIsAQuestion() throws {
    #expect(try run("ask", "--", "may", "one", "--json", "buy", "sex").status != 64)
    #expect(try run("ask", "-- may one buy sex").out.hasPrefix("Buying sex is a crime.\n"))
  }

  @Test func theOptionGoesBeforeTheVariable() throws {
    let run = try CommandLineRun(
      ["topics", "--knowledge", folder], knowledge: "/nowhere")
    #expect(run.status == 0)
    #expect(run.out.contains("law/sale"))
  }

  // MARK: Answers

  @Test func anAnswerGoesToStdout() throws {
    let run = try run("ask", "may", "one", "buy", "sex")
    #expect(run.out.hasPrefix("Buying sex is a crime.\n"))
    #expect(!run.out.contains("\u{1B}"))
    #expect(run.err == "")
    #expect(run.status == 0)
  }

  @Test func noAnswerIsOne() throws {
    let run = try run("ask", "what is the weather?")
    #expect(run.out == "I do not know. Call 020-39 00 00.\n")
    #expect(run.status == 1)
    #expect(try self.run("ask", "--json", "what is the weather?").status == 1)
  }

  @Test func aQuestionWithoutALanguageIsAnsweredInTheLocales() throws {
    #expect(
      try run("ask", "--json", "Malmö", variables: Self.swedish).out.contains(#""lang":"sv""#))
    #expect(try run("ask", "--json", "Malmö").out.contains(#""lang":"en""#))
  }

  @Test func jsonIsOneObjectWithTheProtocolsFields() throws {
    let run = try run("ask", "--json", "who is the coordinator in Scania?")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(run.out.utf8)) as? [String: Any])
    #expect(object["topic"] as? String == "contact/syd")
    #expect(object["lang"] as? String == "en")
    #expect(object["status"] as? String == "ok")
    #expect((object["text"] as? [String])?.first == "Region Syd (Skåne):")
    let contacts = try #require(object["contacts"] as? [[String: Any]])
    #expect(contacts.first?["telephones"] as? [String] == ["040-34 93 54"])
    #expect(run.out.filter { $0 == "\n" }.count == 1)
  }

  @Test func explainTellsWhatDecided() throws {
    let run = try run("explain", "may one buy sex")
    #expect(run.out.hasPrefix("law/sale "))
    #expect(run.out.split(separator: "\n").count >= 1)
    #expect(run.status == 0)
  }

  // MARK: Topics

  @Test func topicsListsThemWithTheirTitles() throws {
    let lines = try run("topics").out.split(separator: "\n").map(String.init)
    #expect(lines.count == 7)
    #expect(lines.contains("law/sale          Buying sex"))
    #expect(
      try run("topics", "--lang", "sv").out.contains("law/sale          Köp\n"))
  }

  @Test func aTopicIsShownWithEverythingKnownOfIt() throws {
    let run = try run("topics", "permit/time")
    #expect(run.status == 0)
    #expect(
      run.out == """
        permit/time
        kind: permit
        section: Lag / Tid
        as-of: 2018
        related: law/sale
        file: \(folder)/permit/time.topic

        == en
        title: Time to think
        < The time to think is 30 days.
        ~ 30 days
        > does she get time to think it over?
        > how long is the time to think?
        > time to think

        -- vem: Who
        < The leader of the preliminary investigation applies.
        > who applies?

        == sv
        title: Betänketid
        < Betänketiden är 30 dagar.
        ~ 30 dagar
        > får hon tid att tänka efter?
        > hur lång betänketid får man?
        > betänketid

        -- vem: Vem
        < Förundersökningsledaren ansöker.
        > vem ansöker?

        """)
  }

  @Test(arguments: [
    ("sale", "there is no topic “sale”; did you mean law/sale?"),
    ("law/sael", "there is no topic “law/sael”; did you mean law/sale?"),
    ("contact", "there is no topic “contact”; did you mean contact/syd, contact/which?"),
    ("zzz", "there is no topic “zzz”; vagvisare topics lists all"),
  ])
  func anUnknownTopicSuggestsTheNearest(id: String, message: String) throws {
    let run = try run("topics", id)
    #expect(run.err == "vagvisare: \(message)\n")
    #expect(run.out == "")
    #expect(run.status == 1)
  }

  // MARK: Knowledge

  @Test(arguments: ["ask", "explain", "topics", "chat", "serve", "check", "test"])
  func missingKnowledgeIsTwo(command: String) throws {
    let words = command == "ask" || command == "explain" ? [command, "hello"] : [command]
    let run = try CommandLineRun(words, knowledge: "/nowhere/at/all")
    #expect(run.status == 2)
    #expect((run.err + run.out).contains("/nowhere/at/all: error: the folder cannot be read\n"))
    if command != "check" { #expect(run.out == "") }
  }

  @Test func brokenKnowledgeIsNamedWithItsPlaceAndTwo() throws {
    try Data("kind: law\nnonsense\n".utf8).write(to: URL(fileURLWithPath: folder + "/law/x.topic"))
    let run = try run("ask", "hello")
    #expect(run.status == 2)
    #expect(run.out == "")
    #expect(
      run.err.contains(
        "\(folder)/law/x.topic:2:1: error: the line does not begin with a known mark\n"))
    #expect(run.err.contains("\n  nonsense\n  ^\n"))
  }

  @Test func knowledgeIsFoundFromTheWorkingDirectoryUp() throws {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("vagvisare-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    let below = root.appendingPathComponent("a/b")
    try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: folder, toPath: root.appendingPathComponent("Knowledge").path)
    let run = try CommandLineRun(["topics"], knowledge: nil, folder: below.path)
    #expect(run.status == 0)
    #expect(run.out.contains("law/sale          Buying sex\n"))
  }

  // MARK: Streams

  @Test func nobodyReadingEndsItQuietly() throws {
    let run = try CommandLineRun(["topics"], knowledge: folder, reads: false)
    #expect(run.status == 0)
    #expect(run.err == "")
  }

  @Test func aFullDiskIsSaid() throws {
    let run = try CommandLineRun(["topics"], knowledge: folder, stdout: "/dev/full")
    #expect(run.status == 2)
    #expect(run.err == "vagvisare: stdout: No space left on device\n")
  }

  @Test func aClosedStdoutHurtsNobody() throws {
    let run = try CommandLineRun(["ask", "hello"], knowledge: folder, stdout: "")
    #expect(run.status == 0)
    #expect(run.err == "")
  }

  @Test func chatOnAPipeAnswersLineByLine() throws {
    let run = try run(
      "chat", input: "may one buy sex\n\n:source\n:zzz\nwhat is the weather?", variables: [:])
    #expect(
      run.out == """
        Buying sex
        Buying sex is a crime.
        [Lag / Köp (2018)]

        Lag / Köp (2018)

        There is no such command. :help lists all.

        I do not know. Call 020-39 00 00.


        """)
    #expect(run.status == 0)
    #expect(run.err == "")
  }

  @Test func chatOnAPipeEndsAtQuit() throws {
    #expect(try run("chat", input: ":quit\nmay one buy sex\n").out == "")
  }

  @Test func withoutACommandAPipeIsServed() throws {
    let run = try CommandLineRun([], input: "1 ping\n", knowledge: folder)
    #expect(run.out.hasPrefix("* vagvisare 1 knowledge="))
    #expect(run.out.hasSuffix("\n1 . ok\n* bye\n"))
    #expect(run.status == 0)
    let json = try CommandLineRun(
      ["--jsonl"], input: "{\"id\":1,\"verb\":\"ping\"}\n", knowledge: folder)
    #expect(json.out.contains(#""status":"ok""#))
  }
}
