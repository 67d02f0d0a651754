import Conversation
import Knowledge
import TestSupport
import Testing

/// Whatever a folder has and lacks, if it loads it answers: in words, in one of its languages.
@Suite struct AnyFolderTests {
  static let questions = [
    "öppettider", "when do you open?", "Wann ist offen?", "hej", "hjälp han har kniv", "xyzzy",
    "vem är kontakt i Norr?", "och då?", "???", "nej", "Anna Berg", "2", "var står det?",
  ]

  /// A folder made of some of all features, by the bits of a number.
  struct Folder {
    var files: [String: String] = [:]
    let languages: [LanguageCode]

    static let texts: [LanguageCode: (open: String, ask: String, loan: String, borrow: String)] = [
      "sv": ("Vi har öppet på vardagar.", "när har ni öppet", "Lånet är gratis.", "får man låna"),
      "en": (
        "We are open on weekdays.", "when are you open", "The loan is free.", "may one borrow"
      ),
      "de": ("Wir haben werktags offen.", "wann ist offen", "Das ist gratis.", "darf man leihen"),
    ]

    init(_ seed: UInt64) {
      var random = SeededGenerator(seed: seed)
      let choices: [[LanguageCode]] = [["sv"], ["en"], ["de"], ["sv", "en"], ["sv", "en", "de"]]
      languages = choices.randomElement(using: &random) ?? ["sv"]
      func flip() -> Bool { Bool.random(using: &random) }
      if flip() { add("open", "kind: visit", \.open, \.ask, hasParts: flip()) }
      if flip() { add("loan", "section: Lån\nas-of: 2026", \.loan, \.borrow, hasParts: false) }
      if flip() { add("no", "kind: dialogue\nrole: unknown", \.open, nil, hasParts: false) }
      if flip() { add("hi", "kind: dialogue\nrole: greeting", \.open, \.ask, hasParts: false) }
      if flip() { add("danger", "kind: safety", \.loan, nil, hasParts: false) }
      let places = flip()
      if flip() { addContact("north", "Anna Berg", covers: places && flip() ? "Norr" : nil) }
      if flip() { addContact("south", "Bo Ek", covers: nil) }
      if flip() { add("which", "kind: contact\nrole: ask-place", \.open, nil, hasParts: false) }
      if places { files["all.places"] = "== Norr\n> Kiruna\n\n== Syd\n> Malmö\n" }
      if flip() {
        files["p.phrases"] = languages.map { "== \($0)\nwelcome: W {date}\n" }.joined()
      }
      if files.keys.allSatisfy({ !$0.hasSuffix(".topic") }) {
        add("only", "kind: about", \.open, \.ask, hasParts: false)
      }
    }

    private typealias Text = KeyPath<
      (open: String, ask: String, loan: String, borrow: String), String
    >

    private mutating func add(
      _ name: String, _ header: String, _ answer: Text, _ question: Text?, hasParts: Bool
    ) {
      var file = header + "\n"
      for code in languages {
        guard let text = Self.texts[code] else { continue }
        file += "\n== \(code)\ntitle: \(name) \(code)\n< \(text[keyPath: answer])\n"
        if let question { file += "> \(name) \(text[keyPath: question])\n" }
      }
      if hasParts {
        file += "\n-- free\n"
        for code in languages { file += "== \(code)\ntitle: Free\n< \(Self.texts[code]!.loan)\n" }
      }
      files[name + ".topic"] = file
    }

    private mutating func addContact(_ name: String, _ person: String, covers: String?) {
      add(
        name,
        "kind: contact\n" + (covers.map { "covers: \($0)\n" } ?? "")
          + "\n-- \(person)\nmail: a@example.org\n", \.open, nil, hasParts: false)
    }
  }

  @Test(arguments: 0..<100)
  func everyFolderAnswers(seed: Int) throws {
    let folder = Folder(UInt64(seed))
    let responder = Responder(knowledge: try SmallKnowledge.load(folder.files))
    for language in [nil, "sv", "en", "de"] {
      var state = ConversationState()
      for question in Self.questions {
        let turn = responder.reply(to: question, in: state, language: language, fallback: "sv")
        state = turn.state
        let reply = turn.reply
        #expect(folder.languages.contains(reply.language))
        #expect((0...1).contains(reply.confidence))
        #expect(!reply.topics.isEmpty && reply.text.contains { !$0.isEmpty })
        for line in reply.text { #expect(line != "?" && !line.contains("{")) }
        _ = reply.explanation.text(in: reply.language, responder.knowledge)
      }
    }
  }

  @Test func oneTopicDoesNotAnswerEverything() throws {
    let base = try SmallKnowledge.load([
      "open.topic": """
      == sv
      title: Öppettider
      < Vi har öppet på vardagar.
      > när har ni öppet
      > vilka tider gäller
      > är det öppet i dag
      """
    ])
    let responder = Responder(knowledge: base)
    #expect(responder.reply(to: "har ni öppet i dag?").reply.topics == ["open"])
    let unknown = responder.reply(to: "xyzzy plugh").reply
    #expect(unknown.topics == ["dialogue/unknown"])
    #expect(unknown.text.first == "Det vet jag inte.")
  }

  @Test func aLanguageThatTheKnowledgeLacksIsSaid() throws {
    let base = try SmallKnowledge.load([
      "open.topic": "== sv\ntitle: Öppettider\n< Vi har öppet.\n> när har ni öppet\n"
    ])
    let reply = Responder(knowledge: base).reply(to: "när har ni öppet", language: "en").reply
    #expect(reply.text == ["I have answers only in Swedish.", "Vi har öppet."])
    #expect(reply.language == "sv")
  }

  @Test func contactsWithoutPlacesAreFoundByTheirWords() throws {
    let base = try SmallKnowledge.load(SmallKnowledge.contactsWithoutPlaces)
    let responder = Responder(knowledge: base)
    #expect(responder.reply(to: "vem ringer jag när kranen droppar").reply.topics == ["repair"])
    #expect(responder.reply(to: "vem ringer jag om ansökan").reply.topics == ["rent"])
  }
}
