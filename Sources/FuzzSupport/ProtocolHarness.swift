import Conversation
import Knowledge
import LineProtocol

/// Feeds streams of any bytes to the framing, the codecs and a session, as the loop does, and
/// checks what every reply must keep by rules of its own.
package struct ProtocolHarness {
  /// In a stream, the token of the last answer: so that good tokens come back, not only random ones.
  package static let lastToken = "@"

  let responder: Responder

  package init(responder: Responder) {
    self.responder = responder
  }

  /// What is wrong with the replies to a stream; nil where nothing is.
  package func complaint(about stream: [UInt8], _ encoding: Encoding) -> String? {
    let frames = Self.frames(of: stream, inPiecesOf: { _ in .max })
    guard frames == Self.frames(of: stream, inPiecesOf: { Int($0 % 7) + 1 }) else {
      return "the lines depend on how the stream is cut"
    }
    let expected = ExpectedReply.all(of: stream, encoding)
    var session = newSession()
    var reloads = 0
    var replies = 0
    var token = ""
    for frame in frames {
      guard let reply = reply(to: frame, encoding, &session, &token, &reloads) else { continue }
      guard replies < expected.count else { return "more replies than requests" }
      if let complaint = expected[replies].complaint(about: reply, responder.knowledge) {
        return "\(complaint): \(reply.text.debugDescription)"
      }
      replies += 1
      if session.hasQuit { return nil }
    }
    return replies == expected.count ? nil : "\(replies) replies to \(expected.count) requests"
  }

  /// A reply with the request where that could be read.
  package struct Exchange {
    package let request: Request?
    package let text: String

    package init(request: Request?, text: String) {
      self.request = request
      self.text = text
    }
  }

  /// Knowledge that is read again is found broken every other time.
  private func reply(
    to frame: LineSplitter.Frame, _ encoding: Encoding, _ session: inout Session,
    _ token: inout String, _ reloads: inout Int
  ) -> Exchange? {
    do {
      guard var request = try encoding.request(from: frame, languages: session.languages) else {
        return nil
      }
      if request.conversation == .carried(Self.lastToken) {
        request.conversation = .carried(token)
      }
      var answer = session.answer(request)
      if answer == nil {
        reloads += 1
        let outcome: Session.Reload =
          reloads % 2 == 0 ? .good(responder) : .broken(["a.topic:1:1: error: x"])
        answer = session.adopt(outcome, for: request)
      }
      guard let response = answer else { return nil }
      token = response.answer?.token ?? token
      return Exchange(request: request, text: encoding.encode(.response(response)))
    } catch {
      let response = Response(id: error.id, error: error.error)
      return Exchange(request: nil, text: encoding.encode(.response(response)))
    }
  }

  private static func frames(
    of stream: [UInt8], inPiecesOf size: (UInt8) -> Int
  ) -> [LineSplitter.Frame] {
    var splitter = LineSplitter()
    var frames: [LineSplitter.Frame] = []
    var rest = stream[...]
    while let first = rest.first {
      splitter.take(rest.prefix(size(first))) { frames.append($0) }
      rest = rest.dropFirst(size(first))
    }
    if let last = splitter.finish() { frames.append(last) }
    return frames
  }

  /// A session whose time flies.
  private func newSession() -> Session {
    var now: Int64 = 0
    return Session(
      responder: responder,
      clock: {
        now += 170
        return now
      })
  }
}
