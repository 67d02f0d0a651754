import Conversation
import Foundation
import Knowledge
import TestSupport
import Testing
import Understanding

/// A danger that is found alone is found beside anything, and what is calm stays so.
@Suite struct DangerSettingsTests {
  /// Something that is said before a text, after it, or both.
  struct Setting: CustomTestStringConvertible, Sendable {
    let name: String
    let before: [LanguageCode: String]
    let after: [LanguageCode: String]

    init(
      _ name: String, before: (sv: String, en: String) = ("", ""),
      after: (sv: String, en: String) = ("", "")
    ) {
      self.name = name
      self.before = ["sv": before.sv, "en": before.en]
      self.after = ["sv": after.sv, "en": after.en]
    }

    var testDescription: String { name }

    func around(_ text: String, _ language: LanguageCode) -> String {
      before[language, default: ""] + text + after[language, default: ""]
    }
  }

  static let settings: [Setting] = [
    Setting("greeting", before: ("Hej! ", "Hello! ")),
    Setting("greeting without a sign", before: ("hej ", "hi ")),
    Setting("thanks before", before: ("tack, ", "thanks, ")),
    Setting("thanks after", after: (", tack", ", thanks")),
    Setting("yes", before: ("ja, ", "yes, ")),
    Setting("no", before: ("nej, ", "no, ")),
    Setting("ok", before: ("ok. ", "ok. ")),
    Setting("goodbye", after: (". hej då", ". bye")),
    Setting("apology", before: ("Förlåt att jag stör. ", "Sorry to bother you. ")),
    Setting("quoted reply", before: ("> Ring stödtelefonen.\n", "> Call the support line.\n")),
    Setting(
      "practical question after",
      after: (
        ". Vad är numret till koordinatorn i Malmö?",
        ". What is the number of the coordinator in Malmö?"
      )),
    Setting(
      "practical question before",
      before: ("Vem betalar boendet? ", "Who pays for the housing? ")),
    Setting(
      "legal question after", after: (". Är det människohandel?", ". Is this human trafficking?")),
    Setting(
      "on lines of its own",
      before: ("Hej!\n", "Hello!\n"), after: ("\nTack på förhand!", "\nThanks in advance!")),
    Setting(
      "between two sentences",
      before: ("Jag jobbar på ett hotell. ", "I work at a hotel. "),
      after: (". Hur anmäler jag?", ". How do I report it?")),
  ]

  /// Of all settings of all emergencies that are found alone, and of calm texts. What is aimed at is 0.998.
  private static let leastFound = 0.998
  private static let mostAlarms = 0.02
  /// About one calm wording in so many is tried.
  private static let calmShare: UInt64 = 12

  @Test func dangerIsFoundInEverySetting() throws {
    let responder = try ShippedResponder.get()
    let safety = responder.knowledge.topics.first { $0.kind == .safety }
    let emergencies = try #require(safety).texts.flatMap { code, text in
      text.examples.map { (text: $0.text, language: code) }
    }
    try #require(emergencies.count > 2000)
    let alone = emergencies.filter { isAlarm($0.text, responder) }
    print("found alone: \(alone.count) of \(emergencies.count)")
    #expect(Double(alone.count) >= Double(emergencies.count) * Self.leastFound)
    var (tried, misses) = (0, [String]())
    for setting in Self.settings {
      let lost = alone.map { setting.around($0.text, $0.language) }
        .filter { !isAlarm($0, responder) }
      print("\(setting.name): lost \(lost.count) of \(alone.count)")
      tried += alone.count
      misses += lost
    }
    #expect(
      Double(misses.count) <= Double(tried) * (1 - Self.leastFound),
      "\(misses.count) of \(tried):\n\(misses.prefix(20).joined(separator: "\n"))")
  }

  @Test func whatIsCalmStaysCalmInEverySetting() throws {
    let responder = try ShippedResponder.get()
    let calm = responder.knowledge.topics.filter { $0.kind != .safety }.flatMap { topic in
      topic.texts.flatMap { code, text in
        text.examples.filter { $0.text.isOne(of: Self.calmShare) }
          .map { (text: $0.text, language: code) }
      }
    }
    try #require(calm.count > 500)
    var (tried, alarms) = (0, [String]())
    for setting in Self.settings {
      let raised = calm.map { setting.around($0.text, $0.language) }
        .filter { isAlarm($0, responder) }
      print("\(setting.name): alarms \(raised.count) of \(calm.count)")
      tried += calm.count
      alarms += raised
    }
    #expect(
      Double(alarms.count) <= Double(tried) * Self.mostAlarms,
      "\(alarms.count) of \(tried):\n\(alarms.prefix(20).joined(separator: "\n"))")
  }

  private func isAlarm(_ text: String, _ responder: Responder) -> Bool {
    let reply = responder.reply(to: text).reply
    return reply.topics.first.flatMap { responder.knowledge.topic($0) }?.kind == .safety
  }
}
