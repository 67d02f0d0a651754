import Knowledge

/// Which encoding a pipe speaks; never switched inside a stream.
package enum Encoding: Sendable, CaseIterable {
  case lines
  case json

  /// Reads what the splitter brought; nil where it is nothing to be answered.
  package func request(
    from frame: LineSplitter.Frame, languages: [LanguageCode]
  ) throws(RefusedRequest) -> Request? {
    switch self {
    case .lines: try LineCodec().request(from: frame, languages: languages)
    case .json: try JSONCodec().request(from: frame, languages: languages)
    }
  }

  /// The lines of a message, each with its line end.
  package func encode(_ message: Message) -> String {
    switch self {
    case .lines: LineCodec().encode(message)
    case .json: JSONCodec().encode(message)
    }
  }
}
