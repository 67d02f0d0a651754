extension Template {
  /// What to do next.
  static let guides = [
    TemplateFile(
      "Knowledge/README.sv.md",
      """
      # Kunskapen

      Allt som assistenten svarar står i textfiler i den här mappen. Exemplet är ett bibliotek: byt ut det mot ditt eget, en fil i taget.

      1. Skriv om ett ämne: `loan/renew.topic` är svaret, `loan/renew.sv.questions` hur folk frågar. Ämnets namn är filens sökväg, `loan/renew`.
      2. `vagvisare check` säger om något är fel, på vilken rad och vad du kan göra.
      3. `vagvisare ask Hur lånar jag om?` visar svaret, `vagvisare explain` varför.
      4. `vagvisare test` prövar samtalen i `../Transcripts`. Skriv ett för varje ämne.
      5. Byt sedan kontakten i `contact/`, orten i `places/`, fakta i `facts/`, assistentens meningar i `phrases/` och det som står under `dialogue/` och `safety/`.
      6. Skriv i `dialogue/unknown.sv.questions` vad folk frågar som du inte ska svara på.

      | fil | innehåll |
      |---|---|
      | `….topic` | ett ämne: svaret, dess delar, och för en kontakt vem som nås |
      | `….sv.questions` | hur folk frågar efter ämnet på ett språk |
      | `….facts` | uppgifter som flera svar säger, skrivna en gång |
      | `….concepts` | ord som betyder detsamma |
      | `….frames` | sätt att fråga efter vad som helst vid namn |
      | `….phrases` | assistentens egna meningar |
      | `….places` | områden och orter |

      Håll varje ämne till en sak, skriv det viktigaste först, och minst fem frågor på varje språk, så som folk skriver dem.

      """),
    TemplateFile(
      "Knowledge/README.en.md",
      """
      # The knowledge

      Everything that the assistant answers is in text files in this folder. The example is a library: replace it with your own, one file at a time.

      1. Reword a topic: `loan/renew.topic` is the answer, `loan/renew.en.questions` how people ask. A topic's name is the path of its file, `loan/renew`.
      2. `vagvisare check` says whether anything is wrong, on which line and what you can do.
      3. `vagvisare ask How do I renew?` shows the answer, `vagvisare explain` why.
      4. `vagvisare test` tests the conversations in `../Transcripts`. Write one for each topic.
      5. Then change the contact in `contact/`, the place in `places/`, facts in `facts/`, the assistant's sentences in `phrases/`, and what is in `dialogue/` and `safety/`.
      6. Write what people ask that you are not there to answer in `dialogue/unknown.en.questions`.

      | file | content |
      |---|---|
      | `….topic` | a topic: the answer, its parts, and, for a contact, who can be reached |
      | `….en.questions` | how people ask for the topic in one language |
      | `….facts` | facts that several answers state, written once |
      | `….concepts` | words that mean the same |
      | `….frames` | ways to ask for anything by its name |
      | `….phrases` | the assistant's own sentences |
      | `….places` | areas and places |

      Keep each topic to one thing, write what matters most first, and add at least five questions in each language, as people write them.

      """),
  ]
}
