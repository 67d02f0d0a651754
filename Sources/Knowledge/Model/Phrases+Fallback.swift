extension Phrases {
  /// What the assistant says where a knowledge folder has no phrases of its own: signs and numbers
  /// rather than words, since the folder's language may be any.
  package static let fallback = Phrases(texts: [
    "source": "[{section} ({date})]",
    "source-undated": "[{section}]",
    "quotation": "“{text}”",
    "unknown": "?",
    "foreign": "?",
    "bridge-error": "?",
    "nearest": "→ {titles}",
    "source-of-last": "[{section} ({date})]",
    "place-read": "({place})",
    "place-across": "{place}: {areas}",
    "telephone": "{telephones}",
    "mail": "{mail}",
    "others": "+ {people}",
    "list": "{first}, {last}",
    "why-words": "+ {words}",
    "why-against": "− {words}",
    "why-first": "{percent} % {title} [{topic}]",
    "why-next": "{percent} % {title} [{topic}]",
    "choice": "?",
    "choice-item": "{number}. {title}",
    "person": "{name}: {telephones} {mail}",
  ])
}
