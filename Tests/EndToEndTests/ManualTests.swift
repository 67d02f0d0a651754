import Foundation
import TestSupport
import Testing

/// The manual page, as its readers read it.
@Suite struct ManualTests {
  private let bench: EditorBench
  static let locales = ["en_GB.UTF-8", "sv_SE.UTF-8"]

  init() throws { bench = try EditorBench() }

  private func manual(_ locale: String) throws -> String {
    let outcome = try bench.run("manual", environment: ["LC_ALL": locale])
    #expect(outcome.status == 0)
    #expect(outcome.err == "")
    return outcome.out
  }

  @Test(arguments: locales) func hasTheSectionsOfAPage(locale: String) throws {
    let sections = try manual(locale).matches(of: /(?m)^\.SH "(.*)"$/).map { String($0.output.1) }
    #expect(
      sections
        == (locale.hasPrefix("sv")
          ? [
            "NAMN", "ÖVERSIKT", "BESKRIVNING", "KOMMANDON", "VAL FÖR ALLA KOMMANDON",
            "MILJÖVARIABLER", "SLUTKODER", "EXEMPEL",
          ]
          : [
            "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "OPTIONS OF EVERY COMMAND",
            "ENVIRONMENT", "EXIT STATUS", "EXAMPLES",
          ]))
  }

  @Test func namesTheVersionThatTheProgramTells() throws {
    let version = try bench.run("--version").out.trimmingCharacters(in: .newlines)
    #expect(
      try manual("C").firstMatch(
        of: /^\.TH "VAGVISARE" "1" "\d{4}-\d\d-\d\d" "(.*)" "User Commands"/)?
        .output.1 == version[...])
  }

  @Test(arguments: locales) func saysOfEveryCommandWhatItsHelpSays(locale: String) throws {
    let page = try words(of: read(manual(locale), locale))
    let overview = try bench.run("--help", environment: ["LC_ALL": locale]).out
    let commands = overview.matches(of: /(?m)^  ([a-z]+)( |$)/).map { String($0.output.1) }
    #expect(commands.count >= 13)
    for command in commands {
      let help = try bench.run(command, "--help", environment: ["LC_ALL": locale]).out
      for paragraph in help.split(separator: "\n\n").dropFirst() {
        for line in paragraph.split(separator: "\n") where !line.hasSuffix(":") {
          #expect(page.contains(words(of: String(line))), "\(command): \(line)")
        }
      }
    }
  }

  /// The page on a terminal so wide that nothing is broken.
  private func read(_ page: String, _ locale: String) throws -> String {
    let outcome = try bench.run(
      ["groff", "-man", "-ww", "-Kutf8", "-Tutf8", "-P-cbou", "-rLL=900n", "-rHY=0"], input: page)
    #expect(outcome.err == "")
    return outcome.out
  }

  /// Words with one space between them, the dashes of a terminal as they are typed.
  private func words(of text: String) -> String {
    text.replacing("−", with: "-").replacing("‐", with: "-").replacing("’", with: "'")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(.needs("groff"), arguments: locales) func groffHasNothingToSay(locale: String) throws {
    #expect(try read(manual(locale), locale).contains("vagvisare ask"))
  }

  @Test(.needs("mandoc"), arguments: locales) func mandocHasNothingToSay(locale: String) throws {
    let outcome = try bench.run(["mandoc", "-T", "lint"], input: manual(locale))
    #expect(outcome.out + outcome.err == "")
    #expect(outcome.status == 0)
  }

  @Test(.needs("man"), arguments: locales) func manShowsIt(locale: String) throws {
    let outcome = try bench.run(
      ["man", "--warnings=w", "-l", "-"], input: manual(locale),
      environment: ["LC_ALL": "C.UTF-8", "MANWIDTH": "80", "MAN_KEEP_FORMATTING": ""])
    #expect(outcome.err == "")
    let opening = locale.hasPrefix("sv") ? "Vägvisare svarar" : "Vägvisare answers"
    #expect(words(of: outcome.out).contains(opening))
    #expect(outcome.out.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func whatRoffTakesForItsOwnIsWrittenSoThatItIsText() throws {
    let page = try manual("C")
    // The example with a backslash and quotes.
    #expect(page.contains(#".B "printf \(aq1 ask hello\en\(aq | vagvisare""#))
    // No line of text begins as a request, and no option's dash may become a hyphen.
    #expect(page.split(separator: "\n").allSatisfy { !$0.hasPrefix("'") })
    #expect(!page.contains(#/ --[a-z]/#))
  }
}
