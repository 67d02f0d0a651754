import Knowledge
import TestSupport
import Testing

@Suite struct NameCheckTests {
  /// What is said of the small knowledge after a change, errors and warnings.
  private func problems(
    _ changes: [(file: String, old: String, new: String)], adding: [String: String] = [:],
    _ language: InterfaceLanguage = .english
  ) throws -> [String] {
    var files = SmallKnowledge.files.merging(adding) { $1 }
    for change in changes {
      let text = try #require(files[change.file])
      try #require(text.contains(change.old))
      files[change.file] = text.replacing(change.old, with: change.new)
    }
    let loaded = KnowledgeLoader.load(
      files: files.sorted { $0.key < $1.key }.map {
        KnowledgeFile(path: $0.key, bytes: Array($0.value.utf8))
      }, folder: "K")
    return loaded.problems.map {
      "\($0.headline(in: language)). \($0.cause.wording(in: language).remedy)"
    }
  }

  private func phrases(_ sv: String, _ en: String = "") throws -> [String] {
    try problems([
      ("phrases.phrases", "== en\n", sv + "\n\n== en\n" + (en.isEmpty ? "" : en + "\n"))
    ])
  }

  @Test func whatIsInOrderIsSilent() throws {
    #expect(try problems([]).isEmpty)
    let both = "source: {section} ({date})\nlist: {first}, {last}\ntelephone: {telephones}"
    #expect(try phrases(both, both).isEmpty)
    // A translation is said in one language only.
    #expect(try phrases("", "translation: Unofficial:").isEmpty)
  }

  @Test func aPhraseThatNobodySays() throws {
    #expect(
      try phrases("telefon: {telephones}") == [
        "K/phrases.phrases:4:1: error: the phrase “telefon” is never said. Remove the line, or correct the name."
      ])
    #expect(
      try phrases("sourc: {section}").first
        == "K/phrases.phrases:4:1: error: the phrase “sourc” is never said. Did you mean “source”? Remove the line, or correct the name."
    )
  }

  @Test func aPlaceholderThatIsNotFilledIn() throws {
    let both = "source-undated: [{sektion}] {section}"
    let found = try phrases(both, "source-undated: {section}")
    #expect(
      found == [
        "K/phrases.phrases:4:17: error: {sektion} is not filled in, in the phrase “source-undated”. Did you mean {section}? There are: {section}."
      ])
  }

  @Test func aPlaceholderThatIsNotSaid() throws {
    #expect(
      try phrases("choice-item: {number}", "choice-item: {number}. {title}") == [
        "K/phrases.phrases:4:14: warning: the phrase “choice-item” does not say {title}. Write {title} where it goes."
      ])
  }

  @Test func aPhraseOfOneLanguageOnly() throws {
    #expect(
      try phrases("mail: E-post {mail}") == [
        "K/phrases.phrases:1:1: warning: phrases are missing in English: mail. Add them below == en; otherwise nothing is said, or only punctuation."
      ])
  }

  @Test func whatPeopleHandleMustBeSaid() throws {
    let concepts = ["v.concepts": "== adults\n> grown\n"]
    let handles = [
      (
        "contact/syd.topic", "mail: lisa.green@malmö.se",
        "mail: lisa.green@malmö.se\nhandles: adults"
      )
    ]
    #expect(
      try problems(handles, adding: concepts).map { $0.prefix(75) } == [
        "K/phrases.phrases:1:1: warning: phrases are missing in English: handles-adu",
        "K/phrases.phrases:1:1: warning: phrases are missing in Swedish: handles-adu",
      ])
    let other = try phrases("handles-adult: vuxna", "handles-adult: adults")
    #expect(
      other.first
        == "K/phrases.phrases:4:1: warning: the phrase “handles-adult” belongs to a name that the folder does not have. Remove the line, or correct the name."
    )
  }

  @Test func aFolderThatWordsMostMissesTheRest() throws {
    let all = PhraseSpecification.table.filter { $0.name != "bridge-error" }
    let lines = { (left: String) in
      all.filter { $0.name != left }.map { phrase in
        "\(phrase.name): x " + phrase.needed.map { "{\($0)}" }.joined()
      }.joined(separator: "\n")
    }
    #expect(try phrases(lines(""), lines("")).isEmpty)
    #expect(
      try phrases(lines("dated-law"), lines("dated-law")).map { $0.prefix(72) } == [
        "K/phrases.phrases:1:1: warning: phrases are missing in English: dated-la",
        "K/phrases.phrases:1:1: warning: phrases are missing in Swedish: dated-la",
      ])
  }

  @Test func aRoleThatNobodyKnows() throws {
    let found = try problems([], adding: ["v.concepts": "== and\nrole: folow-up\n> and\n"])
    #expect(
      found.first?.hasPrefix(
        "K/v.concepts:2:7: error: there is no concept role “folow-up”. Did you mean “follow-up”? The roles: "
      ) == true)
    for name in ConceptRole.names(in: ["sv", "en"]) {
      #expect(ConceptRole(name: name)?.name == name)
    }
    #expect(ConceptRole(name: "ordinal-6") == nil)
    #expect(ConceptRole(name: "language-Sv") == nil)
  }

  @Test func anAreaOfTwoContacts() throws {
    let other = """
      kind: contact
      covers: Norrbotten, Skåne

      -- Bo Ek
      telephone: 0920-12 34 56

      == sv
      title: Nord
      < Nord.

      == en
      title: North
      < Nord.
      """
    #expect(
      try problems([], adding: ["contact/nord.topic": other]) == [
        "K/contact/syd.topic:4:9: error: Skåne is covered by contact/nord too. It is in K/contact/nord.topic:2:21; keep the area in one topic."
      ])
  }
}
