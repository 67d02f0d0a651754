/// A line of a report, with what it is, so that a terminal can set it apart.
package struct ReportLine: Equatable, Sendable {
  package enum Style: Sendable {
    /// Names a place in a file, or begins a group.
    case heading
    case plain
    /// Must go, and must come.
    case removed, added
    /// Says why, or is an answer quoted.
    case quiet
  }
  package let style: Style
  package let text: String

  package init(_ style: Style, _ text: String) {
    self.style = style
    self.text = text
  }

  func indented(by count: Int) -> ReportLine {
    ReportLine(style, String(repeating: " ", count: count) + text)
  }
}

/// What must be taken away from one list of lines and added to make another.
package enum LineDifference {
  /// The lines that differ, in order, `− ` before old and `+ ` before new ones; equal lines are left
  /// out.
  package static func lines(_ old: [String], _ new: [String]) -> [ReportLine] {
    let changes = new.difference(from: old)
    let removed = Set(changes.removals.map(\.offset))
    let added = Set(changes.insertions.map(\.offset))
    var lines: [ReportLine] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if removed.contains(i) {
        lines.append(ReportLine(.removed, old[i].isEmpty ? "−" : "− \(old[i])"))
        i += 1
      } else if added.contains(j) {
        lines.append(ReportLine(.added, new[j].isEmpty ? "+" : "+ \(new[j])"))
        j += 1
      } else {
        i += 1
        j += 1
      }
    }
    return lines
  }
}

extension CollectionDifference<String>.Change {
  /// Where the line stands: of a removal in the old lines, of an insertion in the new.
  fileprivate var offset: Int {
    switch self {
    case .remove(let offset, _, _), .insert(let offset, _, _): offset
    }
  }
}
