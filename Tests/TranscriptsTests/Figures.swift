import Foundation
import Knowledge

/// A figure that answers state, where it stands, and what a slip of the finger may make of it.
struct Figure {
  enum Kind {
    case number, address, word
  }

  let file: Int
  let line: Int
  /// In characters of the line.
  let range: Range<Int>
  let text: String
  let kind: Kind

  /// Every figure in what a file says to the asker, or demands to be said.
  static func all(in files: [KnowledgeFile]) -> [Figure] {
    files.enumerated().flatMap { number, file -> [Figure] in
      guard let kind = FileKind(rawValue: file.ending), [.topic, .facts, .phrases].contains(kind)
      else { return [] }
      return file.lines.enumerated().flatMap { place, line in
        isStated(line, kind) ? figures(in: line, file: number, line: place) : []
      }
    }
  }

  /// Answers, quotations, facts, contacts, and what else of a file is shown.
  private static func isStated(_ line: String, _ kind: FileKind) -> Bool {
    if kind == .phrases { return !line.hasPrefix("#") }
    let begins = [
      "< ", "\" ", "~ ", "telephone:", "mail:", "statute:", "title:", "section:", "as-of:",
    ]
    return begins.contains { line.hasPrefix($0) }
  }

  static let words: [[String]] = [
    [
      "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "arton",
      "femton", "tjugo", "trettio",
    ],
    [
      "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "eighteen", "fifteen", "twenty", "thirty",
    ],
  ]

  private static func figures(in line: String, file: Int, line number: Int) -> [Figure] {
    var found: [Figure] = []
    var taken: [Range<String.Index>] = []
    let add: (Range<String.Index>, Kind) -> Void = { range, kind in
      if taken.contains(where: { $0.overlaps(range) }) { return }
      taken.append(range)
      let start = line.distance(from: line.startIndex, to: range.lowerBound)
      let text = String(line[range])
      found.append(
        Figure(
          file: file, line: number, range: start..<(start + text.count), text: text, kind: kind))
    }
    for match in line.matches(of: /[^\s@(),]+@[^\s@(),]+[^\s@(),.]|www\.[^\s,()]+[^\s,().]/) {
      add(match.range, .address)
    }
    // "1." at the beginning of an answer numbers a list.
    for match in line.matches(of: /\d+/) where !line[..<match.range.upperBound].contains(/^< \d+$/)
    {
      add(match.range, .number)
    }
    for match in line.matches(of: /[\p{L}]+/) {
      let word = match.output.lowercased()
      // "Sex" is a subject here before it is a number.
      let isNumber = word != "sex" || line[match.range.upperBound...].contains(/^ (år|månader)/)
      if isNumber, words.contains(where: { $0.contains(word) }) { add(match.range, .word) }
    }
    return found
  }

  /// What the figure may become: of a number each digit another, one more and one less; of an address
  /// each letter another; of a word the next number.
  var slips: [String] {
    let letters = Array(text)
    switch kind {
    case .number:
      var slips = letters.indices.map { place in
        replaced(letters, at: place, by: String(((Int(String(letters[place])) ?? 0) + 1) % 10))
      }
      slips.append(text + "0")
      if letters.count > 1 { slips.append(String(letters.dropLast())) }
      return slips
    case .address:
      return letters.indices.filter { letters[$0].isLetter }
        .map { replaced(letters, at: $0, by: letters[$0] == "x" ? "y" : "x") }
    case .word:
      let row = Self.words.first { $0.contains(text.lowercased()) } ?? []
      let place = row.firstIndex(of: text.lowercased()) ?? 0
      return [row[(place + 1) % row.count]]
    }
  }

  private func replaced(_ letters: [Character], at place: Int, by letter: String) -> String {
    String(letters[..<place]) + letter + String(letters[(place + 1)...])
  }

  /// The files with the figure replaced.
  func replaced(by text: String, in files: [KnowledgeFile]) -> [KnowledgeFile] {
    var files = files
    var lines = files[file].lines
    let letters = Array(lines[line])
    lines[line] = String(letters[..<range.lowerBound]) + text + String(letters[range.upperBound...])
    files[file] = KnowledgeFile(
      path: files[file].path, bytes: Array(lines.joined(separator: "\n").utf8))
    return files
  }
}

extension KnowledgeFile {
  var lines: [String] {
    String(decoding: bytes ?? [], as: UTF8.self).components(separatedBy: "\n")
  }

  private func keeping(_ isKept: (String) -> Bool) -> KnowledgeFile {
    KnowledgeFile(
      path: path, bytes: Array(lines.filter(isKept).joined(separator: "\n").utf8))
  }

  /// The file without the questions that people may ask; they state nothing.
  var withoutQuestions: KnowledgeFile { keeping { !$0.hasPrefix("> ") } }

  /// What another file may refer to, and no more: a topic's languages and parts, the names of concepts
  /// and places, the common facts.
  var outline: KnowledgeFile {
    switch FileKind(rawValue: ending) {
    case .topic:
      // Of a contact the parts before the languages are people.
      let beginning = lines.prefix { !$0.hasPrefix("== ") }.count
      let named = lines[beginning...].filter { $0.hasPrefix("== ") || $0.hasPrefix("-- ") }
      return KnowledgeFile(
        path: path,
        bytes: Array(
          named.map { $0.hasPrefix("--") ? $0 + "\n" : $0 + "\ntitle: x\n< x\n" }.joined().utf8))
    case .places: return keeping { $0.hasPrefix("== ") || $0.hasPrefix("covers:") }
    case .concepts: return keeping { $0.hasPrefix("== ") }
    case .facts: return self
    case .phrases, .foreign, .questions, .frames, nil: return KnowledgeFile(path: path, bytes: [])
    }
  }
}
