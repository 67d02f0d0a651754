extension Template {
  /// A contact, and the place by which it is found.
  static let contacts = [
    TemplateFile(
      "Knowledge/contact/centre.en.questions",
      """
      > where is the Centrum branch
      > telephone number of the Centrum branch
      > whom do I reach at Centrum
      > how do I contact Centrum

      """),
    TemplateFile(
      "Knowledge/contact/centre.sv.questions",
      """
      > var ligger biblioteket i Centrum
      > telefonnummer till biblioteket i Centrum
      > vem når jag på Centrum
      > hur kontaktar jag Centrum

      """),
    TemplateFile(
      "Knowledge/contact/centre.topic",
      """
      # A contact: who can be reached, and the areas that they have (see places/).
      kind: contact
      section: Kontakt / Centrum
      as-of: 2026
      review-by: 2031-01
      covers: Centrum
      ~ Anna Berg
      ~ 08-123 45 60
      ~ anna.berg@example.org

      -- Anna Berg
      telephone: 08-123 45 60
      mail: anna.berg@example.org

      == sv
      title: Biblioteket i Centrum
      names: biblioteket i Centrum
      < Biblioteket i Centrum, Torget 1:
      ~ Torget 1

      == en
      title: The Centrum branch
      names: the Centrum branch
      < The Centrum branch, Torget 1:
      ~ Torget 1

      """),
    TemplateFile(
      "Knowledge/contact/which.en.questions",
      """
      > what is the telephone number of the library
      > whom can I call
      > how do I contact you
      > I want to talk to somebody who works there

      """),
    TemplateFile(
      "Knowledge/contact/which.sv.questions",
      """
      > vad har biblioteket för telefonnummer
      > vem kan jag ringa
      > hur kontaktar jag er
      > jag vill tala med någon som arbetar hos er

      """),
    TemplateFile(
      "Knowledge/contact/which.topic",
      """
      # Asks for the place when a contact is asked for without one.
      kind: contact
      role: ask-place

      == sv
      title: Vilket bibliotek
      < Vilket bibliotek gäller det? Skriv stadsdelen.

      == en
      title: Which branch
      < Which branch is it? Type the part of town.

      """),
    TemplateFile(
      "Knowledge/places/town.places",
      """
      # An area, which contacts name on the line covers:, and below it what else people call it.
      == Centrum
      > stan
      > Torget
      > the centre
      > downtown

      """),
  ]
}
