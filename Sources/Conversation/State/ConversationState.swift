import Knowledge

/// What of an answer was shown: enough to say it again, in another language too.
package struct Focus: Equatable, Hashable, Sendable {
  /// The topic's place in ``KnowledgeBase/topics``.
  package var topic: Int
  /// The part's place in ``TopicText/parts``; nil for the whole answer.
  package var part: Int?
  /// The people shown, by their places in ``Topic/persons``; empty for everybody.
  package var persons: [Int] = []

  package init(topic: Int, part: Int? = nil, persons: [Int] = []) {
    self.topic = topic
    self.part = part
    self.persons = persons
  }
}

/// Which of a person's data was asked for.
package struct ContactFields: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package static let telephone = ContactFields(rawValue: 1)
  package static let mail = ContactFields(rawValue: 2)
  package static let all: ContactFields = [.telephone, .mail]

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}

/// What the assistant asked back and waits for.
package enum PendingQuestion: Equatable, Sendable {
  /// Which of these topics, by their places in ``KnowledgeBase/topics``.
  case choice([Int])
  /// Nothing was asked, but these were offered beside a refusal: their numbers choose.
  case offer([Int])
  /// Which place.
  case place
}

/// What a conversation remembers: small, and nothing of what was said.
///
/// Equal states and equal questions give equal answers, in any process with the same knowledge.
package struct ConversationState: Equatable, Sendable {
  /// What was answered last, the main thing first; empty where nothing was.
  package var last: [Focus] = []
  package var pending: PendingQuestion?
  /// The language of the last answer.
  package var language: LanguageCode?
  /// Whether the asker chose the language by name, so that it stays.
  package var languageIsChosen = false
  /// The concepts by which people were asked for (adults, children), by their places in
  /// ``KnowledgeBase/concepts``: they still hold when only the place changes.
  package var handles: [Int] = []
  package var fields: ContactFields = .all
  /// The contacts of the place named last, by their places in ``KnowledgeBase/topics``: "who is the
  /// coordinator there?" asks for them.
  package var region: [Int] = []
  /// The subjects that were spoken of, by their places in ``KnowledgeBase/topics``, the last first: a
  /// refusal or a courtesy in between leaves them.
  package var subjects: [Int] = []
  /// The contact answered last, whatever came after it.
  package var contact: [Focus] = []

  /// How many subjects are remembered.
  package static let mostSubjects = 4

  package init() {}
}

extension ConversationState {
  /// The state for another knowledge: places of topics, people and concepts are found again by
  /// their names, and what is gone is forgotten.
  package func carried(from old: KnowledgeBase, to new: KnowledgeBase) -> ConversationState {
    func topic(_ index: Int) -> Int? {
      let id = old.topics[index].id
      return new.topics.firstIndex { $0.id == id }
    }
    var state = self
    func carried(_ focus: Focus) -> Focus? {
      guard let index = topic(focus.topic) else { return nil }
      let names = focus.persons.map { old.topics[focus.topic].persons[$0].name }
      let persons = new.topics[index].persons.indices.filter {
        names.contains(new.topics[index].persons[$0].name)
      }
      let part = focus.part.map { old.topics[focus.topic].parts[$0].id }
      return Focus(
        topic: index, part: part.flatMap { new.topics[index].partIndex($0) },
        persons: names.isEmpty ? [] : persons)
    }
    state.last = last.compactMap(carried)
    state.contact = contact.compactMap(carried)
    state.subjects = subjects.compactMap(topic)
    state.region = region.compactMap(topic)
    state.handles = handles.compactMap { handle in
      let name = old.concepts[handle].name
      // A name may stand in several files: then it is the one that stands where it stood.
      let isInPlace = new.concepts.indices.contains(handle) && new.concepts[handle].name == name
      return isInPlace ? handle : new.concepts.firstIndex { $0.name == name }
    }
    switch pending {
    case .choice(let topics):
      let found = topics.compactMap(topic)
      state.pending = found.count == topics.count ? .choice(found) : nil
    case .offer(let topics):
      let found = topics.compactMap(topic)
      state.pending = found.count == topics.count ? .offer(found) : nil
    case .place, nil: break
    }
    if let language, !new.languages.contains(language) { state.language = nil }
    return state
  }
}
