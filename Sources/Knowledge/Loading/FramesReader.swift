/// Reads a file of frames: a block for each language, `> vad är {name}` in it; below `--` and a part's
/// id those that ask for the part of that name.
struct FramesReader {
  private(set) var problems: [Problem] = []
  private(set) var frames: [Frame] = []

  init(lines: [SourceLine]) {
    var language: LanguageCode?
    var part: PartID?
    for line in lines {
      switch line.mark {
      case .blank, .comment: break
      case .block:
        language = line.text
        part = nil
      case .part where language != nil: part = line.text
      case .question:
        guard let language else {
          report(.misplacedMark(line.mark.symbol), line.atMark)
          continue
        }
        if !line.text.contains(Frame.placeholder) { report(.frameWithoutName, line) }
        frames.append(
          Frame(text: line.text, language: language, part: part, position: line.position))
      default: report(.misplacedMark(line.mark.symbol), line.atMark)
      }
    }
  }

  private mutating func report(_ cause: KnowledgeCause, _ line: SourceLine) {
    problems.append(Problem(.error, cause, at: line))
  }
}
