extension Template {
  /// Facts, frames and phrases.
  static let words = [
    TemplateFile(
      "Knowledge/facts/library.facts",
      """
      # What several answers state, written once: an answer refers to it as {name}. Change it here, and it is changed
      # everywhere.

      -- site
      section: Kontakt
      sv: www.example.org
      en: www.example.org

      -- loan-period
      section: Lånevillkor / Lånetid
      sv: fyra veckor
      en: four weeks

      -- renewals
      section: Lånevillkor / Omlån
      sv: tre gånger
      en: three times

      -- emergency-number
      sv: 112
      en: 112

      """),
    TemplateFile(
      "Knowledge/frames/frames.frames",
      """
      # Wordings in which any subject can be asked for by the names on its line names:.
      == sv
      > {name}
      > hur fungerar {name}
      > vad gäller för {name}
      > berätta om {name}
      > jag undrar över {name}
      > information om {name}

      == en
      > {name}
      > how does {name} work
      > what are the rules for {name}
      > tell me about {name}
      > I have a question about {name}
      > information about {name}

      """),
    TemplateFile(
      "Knowledge/phrases/assistant.phrases",
      """
      # What the assistant itself says. {names} in braces are filled in by the program. What is left out here has a
      # plain wording built in; Knowledge/README.md lists all.

      == sv
      welcome: Biblioteket: svar på frågor om lån, ur villkoren från {date}.
      welcome-urgent: Akut fara: 112.
      see-also: Se även: {titles}.
      bridge-error: Något gick fel. Fråga i disken. Akut fara: ring 112.
      dated-contact: Uppgifterna är från {date}.
      kind-loan: Lån
      kind-contact: Kontakt
      kind-safety: Fara

      == en
      welcome: The library: answers on loans, from the terms of {date}.
      welcome-urgent: Acute danger: 112.
      see-also: See also: {titles}.
      bridge-error: Something went wrong. Ask at the desk. Acute danger: call 112.
      dated-contact: The details are from {date}.
      kind-loan: Loans
      kind-contact: Contact
      kind-safety: Danger

      """),
  ]
}
