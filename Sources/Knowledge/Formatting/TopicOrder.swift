/// The lines of a topic in their usual order: the header with the people of a contact, the blocks of
/// the languages, then the parts where they stand, each with its blocks.
///
/// In a folder of the older form parts stand within a block and go with it.
struct TopicOrder {
  private var header: [FileSection] = []
  private var blocks: [Block] = []
  private var parts: [Part] = []

  /// A language's block with the parts of the older form in it.
  private struct Block {
    let own: FileSection
    var parts: [FileSection] = []
  }

  private struct Part {
    let own: FileSection
    var blocks: [FileSection] = []
  }

  init(_ lines: [FormattedLine]) {
    let sections = FileSection.cut(lines) { $0 == .block || $0 == .part }
    for (place, section) in sections.enumerated() {
      switch section.heading?.mark {
      case .block?:
        if parts.isEmpty {
          blocks.append(Block(own: section))
        } else {
          parts[parts.count - 1].blocks.append(section)
        }
      case .part?:
        let next = place + 1 < sections.count ? sections[place + 1].heading?.mark : nil
        let hasBlocks = next == .block && section.hasKeysOnly && !section.isPerson
        if hasBlocks || !parts.isEmpty {
          parts.append(Part(own: section))
        } else if blocks.isEmpty {
          header.append(section)
        } else {
          blocks[blocks.count - 1].parts.append(section)
        }
      default: header.append(section)
      }
    }
  }

  /// A block put behind a part of nothing but keys would be read as the part's own.
  private var canMoveBlocks: Bool {
    blocks.allSatisfy { block in
      block.parts.last.map { !$0.hasKeysOnly || $0.isPerson } ?? true
    }
  }

  var lines: [FormattedLine] {
    let keys = FileSection.topicKeys
    var lines: [FormattedLine] = []
    for (place, section) in header.enumerated() {
      lines += section.sorted(by: keys, isHeader: place == 0)
    }
    let order = blocks.map(\.own).enumerated().sorted {
      canMoveBlocks
        ? ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) : $0.offset < $1.offset
    }
    for (place, section) in order {
      lines += [.blank] + section.sorted(by: keys)
      for part in blocks[place].parts { lines += part.sorted(by: keys) }
    }
    for part in parts {
      lines += [.blank] + part.own.trimmed.sorted(by: keys)
      for block in part.blocks.byLanguage { lines += block.trimmed.sorted(by: keys) }
    }
    return lines
  }
}

/// The lines of a file of parts, each after a blank line, with its keys in order.
struct PartOrder {
  let lines: [FormattedLine]

  init(_ lines: [FormattedLine], keys: [String]) {
    let sections = FileSection.cut(lines) { $0 == .part }
    self.lines =
      sections[0].lines + sections.dropFirst().flatMap { [.blank] + $0.sorted(by: keys) }
  }
}

/// The lines of a file of blocks by language, each with its parts.
struct BlockOrder {
  let lines: [FormattedLine]

  init(_ lines: [FormattedLine]) {
    let sections = FileSection.cut(lines) { $0 == .block }
    self.lines =
      sections[0].lines
      + Array(sections.dropFirst()).byLanguage.flatMap { block in
        [.blank] + PartOrder(block.lines, keys: []).lines
      }
  }
}
