import Knowledge

/// Problems of one file that say the same of different places: the first is shown, the others are
/// counted.
package struct ProblemGroup: Sendable {
  package let first: Problem
  /// Where the others stand, in their order.
  package private(set) var others: [Problem] = []

  /// So few that say the same are each shown.
  private static let few = 2

  /// The groups in the order of their first problems; errors, and a few alike, are each shown.
  package static func all(of problems: [Problem], listingEach: Bool) -> [ProblemGroup] {
    if listingEach { return problems.map { ProblemGroup(first: $0) } }
    var counts: [Key: Int] = [:]
    for problem in problems {
      if let key = Key(problem) { counts[key, default: 0] += 1 }
    }
    var groups: [ProblemGroup] = []
    var places: [Key: Int] = [:]
    for problem in problems {
      guard let key = Key(problem), (counts[key] ?? 0) > few else {
        groups.append(ProblemGroup(first: problem))
        continue
      }
      if let place = places[key] {
        groups[place].others.append(problem)
      } else {
        places[key] = groups.count
        groups.append(ProblemGroup(first: problem))
      }
    }
    return groups
  }

  private struct Key: Hashable {
    let file: String
    let kind: String

    /// Nil for an error, and for what nothing else can say.
    init?(_ problem: Problem) {
      guard problem.severity == .warning else { return nil }
      file = problem.position.file
      switch problem.cause {
      case let cause as ReviewCause: kind = cause.kind
      case KnowledgeCause.repeatedExample: kind = "repeated"
      default: return nil
      }
    }
  }

  private init(first: Problem) { self.first = first }

  /// `65 like this in the file: lines 12, 15, 18 …`; nil for one alone.
  package func count(in interface: InterfaceLanguage) -> String? {
    if others.isEmpty { return nil }
    let most = 5
    let lines = others.prefix(most).map { "\($0.position.line)" }.joined(separator: ", ")
    let more = others.count > most ? " …" : ""
    return interface == .swedish
      ? "\(others.count) till i filen av samma slag: rad \(lines)\(more) (check --all visar alla)"
      : "\(others.count) more of this kind in the file: lines \(lines)\(more) (check --all lists all)"
  }
}
