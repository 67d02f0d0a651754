import Chat
import Conversation
import Knowledge
import TestSupport

extension SmallKnowledge {
  /// The small knowledge with the phrases that a session needs.
  static let chatFiles = files.merging([
    "law/sale.topic": datedLaw,
    "phrases.phrases": """
    == sv
    welcome: Svar ur broschyren från {date}.
    welcome-urgent: Akut fara: 112. Råd: 020-39 00 00.
    see-also: Se även: {titles}.
    source: Källa: {section} ({date}).
    dated-law: Lagen är från {date}.
    dated-contact: Uppgifterna är från {date}.
    telephone: Telefon: {telephones}
    mail: E-post: {mail}
    why-ranking: Avgörande: orden i frågan.
    kind-contact: Kontakter
    kind-law: Lagar

    == en
    welcome: Answers from the brochure of {date}.
    welcome-urgent: Acute danger: 112. Advice: 020-39 00 00.
    see-also: See also: {titles}.
    source: Source: {section} ({date}).
    dated-law: The law is from {date}.
    dated-contact: The details are from {date}.
    telephone: Telephone: {telephones}
    mail: Mail: {mail}
    why-ranking: What decided: the words of the question.
    kind-contact: Contacts
    kind-law: Laws
    """,
  ]) { $1 }

  /// A session on the small knowledge, or on other files.
  static func session(
    _ interface: InterfaceLanguage = .swedish, language: LanguageCode? = nil,
    _ files: [String: String] = chatFiles
  ) throws -> ChatSession {
    ChatSession(
      responder: Responder(knowledge: try load(files)), interface: interface, language: language,
      fallback: interface.rawValue)
  }
}

extension ChatSession {
  /// The texts of the lines shown for what was typed; empty for any other effect.
  mutating func shown(_ line: String) -> [String] {
    if case .show(let lines) = take(line) { lines.map(\.text) } else { [] }
  }
}
