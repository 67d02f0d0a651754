import Knowledge

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
