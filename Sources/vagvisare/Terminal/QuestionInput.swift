import Knowledge
import System

/// A question that comes on a stream, so that it stands in no list of processes and in no history of
/// a shell.
enum QuestionInput {
  /// As much as the protocol takes many times over.
  static let limit = 1 << 16

  /// Everything to the end of the stream.
  static func read(_ descriptor: Int32) throws(UsageError) -> String {
    let content = Result { () throws(SystemError) in
      try Descriptor.content(of: descriptor, limit: limit)
    }
    guard case .success(let bytes) = content else { return "" }
    guard let bytes else { throw .longQuestion(limit: limit) }
    return String(decodingTyped: bytes)
  }
}
