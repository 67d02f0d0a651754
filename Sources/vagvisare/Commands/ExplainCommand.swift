import Conversation
import Knowledge
import LineProtocol

/// `vagvisare explain`: why an answer is chosen.
struct ExplainCommand {
  let context: CommandContext

  /// How many of each thing are named.
  private static let most = 3

  func run() throws(UsageError) -> ExitCode {
    let question = try context.question()
    guard let responder = context.loadResponder() else { return .unreadable }
    try context.checkLanguage(of: responder.knowledge)
    let language = context.language ?? context.fallbackLanguage
    var state = ConversationState()
    if let after = context.options["--after"] {
      let reference = TopicReference(after)
      guard let known = responder.state(after: reference, language: language) else {
        report(unknown: reference, responder.knowledge)
        return .found
      }
      state = known
    }
    let reply = responder.reply(
      to: question, in: state, language: context.language, fallback: context.fallbackLanguage
    ).reply
    let answered =
      reply.parts.map(\.description)
      + reply.topics.filter { id in !reply.parts.contains { $0.topic == id } }
    Output.line("\(answered.joined(separator: ", ")) \(reply.confidence.hundredths)")
    var explanation = reply.explanation
    explanation.words = responder.decidingWords(
      of: reply, question, in: state, fallback: context.fallbackLanguage)
    for line in explanation.text(in: language, responder.knowledge) { Output.line(line) }
    showParts(of: reply, question, responder, language)
    if reply.explanation.reason != .danger { showDanger(in: question, responder) }
    showNearest(to: question, responder)
    return .good
  }

  /// How likely each part of the topic that answered was, and of the whole.
  private func showParts(
    of reply: Reply, _ question: String, _ responder: Responder, _ language: LanguageCode
  ) {
    guard let id = reply.parts.first?.topic ?? reply.topics.first else { return }
    let parts = responder.parts(of: id, for: question, in: language)
    if parts.isEmpty { return }
    Output.line(context.text("Ämnets delar:", "Parts of the topic:"))
    for part in parts.prefix(Self.most) {
      Output.line("  \(part.probability.hundredths) \(part.reference.description): \(part.title)")
    }
  }

  private func showDanger(in question: String, _ responder: Responder) {
    let words = responder.wordsOfDanger(in: question).prefix(Self.most)
    guard !words.isEmpty else { return }
    Output.line(
      context.text("Ord som talade för fara: ", "Words that spoke for danger: ")
        + words.map { "\($0.text) (+\($0.weight.tenths))" }.joined(separator: ", "))
  }

  private func showNearest(to question: String, _ responder: Responder) {
    let nearest = responder.nearestWordings(to: question, count: Self.most)
    guard !nearest.isEmpty else { return }
    Output.line(context.text("Mest lika frågor i kunskapen:", "Most like it in the knowledge:"))
    for wording in nearest {
      let place = "\(wording.position.file):\(wording.position.line)"
      Output.line(
        "  \(wording.likeness.hundredths) \(place): > \(wording.text) [\(wording.reference.description)]"
      )
    }
  }

  private func report(unknown reference: TopicReference, _ knowledge: KnowledgeBase) {
    let message: Bilingual
    let nearest: String?
    if let topic = knowledge.topic(reference.topic) {
      let part = reference.part ?? ""
      message = Bilingual(
        "ämnet \(topic.id) har ingen del ”\(part)”", "the topic \(topic.id) has no part “\(part)”")
      nearest = nearestName(to: part, in: topic.parts.map(\.id)).map { "\(topic.id)#\($0)" }
    } else {
      message = Bilingual(
        "ämnet ”\(reference.topic)” finns inte", "there is no topic “\(reference.topic)”")
      nearest = nearestName(to: reference.topic, in: knowledge.topics.map(\.id))
    }
    let hint =
      nearest.map {
        context.text("menade du \($0)?", "did you mean \($0)?")
      } ?? context.text("vagvisare topics visar alla", "vagvisare topics lists all")
    Output.message("vagvisare: \(message[context.interface]); \(hint)")
  }
}
