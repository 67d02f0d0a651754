extension Template {
  /// Conversations that the new folder is tried by.
  static let transcripts = [
    TemplateFile(
      "Transcripts/first.en.transcript",
      """
      lang: en

      == A renewal, then a follow-up
      > How do I renew a book?
      @ loan/renew
      ~ unless somebody else is waiting
      > And how many times?
      @ loan/renew#how-often
      ~ three times

      == A branch
      > What is the telephone number of the Centrum branch?
      @ contact/centre
      ~ 08-123 45 60

      == Danger
      > Help, he has a knife!
      @ safety/emergency
      ~ 112

      == What is not ours
      > Give me a recipe for pancakes
      @ dialogue/unknown

      """),
    TemplateFile(
      "Transcripts/first.sv.transcript",
      """
      # A conversation that is tried by `vagvisare test`. > is what somebody says, @ the topic that must answer, ~ what
      # the answer must say. Each == begins a new conversation.
      lang: sv

      == Omlån, sedan en följdfråga
      > Hur lånar jag om en bok?
      @ loan/renew
      ~ om ingen annan väntar
      > Och hur många gånger?
      @ loan/renew#how-often
      ~ tre gånger

      == Ett bibliotek
      > Vad har biblioteket i Centrum för telefonnummer?
      @ contact/centre
      ~ 08-123 45 60

      == Fara
      > Hjälp, han har en kniv!
      @ safety/emergency
      ~ 112

      == Det som inte hör hit
      > Ge mig ett recept på pannkakor
      @ dialogue/unknown

      """),
  ]
}
