extension SmallKnowledge {
  /// Two contacts between which no place decides: their wordings do.
  package static let contactsWithoutPlaces = [
    "rent.topic": contact("Uthyrningen", "Anna Berg", "vem ringer jag om min ansökan"),
    "repair.topic": contact("Felanmälan", "Bo Ek", "vem ringer jag när kranen läcker"),
  ]

  private static func contact(_ title: String, _ person: String, _ question: String) -> String {
    """
    kind: contact

    -- \(person)
    mail: post@example.org

    == sv
    title: \(title)
    < \(title):
    > \(question)
    """
  }
}
