import Glibc
import Knowledge

/// What git knows of a folder's files.
struct GitHistory {
  let folder: String

  /// When each topic's words were last changed in each language, by the commits: what is said, not
  /// the example questions. Empty where the folder is under no version control.
  ///
  /// A change that is not committed yet counts as of today.
  func lastChanges(of knowledge: KnowledgeBase, today: String) -> [TopicID: [LanguageCode: String]]
  {
    guard let changedTopics else { return [:] }
    var changes: [TopicID: [LanguageCode: String]] = [:]
    for topic in knowledge.topics where changedTopics.contains(topic.file) {
      let dates = lineDates(of: topic.file, today: today)
      guard !dates.isEmpty else { continue }
      for (code, text) in topic.texts {
        let ofParts = topic.parts.flatMap { $0.texts[code]?.answer ?? [] }
        let lines = (text.answer + ofParts).map(\.position.line)
        changes[topic.id, default: [:]][code] =
          lines.compactMap { dates.indices.contains($0 - 1) ? dates[$0 - 1] : nil }.max()
      }
    }
    return changes
  }

  /// Files that have been changed since the commit that brought the folder's first file; nil where
  /// there is no history. To blame a file costs time: those never changed need none.
  private var changedTopics: Set<String>? {
    guard
      let log = Git.run(
        in: folder, ["log", "-z", "--format=", "--name-only", "--relative", "--", "."]),
      let status = Git.run(in: folder, ["status", "-z", "--porcelain", "--", "."])
    else { return nil }
    // With -z names stand as they are, whatever letters they have, each with a NUL behind it.
    var counts: [String: Int] = [:]
    for name in log.unicodeScalars.split(separator: "\0") {
      counts[String(name).trimmingNewlines, default: 0] += 1
    }
    var files = Set(counts.filter { $0.value > 1 }.map { folder + "/" + $0.key })
    for entry in status.unicodeScalars.split(separator: "\0") {
      // Two letters and a space, then the path from the top of the repository.
      let path = String(entry.dropFirst(3))
      for file in counts.keys where path == file || path.hasSuffix("/" + file) {
        files.insert(folder + "/" + file)
      }
    }
    return files
  }

  /// The date of the last change of each line: `YYYY-MM-DD`.
  private func lineDates(of file: String, today: String) -> [String] {
    let name = String(file.dropFirst(folder.count + 1))
    guard let blame = Git.run(in: folder, ["blame", "-s", "-t", "--porcelain", "--", name]) else {
      return []
    }
    var dateOfCommit: [Substring: String] = [:]
    var commit: Substring = ""
    var dates: [String] = []
    for line in blame.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("\t") {
        dates.append(dateOfCommit[commit] ?? today)
      } else if line.hasPrefix("committer-time ") {
        let isUncommitted = commit.allSatisfy { $0 == "0" }
        let seconds = Int(line.dropFirst("committer-time ".count)) ?? 0
        dateOfCommit[commit] = isUncommitted ? today : CalendarDate.text(of: seconds)
      } else if line.prefix(40).allSatisfy(\.isHexDigit), line.count >= 40 {
        commit = line.prefix(40)
      }
    }
    return dates
  }
}

extension String {
  fileprivate var trimmingNewlines: String { filter { $0 != "\n" } }
}

/// Dates as people in Sweden write them.
enum CalendarDate {
  static var today: String { text(of: time(nil)) }

  /// The date of seconds since 1970, in local time: `YYYY-MM-DD`.
  static func text(of seconds: Int) -> String {
    var moment = time_t(seconds)
    var parts = tm()
    localtime_r(&moment, &parts)
    func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
  }
}
