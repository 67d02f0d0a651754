import Conversation
import Knowledge

/// One client: what was read from it and is not answered yet, what waits to be written to it, and its
/// session. It neither reads nor waits: the loops do.
struct Connection {
  /// What came of looking for the next request.
  enum Step {
    /// There may be more.
    case answered
    /// For input, for the reader, or for a reload.
    case waits
    case finished
  }

  /// Replies that wait to be written: beyond a number of bytes no request is answered.
  static let outputLimit = 1 << 16

  private let encoding: Encoding
  private(set) var session: Session
  private(set) var requests = InputQueue()
  var replies = OutputQueue()
  private(set) var isAtEnd = false
  /// Whether the last word has been said.
  private(set) var isFinished = false
  /// A request to read the knowledge again, to be answered when that is done; until then no other of
  /// this client's is.
  private(set) var reloadRequest: Request?

  init(encoding: Encoding, session: Session) {
    self.encoding = encoding
    self.session = session
  }

  // MARK: Requests

  mutating func take(_ bytes: [UInt8]) { requests.append(bytes) }

  /// Says that the client has said all.
  mutating func takeEnd() {
    isAtEnd = true
    requests.end()
  }

  /// Answers the next request.
  mutating func answerNext() -> Step {
    if isFinished { return .finished }
    guard reloadRequest == nil, replies.count < Self.outputLimit else { return .waits }
    guard let frame = requests.popFrame() else {
      guard isAtEnd else { return .waits }
      finish()
      return .finished
    }
    do {
      guard let request = try encoding.request(from: frame, languages: session.languages) else {
        return .answered
      }
      guard let response = session.answer(request) else {
        reloadRequest = request
        return .waits
      }
      send(.response(response))
      if session.hasQuit { finish() }
    } catch {
      send(.response(Response(id: error.id, error: error.error)))
    }
    return .answered
  }

  // MARK: Knowledge

  /// Answers the request that waited for new knowledge.
  mutating func finishReload(_ outcome: Session.Reload) {
    guard let request = reloadRequest else { return }
    reloadRequest = nil
    send(.response(session.adopt(outcome, for: request)))
  }

  /// Goes on with new knowledge that another has asked for.
  mutating func adopt(_ responder: Responder) { session.adopt(responder) }

  // MARK: Replies

  mutating func greet() { send(.notice(session.greeting)) }

  /// Writes a line that answers nothing. A reader that is far behind is not told.
  mutating func notify(_ notice: Notice) {
    guard !isFinished, replies.count < Self.outputLimit else { return }
    send(.notice(notice))
  }

  /// Says that nobody else can be served now, with what helps nevertheless.
  mutating func refuse() {
    send(.notice(session.full))
    finish()
  }

  /// Answers nothing more, and says so.
  mutating func finish() {
    guard !isFinished else { return }
    isFinished = true
    send(.notice(.bye))
  }

  private mutating func send(_ message: Message) { replies.append(encoding.encode(message)) }
}
