import Knowledge

extension CommandName {
  /// The name and what may stand after it.
  func synopsis(_ language: InterfaceLanguage) -> String {
    let arguments = arguments.synopsis[language]
    return arguments.isEmpty ? rawValue : "\(rawValue) \(arguments)"
  }

  /// What the command does, in a few words.
  var summary: Bilingual {
    switch self {
    case .chat: Bilingual("ett samtal i terminalen", "a conversation in the terminal")
    case .ask: Bilingual("ett svar", "one answer")
    case .serve:
      Bilingual("protokollet på stdin och stdout", "the protocol on stdin and stdout")
    case .explain: Bilingual("varför ett svar valdes", "why an answer was chosen")
    case .topics: Bilingual("alla ämnen, eller allt om ett", "all topics, or all about one")
    case .check: Bilingual("fel och varningar i kunskapen", "errors and warnings in the knowledge")
    case .test: Bilingual("kör testsamtal", "run transcripts")
    case .evaluate:
      Bilingual(
        "hur ofta svaren är rätt, på frågor med facit",
        "how often answers are right, on questions with a known answer")
    case .compare:
      Bilingual("vad som skiljer sig från en annan version", "what differs from another version")
    case .report:
      Bilingual("en webbsida om hur det står till", "a web page that shows how things stand")
    case .new:
      Bilingual(
        "en mapp att utgå från, för en annan verksamhet",
        "a starter folder for another organisation")
    case .completions:
      Bilingual("tabbkomplettering för skalet", "Tab completion for the shell")
    case .manual: Bilingual("manualsidan", "the manual page")
    }
  }

  /// What the command does, in lines of at most 80 columns.
  var details: Bilingual {
    switch self {
    case .chat:
      Bilingual(
        """
        Ett samtal i terminalen. Fråga med egna ord; :hjälp visar kommandona, Tab
        kompletterar, Ctrl-R söker bland tidigare frågor, Ctrl-C tömmer raden, Ctrl-D
        avslutar. Inget sparas utan --history; efter :privat sparas inget alls.
        """,
        """
        A conversation in the terminal. Ask in your own words; :help lists the commands,
        Tab completes, Ctrl-R searches earlier questions, Ctrl-C clears the line, Ctrl-D
        quits. Nothing is saved without --history; after :private, nothing at all.
        """)
    case .ask:
      Bilingual(
        """
        Ett svar på stdout. Slutkoden är 1 när källan inte svarar på frågan.
        Med - läses frågan från stdin: ord på kommandoraden kan andra på datorn se i
        processlistan, och skalet kan spara dem i sin historik.
        """,
        """
        One answer on stdout. The exit code is 1 when the source has no answer.
        With -, the question is read from stdin: others on the machine can see words on
        the command line in the list of processes, and the shell may save them in its
        history.
        """)
    case .serve:
      Bilingual(
        """
        Radprotokollet på stdin och stdout, för bryggor till chattar och andra program;
        med --listen för klienter som ansluter, var och en med egna samtal.
        """,
        """
        The line protocol on stdin and stdout, for bridges to chats and other programs;
        with --listen, for clients that connect, each with conversations of its own.
        """)
    case .explain:
      Bilingual(
        """
        Varför ett svar valdes: ämnet och hur säkert det är, vad som avgjorde, vilka ord
        som räknades, vilka ämnen som kom därnäst, ämnets delar, och de frågor i
        kunskapen som är mest lika, med fil och rad. Med - läses frågan från stdin.
        """,
        """
        Why an answer was chosen: the topic and how certain it is, what decided, the
        words that counted, which topics came next, the parts of the topic, and the most
        similar wordings of the knowledge, with file and line. With -, the question is
        read from stdin.
        """)
    case .topics:
      Bilingual(
        "Alla ämnen, eller allt som kunskapen har om ett av dem.",
        "All topics, or everything the knowledge has about one of them.")
    case .check:
      Bilingual(
        """
        Fel och varningar i kunskapen, med fil:rad:kolumn och vad du kan göra åt dem.
        Likadana varningar i en fil visas som en, med antalet.
        """,
        """
        Errors and warnings in the knowledge, with file:line:column and what to do.
        Warnings in one file that say the same are shown as one, with their number.
        """)
    case .test:
      Bilingual(
        "Kör testsamtal: filer, mappar eller fil:rad; annars alla i mappen Transcripts.",
        "Runs transcripts: files, folders or file:line; otherwise those in Transcripts.")
    case .evaluate:
      Bilingual(
        """
        Hur ofta svaren är rätt på frågor med facit, efter språk och ämne, och vilka som
        blev fel. Frågor i en mapp som heter held-out, som inga formuleringar är hämtade
        ur, visas för sig och först.
        """,
        """
        How often answers are right on questions with a known answer, by language and
        topic, and which were wrong. Questions in a folder called held-out, from which
        no wording was taken, are shown separately and first.
        """)
    case .compare:
      Bilingual(
        """
        Ställer alla kända frågor till två versioner av kunskapen: ämnenas och delarnas
        formuleringar, följdfrågorna efter sitt ämne, och frågorna i de testsamtal som
        anges, annars i mappen Transcripts. Visar vad som får ett annat svar, gammalt
        och nytt, och varje text som har ändrats, även de som ingen fråga når.
        """,
        """
        Asks two versions of the knowledge every known question: the wordings of topics
        and parts, follow-ups after their topic, and the questions in the transcripts
        named, by default in the folder Transcripts. Shows what is answered differently,
        old and new, and every text that has changed, even if no question reaches it.
        """)
    case .report:
      Bilingual(
        """
        En fristående webbsida: undanhållna frågor, förväxlingar, gamla uppgifter,
        täckning.
        """,
        """
        One self-contained web page: held-out questions, confusions, outdated facts,
        coverage.
        """)
    case .new:
      Bilingual(
        """
        En mapp att utgå från, för en annan verksamhet: MAPP/Knowledge med ett exempel
        på allt, om ett bibliotek, och MAPP/Transcripts med samtal som prövar det.
        --lang väljer språk: sv, en eller sv,en. Skriver aldrig i en mapp som inte är
        tom.
        """,
        """
        A starter folder for another organisation: DIR/Knowledge with one example of
        everything, about a library, and DIR/Transcripts with conversations that test
        it. --lang chooses the languages: sv, en or sv,en. Never writes to a folder that
        is not empty.
        """)
    case .completions:
      Bilingual(
        """
        Ett skript på stdout som låter skalet komplettera kommandon, val och värden:
        source <(vagvisare completions bash), i zsh likadant efter compinit, och i fish
        vagvisare completions fish | source.
        """,
        """
        A script on stdout that lets the shell complete commands, options and values:
        source <(vagvisare completions bash), the same in zsh after compinit, and in
        fish vagvisare completions fish | source.
        """)
    case .manual:
      Bilingual(
        """
        Manualsidan på stdout, i roff, på det språk som locale anger. För att läsa den:
        vagvisare manual | man -l -
        """,
        """
        The manual page on stdout, in roff, in the language of the locale. To read it:
        vagvisare manual | man -l -
        """)
    }
  }
}
