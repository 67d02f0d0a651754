import Knowledge
import TestSupport
import Testing
import Understanding

@Suite struct LanguageDetectorTests {
  private let detector: LanguageDetector

  init() throws { detector = try Self.shared.get() }

  private static let shared = Result { LanguageDetector(knowledge: try ShippedKnowledge.base()) }

  private func verdict(_ text: String) -> LanguageDetector.Verdict {
    detector.verdict(on: TokenizedText(text))
  }

  @Test(arguments: [
    ("vem betalar", "sv"), ("who pays", "en"), ("hur lange", "sv"), ("how long", "en"),
    ("och i kalmar", "sv"), ("what about children", "en"), ("tolk", "sv"), ("interpreter", "en"),
    ("vad säger the Penal Code om koppleri", "sv"),
  ])
  func tellsSwedishFromEnglish(text: String, language: String) {
    #expect(verdict(text).language == language)
    #expect(!verdict(text).isForeign)
  }

  @Test(arguments: [
    "Dzień dobry, czy mówi pan po polsku", "necesito ayuda por favor", "мне нужна помощь",
    "مرحبا كيف حالك", "ich brauche dringend einen Anwalt",
  ])
  func knowsOtherLanguages(text: String) {
    #expect(verdict(text).isForeign)
  }
}
