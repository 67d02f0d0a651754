extension Template {
  /// What is no subject: courtesies, help, and what is not known.
  static let dialogue = [
    TemplateFile(
      "Knowledge/dialogue/choice.topic",
      """
      # Asks back where two topics are almost equally likely; their titles follow.
      kind: dialogue
      role: choice

      == sv
      title: Vilket menar du?
      < Vilket menar du? Svara med en siffra, eller fråga med andra ord.

      == en
      title: Which do you mean?
      < Which do you mean? Answer with a number, or ask in other words.

      """),
    TemplateFile(
      "Knowledge/dialogue/denied.topic",
      """
      # Answers a no to what was asked back.
      kind: dialogue
      role: denied

      == sv
      title: Då vet jag inte
      < Då kan jag inte svara. Fråga gärna med andra ord.

      == en
      title: Then I do not know
      < Then I cannot answer. Ask in other words.

      """),
    TemplateFile(
      "Knowledge/dialogue/greeting.en.questions",
      """
      > hello
      > hi
      > good day
      > good morning

      """),
    TemplateFile(
      "Knowledge/dialogue/greeting.sv.questions",
      """
      > hej
      > hejsan
      > god dag
      > god morgon

      """),
    TemplateFile(
      "Knowledge/dialogue/greeting.topic",
      """
      kind: dialogue
      role: greeting

      == sv
      title: Hej
      < Hej! Fråga om lån och besök med egna ord.

      == en
      title: Hello
      < Hello! Ask about loans and visits in your own words.

      """),
    TemplateFile(
      "Knowledge/dialogue/help.en.questions",
      """
      > what can I ask
      > how do you work
      > who are you
      > what can you answer

      """),
    TemplateFile(
      "Knowledge/dialogue/help.sv.questions",
      """
      > vad kan jag fråga om
      > hur fungerar du
      > vem är du
      > vad kan du svara på

      """),
    TemplateFile(
      "Knowledge/dialogue/help.topic",
      """
      kind: dialogue
      role: help

      == sv
      title: Vad du kan fråga om
      < Fråga med egna ord, till exempel ”Hur lånar jag om?” eller ”Vad har biblioteket i Centrum för nummer?”

      == en
      title: What you can ask
      < Ask in your own words, for example “How do I renew?” or “What is the number of the Centrum branch?”

      """),
    TemplateFile(
      "Knowledge/dialogue/source.en.questions",
      """
      > where does it say that
      > what is the source
      > how do you know that
      > where does this come from

      """),
    TemplateFile(
      "Knowledge/dialogue/source.sv.questions",
      """
      > var står det
      > vad är källan
      > hur vet du det
      > varifrån kommer uppgiften

      """),
    TemplateFile(
      "Knowledge/dialogue/source.topic",
      """
      # Says where answers come from.
      kind: dialogue
      role: source

      == sv
      title: Var uppgifterna kommer ifrån
      < Uppgifterna kommer från bibliotekets lånevillkor på {site}.

      == en
      title: Where the answers come from
      < The answers come from the terms of the library at {site}.

      """),
    TemplateFile(
      "Knowledge/dialogue/thanks.en.questions",
      """
      > thanks
      > thank you for your help
      > goodbye
      > that was all

      """),
    TemplateFile(
      "Knowledge/dialogue/thanks.sv.questions",
      """
      > tack
      > tack för hjälpen
      > hej då
      > det var allt

      """),
    TemplateFile(
      "Knowledge/dialogue/thanks.topic",
      """
      kind: dialogue
      role: thanks

      == sv
      title: Tack
      < Tack själv! Fråga gärna igen.

      == en
      title: Thanks
      < You are welcome! Ask again any time.

      """),
    TemplateFile(
      "Knowledge/dialogue/unknown.en.questions",
      """
      > who won the game last night
      > a recipe for pancakes
      > how do I repair my bicycle
      > when is the train to Gothenburg
      > what should I give my mother as a present
      > how much is seven times eight
      > write a poem about spring
      > what do you think of the king

      """),
    TemplateFile(
      "Knowledge/dialogue/unknown.sv.questions",
      """
      > vem vann matchen i går
      > ett recept på pannkakor
      > hur reparerar jag min cykel
      > när går tåget till Göteborg
      > vad ska jag ge min mamma i present
      > hur mycket är sju gånger åtta
      > skriv en dikt om våren
      > vad tycker du om kungen

      """),
    TemplateFile(
      "Knowledge/dialogue/unknown.topic",
      """
      # Answers what the knowledge does not cover. Its questions show what people ask that is yours to refuse.
      kind: dialogue
      role: unknown

      == sv
      title: Det vet jag inte
      < Det svarar jag inte på. Fråga i disken eller på {site}.

      == en
      title: I do not know
      < I have no answer to that. Ask at the desk or at {site}.

      """),
  ]
}
