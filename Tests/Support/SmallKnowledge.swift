import Foundation
import Knowledge

/// A knowledge of a few topics, for tests that need one and care little which.
package enum SmallKnowledge {
  package static let files: [String: String] = [
    "permit/time.topic": """
    kind: permit
    section: Lag / Tid
    as-of: 2018
    related: law/sale

    == sv
    title: Betänketid
    < Betänketiden är 30 dagar.
    ~ 30 dagar
    > får hon tid att tänka efter?
    > hur lång betänketid får man?
    > betänketid

    -- Vem
    > vem ansöker?
    < Förundersökningsledaren ansöker.

    == en
    title: Time to think
    < The time to think is 30 days.
    ~ 30 days
    > does she get time to think it over?
    > how long is the time to think?
    > time to think

    -- Who
    > who applies?
    < The leader of the preliminary investigation applies.
    """,
    "law/sale.topic": """
    kind: law
    section: Lag / Köp
    as-of: 2018
    related: permit/time

    == sv
    title: Köp
    < Att köpa sex är ett brott.
    > är det olagligt att köpa sex?
    > får man köpa sex

    == en
    title: Buying sex
    < Buying sex is a crime.
    > is it illegal to buy sex?
    > may one buy sex
    """,
    "contact/syd.topic": """
    kind: contact
    section: Kontakt / Region Syd
    as-of: 2018
    covers: Skåne

    -- Lisa Green
    telephone: 040-34 93 54
    mail: lisa.green@malmö.se

    == sv
    title: Region Syd
    < Region Syd (Skåne):
    > vem är koordinator i Skåne?
    > koordinator i Malmö

    == en
    title: Region South
    < Region Syd (Skåne):
    > who is the coordinator in Scania?
    > coordinator in Malmö
    """,
    "contact/which.topic": """
    kind: contact
    role: ask-place

    == sv
    title: Vilken koordinator
    < Vilket län gäller det?
    > vem är vår koordinator?

    == en
    title: Which coordinator
    < Which county is it?
    > who is our coordinator?
    """,
    "safety/danger.topic": """
    kind: safety

    == sv
    title: Fara
    < Ring 112 nu.
    ~ 112
    > hjälp han har kniv
    > hon är inlåst och skriker
    > han slår henne nu

    == en
    title: Danger
    < Call 112 now.
    ~ 112
    > help he has a knife
    > she is locked in and screaming
    > he is beating her now
    """,
    "dialogue/unknown.topic": """
    kind: dialogue
    role: unknown

    == sv
    title: Okänt
    < Det vet jag inte. Ring 020-39 00 00.
    > hur blir vädret?
    > recept på pannkakor

    == en
    title: Unknown
    < I do not know. Call 020-39 00 00.
    > what is the weather?
    > a recipe for pancakes
    """,
    "dialogue/hello.topic": """
    kind: dialogue
    role: greeting

    == sv
    title: Hej
    < Hej!
    > hej
    > god dag

    == en
    title: Hello
    < Hello!
    > hello
    > good day
    """,
    "places/all.places": """
    == Skåne
    covers: Skåne
    > Malmö
    > Scania

    == Norrbotten
    covers: Norrbotten
    > Kiruna
    """,
    "phrases.phrases": """
    == sv
    bridge-error: Något gick fel. Akut fara: ring 112. Råd: ring 020-39 00 00.

    == en
    bridge-error: Something went wrong. Acute danger: call 112. Advice: call 020-39 00 00.
    """,
  ]

  /// The topic of a law with the paragraph that it states, so that its answer names the law's date.
  package static let datedLaw = (files["law/sale.topic"] ?? "")
    .replacingAll("related:", with: "statute: brottsbalken 6 kap. 11 §\nrelated:")

  /// The knowledge, loaded.
  package static func base() throws -> KnowledgeBase {
    try load(files)
  }

  /// Loads files given by path and text.
  package static func load(_ files: [String: String]) throws -> KnowledgeBase {
    let loaded = KnowledgeLoader.load(
      files: files.sorted { $0.key < $1.key }.map {
        KnowledgeFile(path: $0.key, bytes: Array($0.value.utf8))
      }, folder: "K")
    guard let base = loaded.base else {
      throw LoadFailure(
        description: loaded.problems.map { $0.description(in: .english) }.joined(separator: "\n"))
    }
    return base
  }

  public struct LoadFailure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Writes the files into a new folder; the caller removes it.
  package static func write(_ files: [String: String] = files) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("vagvisare-\(UUID().uuidString)")
    for (path, text) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return folder
  }
}
