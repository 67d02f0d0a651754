/// Holds the facts of topics and parts against the answers that are to state them.
struct FactCheck {
  private(set) var problems: [Problem] = []

  init(_ topics: [Topic], _ languages: [LanguageCode]) {
    for topic in topics {
      checkFactsOfPersons(topic)
      let contacts = topic.persons.flatMap { [$0.name, $0.mail ?? ""] + $0.telephones }
      for code in languages {
        guard let text = topic.texts[code] else { continue }
        let own = text.answer.map(\.text) + contacts
        checkStated(topic.facts + text.facts, in: own, code)
        for part in topic.parts {
          guard let text = part.texts[code] else { continue }
          checkStated(text.facts, in: text.answer.map(\.text), code)
        }
      }
    }
  }

  /// Two people's numbers are easily exchanged: in a contact's facts each number and address stands
  /// below the name that it belongs to.
  private mutating func checkFactsOfPersons(_ topic: Topic) {
    var person: Person?
    for fact in topic.facts {
      if let named = topic.persons.first(where: { $0.name == fact.text }) {
        person = named
      } else if let person, fact.text.isTelephoneNumber || fact.text.isMailAddress,
        !(person.telephones + [person.mail ?? ""]).contains(fact.text)
      {
        problems.append(
          Problem(
            .error, KnowledgeCause.otherPersonsFact(fact.text, person: person.name), at: fact.line))
      }
    }
  }

  private mutating func checkStated(_ facts: [Fact], in lines: [String], _ code: LanguageCode) {
    let stated = lines.joined(separator: " ").comparisonForm
    for fact in facts where !stated.states(fact.text.comparisonForm) {
      problems.append(
        Problem(.error, KnowledgeCause.unstatedFact(fact.text, code), at: fact.line))
    }
  }
}
