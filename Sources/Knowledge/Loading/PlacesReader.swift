/// Reads a file of places: a block for each county or area, its municipalities as `--` parts, other
/// names and smaller places as `>` lines.
struct PlacesReader {
  private(set) var problems: [Problem] = []
  private(set) var places: [Place] = []
  private(set) var ordinaryWords: [Example] = []
  /// The areas that blocks name as theirs, to be checked when every file is read.
  private(set) var coveredAreas: [SourceLine] = []

  private static let headerKeys = ["ordinary"]
  private static let blockKeys = ["covers", "abroad"]
  private var header = FieldReader(known: headerKeys)
  private var fields = FieldReader(known: blockKeys)
  private var block: SourceLine?
  private var blockNames: [Example] = []
  private var parts: [(line: SourceLine, names: [Example])] = []

  init(lines: [SourceLine]) {
    for line in lines {
      switch line.mark {
      case .blank, .comment: break
      case .block:
        endBlock()
        block = line
      case .part where block != nil: parts.append((line, []))
      case .key(let key) where parts.isEmpty:
        if block == nil {
          header.take(line, key: key, &problems)
        } else {
          fields.take(line, key: key, &problems)
        }
      case .question where block != nil:
        let name = Example(text: line.text, position: line.position)
        if parts.isEmpty {
          blockNames.append(name)
        } else {
          parts[parts.count - 1].names.append(name)
        }
      default:
        problems.append(.misplacedMark(line))
      }
    }
    endBlock()
    ordinaryWords = header.list("ordinary").map { Example(text: $0.text, position: $0.position) }
  }

  private mutating func endBlock() {
    guard let block else { return }
    let covers = fields.list("covers")
    coveredAreas += covers
    let extent: Place.Extent =
      if fields["abroad"] != nil {
        .abroad
      } else if covers.count == 1 {
        .county(covers[0].text)
      } else if !covers.isEmpty {
        .across(covers.map(\.text))
      } else {
        .county(block.text)
      }
    places.append(
      Place(name: block.text, names: blockNames, extent: extent, position: block.position))
    for part in parts {
      places.append(
        Place(
          name: part.line.text, names: part.names, extent: extent, position: part.line.position))
    }
    self.block = nil
    blockNames = []
    parts = []
    fields = FieldReader(known: Self.blockKeys)
  }
}
