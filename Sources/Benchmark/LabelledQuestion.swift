import FoundationEssentials
import Knowledge

struct LabelledQuestion: Codable, Sendable {
  let text: String
  let lang: String
  let accept: [TopicID]
  var must: [String]?
  /// The part of the first accepted topic that is asked for; nil for all of it.
  var part: String?

  static func read(_ path: String) -> [LabelledQuestion] {
    guard let data = FileManager.default.contents(atPath: path) else {
      print("cannot read \(path)")
      return []
    }
    return data.split(separator: UInt8(ascii: "\n")).compactMap {
      try? JSONDecoder().decode(LabelledQuestion.self, from: Data($0))
    }
  }
}
