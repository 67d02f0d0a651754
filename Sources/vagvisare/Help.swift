import Knowledge

/// The help texts of the program and its commands.
enum Help {
  static func text(for command: CommandName?, in language: InterfaceLanguage) -> String {
    guard let command else { return language == .swedish ? overview.swedish : overview.english }
    let text = self.text(of: command)
    let common = language == .swedish ? self.common.swedish : self.common.english
    return (language == .swedish ? text.swedish : text.english) + "\n\n" + common
  }

  private typealias Text = (swedish: String, english: String)

  private static let overview: Text = (
    """
    Vägvisare svarar på frågor om människohandel i Sverige ur den nationella broschyren från 2018.
    Akut fara: ring 112. Stödtelefonen: 020-39 00 00.

    Användning: vagvisare [KOMMANDO] [VAL]

      chat               samtal i terminalen (utan kommando, på en terminal)
      ask FRÅGA…         ett svar; --json
      serve              protokollet på stdin och stdout (utan kommando, i ett rör); --jsonl
      explain FRÅGA…     varför svaret valdes
      topics [ID]        ämnena, eller allt om ett ämne
      check              fel och varningar i kunskapsbasen; --strict, --json, --fix
      test [SÖKVÄG…]     kör utskrifter; --accept, --watch, --junit FIL, --tap, --coverage
      evaluate FIL.jsonl träffsäkerhet på märkta frågor; --json
      compare            vad som ändras mot en annan version; --against MAPP-eller-REVISION
      report             en sida att titta på; --html FIL

    \(common.swedish)
    Slutkoder: 0 bra; 1 något hittades, eller ask hade inget svar; 2 oläsligt; 64 fel användning.
    """,
    """
    Vägvisare answers questions about human trafficking in Sweden from the national brochure of 2018.
    Acute danger: call 112. The support line: 020-39 00 00.

    Usage: vagvisare [COMMAND] [OPTIONS]

      chat               a conversation in the terminal (without a command, on a terminal)
      ask QUESTION…      one answer; --json
      serve              the protocol on stdin and stdout (without a command, on a pipe); --jsonl
      explain QUESTION…  why the answer was chosen
      topics [ID]        the topics, or everything about one
      check              errors and warnings in the knowledge base; --strict, --json, --fix
      test [PATH…]       run transcripts; --accept, --watch, --junit FILE, --tap, --coverage
      evaluate FILE.jsonl  accuracy on labelled questions; --json
      compare            what changes against another version; --against DIR-or-REVISION
      report             a page to look at; --html FILE

    \(common.english)
    Exit codes: 0 good; 1 something was found, or ask had no answer; 2 unreadable; 64 wrong usage.
    """
  )

  private static let common: Text = (
    """
      --knowledge MAPP   kunskapsmappen (annars $VAGVISARE_KNOWLEDGE, annars närmaste Knowledge)
      --lang sv|en|auto  svarets språk (annars frågans)
      --help, --version
    """,
    """
      --knowledge DIR    the knowledge folder (else $VAGVISARE_KNOWLEDGE, else the nearest Knowledge)
      --lang sv|en|auto  the language of the answer (else the question's)
      --help, --version
    """
  )

  private static func text(of command: CommandName) -> Text {
    switch command {
    case .chat:
      (
        "vagvisare chat [--history FIL]\nSamtal i terminalen. Inget sparas utan --history.",
        "vagvisare chat [--history FILE]\nA conversation in the terminal. Nothing is kept without --history."
      )
    case .ask:
      (
        "vagvisare ask [--json] FRÅGA…\nEtt svar. Slutkod 1 om källan inte svarar på frågan.",
        "vagvisare ask [--json] QUESTION…\nOne answer. Exit code 1 where the source does not answer."
      )
    case .serve:
      (
        "vagvisare serve [--jsonl]\nRadprotokollet på stdin och stdout, för bryggor till andra program.",
        "vagvisare serve [--jsonl]\nThe line protocol on stdin and stdout, for bridges to other programs."
      )
    case .explain:
      (
        "vagvisare explain FRÅGA…\nOrden som räknades, ämnena därefter, och vad som avgjorde.",
        "vagvisare explain QUESTION…\nThe words that counted, the runners-up, and what decided."
      )
    case .topics:
      (
        "vagvisare topics [ID]\nAlla ämnen, eller allt som kunskapsbasen vet om ett.",
        "vagvisare topics [ID]\nAll topics, or everything that the knowledge holds of one."
      )
    case .check:
      (
        "vagvisare check [--strict] [--json] [--fix]\nFel och varningar i kunskapsbasen. Med --strict är varningar fel; --fix ordnar filerna.",
        "vagvisare check [--strict] [--json] [--fix]\nErrors and warnings in the knowledge base. With --strict warnings are errors; --fix tidies files."
      )
    case .test:
      (
        "vagvisare test [SÖKVÄG…] [--accept] [--watch] [--junit FIL] [--tap] [--coverage]\nKör utskrifter: filer, mappar eller fil:rad; annars mappen Transcripts.",
        "vagvisare test [PATH…] [--accept] [--watch] [--junit FILE] [--tap] [--coverage]\nRuns transcripts: files, folders or file:line; else the folder Transcripts."
      )
    case .evaluate:
      (
        "vagvisare evaluate FIL.jsonl [--json]\nTräffsäkerhet på märkta frågor, efter språk och ämne, med missarna.",
        "vagvisare evaluate FILE.jsonl [--json]\nAccuracy on labelled questions, by language and topic, with the misses."
      )
    case .compare:
      (
        "vagvisare compare --against MAPP-eller-REVISION\nFrågar allt känt under två versioner av kunskapen och visar vad som ändras.",
        "vagvisare compare --against DIR-or-REVISION\nAsks everything known under two versions of the knowledge and shows what changes."
      )
    case .report:
      (
        "vagvisare report --html FIL\nEn fristående sida: täckning, förväxlingar, gamla uppgifter.",
        "vagvisare report --html FILE\nOne self-contained page: coverage, confusions, stale facts."
      )
    }
  }
}
