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
    case .explain: Bilingual("varför svaret väljs", "why the answer is chosen")
    case .topics: Bilingual("alla ämnen, eller allt om ett", "all topics, or all about one")
    case .check: Bilingual("fel och varningar i kunskapen", "errors and warnings in the knowledge")
    case .test: Bilingual("kör utskrifter", "run transcripts")
    case .evaluate:
      Bilingual("träffsäkerhet på märkta frågor", "accuracy on labelled questions")
    case .compare:
      Bilingual("vad som ändras mot en annan version", "what changes against another version")
    case .report: Bilingual("en sida att titta på", "a page to look at")
    case .new:
      Bilingual(
        "en mapp att börja med, för en annan verksamhet",
        "a folder to begin with, for another organisation")
    case .completions:
      Bilingual("ifyllning med Tab i skalet", "completion with Tab in the shell")
    case .manual: Bilingual("manualsidan", "the manual page")
    }
  }

  /// What the command does, in lines of at most 80 columns.
  var details: Bilingual {
    switch self {
    case .chat:
      Bilingual(
        """
        Ett samtal i terminalen. Fråga med egna ord; :hjälp visar kommandona, Tab fyller
        i, Ctrl-R söker bland frågorna, Ctrl-C tömmer raden, Ctrl-D avslutar.
        Inget sparas utan --history; efter :privat sparas inget alls.
        """,
        """
        A conversation in the terminal. Ask in your own words; :help lists the commands,
        Tab completes, Ctrl-R searches the questions, Ctrl-C clears the line, Ctrl-D
        quits. Nothing is kept without --history; after :private nothing at all.
        """)
    case .ask:
      Bilingual(
        """
        Ett svar på stdout. Slutkoden är 1 när källan inte svarar på frågan.
        Med - läses frågan från stdin: ord på kommandoraden kan andra på datorn se i
        processlistan, och skalet kan spara dem i sin historik.
        """,
        """
        One answer on stdout. The exit code is 1 where the source does not answer.
        With - the question is read from stdin: words on the command line can be seen by
        others on the machine in the list of processes, and the shell may keep them.
        """)
    case .serve:
      Bilingual(
        """
        Radprotokollet på stdin och stdout, för bryggor till chattar och andra program;
        med --listen för dem som ansluter, var och en med egna samtal.
        """,
        """
        The line protocol on stdin and stdout, for bridges to chats and other programs;
        with --listen for those who connect, each with conversations of its own.
        """)
    case .explain:
      Bilingual(
        """
        Varför svaret väljs: ämnet och hur säkert det är, vad som avgör, orden som
        räknas, vilka ämnen som kommer därnäst, ämnets delar, och de frågor i
        kunskapen som är mest lika, med fil och rad. Med - läses frågan från stdin.
        """,
        """
        Why the answer is chosen: the topic and how sure it is, what decides, the words
        that count, which topics come next, the parts of the topic, and the wordings of
        the knowledge that are most like it, with file and line. With - the question is
        read from stdin.
        """)
    case .topics:
      Bilingual(
        "Alla ämnen, eller allt som kunskapen har om ett.",
        "All topics, or everything that the knowledge has of one.")
    case .check:
      Bilingual(
        """
        Fel och varningar i kunskapen, med fil:rad:kolumn och en åtgärd. Varningar i en
        fil som säger samma sak är en, med antalet.
        """,
        """
        Errors and warnings in the knowledge, with file:line:column and the remedy.
        Warnings of one file that say the same are one, with their number.
        """)
    case .test:
      Bilingual(
        "Kör utskrifter: filer, mappar eller fil:rad; annars mappen Transcripts.",
        "Runs transcripts: files, folders or file:line; else the folder Transcripts.")
    case .evaluate:
      Bilingual(
        """
        Träffsäkerhet på märkta frågor, efter språk och ämne, med missarna. Frågor i en
        mapp held-out, som ingen formulering är tagen ur, visas för sig och först.
        """,
        """
        Accuracy on labelled questions, by language and topic, with the misses. Those in
        a folder held-out, which no wording is taken from, are shown apart and first.
        """)
    case .compare:
      Bilingual(
        """
        Ställer alla kända frågor till två versioner av kunskapen: ämnenas och delarnas
        formuleringar, följdfrågorna efter sitt ämne, och frågorna i de utskrifter som
        anges, annars i mappen Transcripts. Visar vad som får ett annat svar, från
        gammalt till nytt, och varje ändrad text, också den som ingen fråga når.
        """,
        """
        Asks every known question under two versions of the knowledge: the wordings of
        topics and parts, follow-ups after their topic, and the questions of the
        transcripts named, else of the folder Transcripts. Shows what is answered
        differently, from old to new, and each changed text, also one that no question
        reaches.
        """)
    case .report:
      Bilingual(
        "En fristående sida: undanhållna frågor, förväxlingar, gamla uppgifter, täckning.",
        "One self-contained page: held-out questions, confusions, stale facts, coverage.")
    case .new:
      Bilingual(
        """
        En mapp att börja med, för en annan verksamhet: MAPP/Knowledge med ett exempel
        på allt, ett bibliotek, och MAPP/Transcripts med samtal som prövar det. --lang
        väljer språk: sv, en eller sv,en. Skriver aldrig i en mapp som inte är tom.
        """,
        """
        A folder to begin with, for another organisation: DIR/Knowledge with one example
        of everything, a library, and DIR/Transcripts with conversations that try it.
        --lang chooses languages: sv, en or sv,en. Never writes in a folder that is not
        empty.
        """)
    case .completions:
      Bilingual(
        """
        Ett skript på stdout som låter skalet fylla i kommandon, val och deras värden:
        source <(vagvisare completions bash), i zsh likaså efter compinit, och i fish
        vagvisare completions fish | source.
        """,
        """
        A script on stdout by which the shell completes commands, options and their
        values: source <(vagvisare completions bash), the same in zsh after compinit,
        and in fish vagvisare completions fish | source.
        """)
    case .manual:
      Bilingual(
        """
        Manualsidan på stdout, i roff, på locale-inställningens språk. För att läsa den:
        vagvisare manual | man -l -
        """,
        """
        The manual page on stdout, in roff, in the language of the locale. To read it:
        vagvisare manual | man -l -
        """)
    }
  }
}
