import Glibc
import Knowledge

/// A question that comes on a stream, so that it stands in no list of processes and in no history of
/// a shell.
enum QuestionInput {
  /// As much as the protocol takes many times over.
  static let limit = 1 << 16

  /// Everything to the end of the stream.
  static func read(_ descriptor: Int32) throws(UsageError) -> String {
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress! + filled, $0.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      filled += count
    }
    guard filled <= limit else { throw .longQuestion(limit: limit) }
    return String(decodingTyped: bytes[..<filled])
  }
}
