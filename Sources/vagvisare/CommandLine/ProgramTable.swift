import Knowledge

/// What `--help` and the manual page say of the program as a whole; of each command and option its own
/// table says it.
enum ProgramTable {
  static let purpose = Bilingual(
    "Vägvisare svarar på frågor om människohandel i Sverige ur den nationella",
    "Vägvisare answers questions about human trafficking in Sweden from the national")
  static let danger = Bilingual(
    "broschyren från 2018. Akut fara: ring 112. Stödtelefonen: 020-39 00 00.",
    "brochure of 2018. Acute danger: call 112. The support line: 020-39 00 00.")

  static let withoutCommand = Bilingual(
    "Utan kommando: chat på en terminal, serve i ett rör.",
    "Without a command: chat on a terminal, serve on a pipe.")

  /// Every command, by what one is about to do.
  static let groups: [(title: Bilingual, commands: [CommandName])] = [
    (Bilingual("Fråga", "Asking"), [.chat, .ask, .explain, .topics, .serve]),
    (
      Bilingual("Arbeta med innehållet", "Working on the content"),
      [.check, .test, .compare, .evaluate, .report, .new]
    ),
    (Bilingual("Installera", "Installing"), [.completions, .manual]),
  ]

  static let variables: [(Bilingual, Bilingual)] = [
    (
      Bilingual("VAGVISARE_KNOWLEDGE", "VAGVISARE_KNOWLEDGE"),
      Bilingual("kunskapsmappen", "the knowledge folder")
    ),
    (
      Bilingual("NO_COLOR", "NO_COLOR"),
      Bilingual("inga färger, om den är satt och inte tom", "no colour, if set and not empty")
    ),
    (
      Bilingual("LC_ALL, LC_MESSAGES, LANG", "LC_ALL, LC_MESSAGES, LANG"),
      Bilingual(
        "programmets eget språk: svenska om den första som är satt börjar med sv",
        "the program's own language: Swedish if the first one set begins with sv")
    ),
  ]

  static let exitCodes: [(Bilingual, Bilingual)] = [
    (Bilingual("0", "0"), Bilingual("allt gick bra", "success")),
    (
      Bilingual("1", "1"),
      Bilingual(
        "ask hade inget svar; check, test eller compare hittade något",
        "ask had no answer; check, test or compare found something")
    ),
    (
      Bilingual("2", "2"),
      Bilingual(
        "kunskapen, ett testsamtal eller en annan fil kan inte läsas eller skrivas",
        "the knowledge, a transcript or another file cannot be read or written")
    ),
    (Bilingual("64", "64"), Bilingual("fel på kommandoraden", "usage error")),
  ]

  static let examples: [(Bilingual, Bilingual)] = [
    (
      Bilingual("vagvisare ask Vem betalar boendet?", "vagvisare ask Who pays for the housing?"),
      Bilingual("ett svar", "one answer")
    ),
    (
      Bilingual("vagvisare ask --json - < FIL", "vagvisare ask --json - < FILE"),
      Bilingual(
        "frågan ur en fil, svaret som ett JSON-objekt",
        "the question from a file, the answer as one JSON object")
    ),
    (
      Bilingual("printf '1 ask hej\\n' | vagvisare", "printf '1 ask hello\\n' | vagvisare"),
      Bilingual("en fråga i protokollet", "a question in the protocol")
    ),
    (
      Bilingual(
        "vagvisare check --strict && vagvisare test", "vagvisare check --strict && vagvisare test"),
      Bilingual("pröva en ändring av kunskapen", "try a change of the knowledge")
    ),
  ]
}
