extension Phrases {
  /// What the assistant says in a language where a knowledge folder has no phrases of its own: plain
  /// sentences in Swedish and English; for any other language signs, numbers, and English where there
  /// must be words.
  package static func fallback(in language: LanguageCode) -> Phrases {
    switch language {
    case "sv": swedish
    case "en": english
    default: neutral
    }
  }

  private static let neutral = Phrases(
    texts: signs.merging([
      "unknown": "No answer found.",
      "foreign": "No answer in that language.",
      "bridge-error": "An error occurred.",
      "choice": "Which one?",
      "ask-place": "Which place?",
      "denied": "No other answer found.",
      "other-language": "Answers: {languages}.",
      "example-question": "…?",
    ]) { $1 })

  private static let english = Phrases(
    texts: signs.merging([
      "unknown": "I do not know.",
      "foreign": "I do not understand that language.",
      "bridge-error": "Something went wrong. Please try again later.",
      "choice": "Which do you mean? Answer with a number, or ask in other words.",
      "ask-place": "Which place is it about?",
      "denied": "Then I do not know. Ask in other words.",
      "other-language": "I have answers only in {languages}.",
      "about-program": "Answers questions from a knowledge of plain text files.",
      "example-question": "What are the opening hours?",
    ]) { $1 })

  private static let swedish = Phrases(
    texts: signs.merging([
      "unknown": "Det vet jag inte.",
      "foreign": "Det språket förstår jag inte.",
      "bridge-error": "Något gick fel. Försök igen senare.",
      "choice": "Vilket menar du? Svara med en siffra, eller fråga med andra ord.",
      "ask-place": "Vilken plats gäller det?",
      "denied": "Då vet jag inte. Fråga gärna med andra ord.",
      "other-language": "Jag har bara svar på {languages}.",
      "about-program": "Svarar på frågor ur en kunskap av vanliga textfiler.",
      "example-question": "När är det öppet?",
      "quotation": "”{text}”",
    ]) { $1 })

  private static let signs = [
    "source": "[{section} ({date})]",
    "source-undated": "[{section}]",
    "quotation": "“{text}”",
    "nearest": "→ {titles}",
    "source-of-last": "[{section} ({date})]",
    "place-read": "({place})",
    "place-across": "{place}: {areas}",
    "telephone": "{telephones}",
    "mail": "{mail}",
    "others": "+",
    "list": "{first}, {last}",
    "why-words": "+ {words}",
    "why-against": "− {words}",
    "why-first": "{percent} % {title} [{topic}]",
    "why-next": "{percent} % {title} [{topic}]",
    "choice-item": "{number}. {title}",
    "person": "{name}: {telephones} {mail}",
  ]
}
