import Conversation
import Knowledge

/// What is kept of a conversation between its requests.
package struct StoredConversation: Sendable {
  package var state: ConversationState
  /// Why the last answer was given; nil before the first.
  package var explanation: Explanation?
  package var language: LanguageCode

  package init(state: ConversationState, explanation: Explanation?, language: LanguageCode) {
    self.state = state
    self.explanation = explanation
    self.language = language
  }
}

/// The conversations of a pipe, under their names: bounded in number and in time.
///
/// A ring of entries, linked from the most to the least recently used, in an array: finding,
/// using and forgetting cost the same however many there are.
package struct ConversationStore: Sendable {
  private struct Entry: Sendable {
    var name: String
    var conversation: StoredConversation
    var lastUse: Int64
    var newer: Int
    var older: Int
  }

  /// How many are kept.
  package let capacity: Int
  /// The seconds without a request after which a conversation is forgotten.
  package let idleTime: Int64

  private var entries: [Entry] = []
  private var free: [Int] = []
  private var index: [String: Int] = [:]
  private var newest = -1
  private var oldest = -1

  package init(capacity: Int = 10_000, idleTime: Int64 = 30 * 60) {
    self.capacity = capacity
    self.idleTime = idleTime
  }

  package var count: Int { index.count }

  /// The conversation of a name, which is used by that; nil where none is known. `now` in seconds.
  package mutating func conversation(_ name: String, now: Int64) -> StoredConversation? {
    forgetIdle(now: now)
    guard let place = index[name] else { return nil }
    touch(place, now: now)
    return entries[place].conversation
  }

  package mutating func store(_ conversation: StoredConversation, as name: String, now: Int64) {
    forgetIdle(now: now)
    if let place = index[name] {
      entries[place].conversation = conversation
      touch(place, now: now)
      return
    }
    if index.count >= capacity { remove(oldest) }
    let entry = Entry(
      name: name, conversation: conversation, lastUse: now, newer: -1, older: newest)
    let place: Int
    if let reused = free.popLast() {
      place = reused
      entries[place] = entry
    } else {
      place = entries.count
      entries.append(entry)
    }
    if newest >= 0 { entries[newest].newer = place }
    newest = place
    if oldest < 0 { oldest = place }
    index[name] = place
  }

  /// Forgets a conversation; false where none of the name is known.
  package mutating func forget(_ name: String, now: Int64) -> Bool {
    forgetIdle(now: now)
    guard let place = index[name] else { return false }
    remove(place)
    return true
  }

  /// Applies a change to every state, as after new knowledge.
  package mutating func updateAll(_ change: (inout StoredConversation) -> Void) {
    for place in index.values { change(&entries[place].conversation) }
  }

  private mutating func forgetIdle(now: Int64) {
    while oldest >= 0, now - entries[oldest].lastUse >= idleTime { remove(oldest) }
  }

  private mutating func touch(_ place: Int, now: Int64) {
    entries[place].lastUse = now
    guard place != newest else { return }
    unlink(place)
    entries[place].older = newest
    entries[place].newer = -1
    if newest >= 0 { entries[newest].newer = place }
    newest = place
    if oldest < 0 { oldest = place }
  }

  private mutating func remove(_ place: Int) {
    unlink(place)
    index[entries[place].name] = nil
    entries[place].name = ""
    entries[place].conversation.explanation = nil
    free.append(place)
  }

  private mutating func unlink(_ place: Int) {
    let (newer, older) = (entries[place].newer, entries[place].older)
    if newer >= 0 { entries[newer].older = older } else { newest = older }
    if older >= 0 { entries[older].newer = newer } else { oldest = newer }
  }
}
