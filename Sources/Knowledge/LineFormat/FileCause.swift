/// Why a file is not read at all.
package enum FileCause: Error, ProblemCause, Equatable {
  case unreadable
  /// A link to nothing, or one that leads back to itself.
  case brokenLink
  /// A link to a folder might lead back to one above it, so none is followed.
  case folderLink
  /// A name that is no UTF-8, or has control characters in it.
  case badName
  case tooLarge
  /// So much is wrong that the rest was not looked at.
  case tooManyErrors

  package func wording(in language: InterfaceLanguage) -> Wording {
    language == .swedish ? swedish : english
  }

  private var swedish: Wording {
    switch self {
    case .unreadable: Wording("filen kan inte läsas", "Kontrollera filens rättigheter.")
    case .brokenLink:
      Wording("länken leder ingenstans", "Låt den leda till en fil, eller ta bort den.")
    case .folderLink:
      Wording("länken leder till en mapp", "Lägg mappen själv här; länkar till mappar följs inte.")
    case .badName:
      Wording(
        "namnet är inte UTF-8 eller har styrtecken",
        "Byt namn på filen; tecken som inte kan visas är ersatta här.")
    case .tooLarge:
      Wording(
        "filen är större än \(FileBytes.limitText)", "Dela den, eller flytta den härifrån.")
    case .tooManyErrors:
      Wording(
        "\(Problem.limit) fel; resten är inte läst", "Rätta dem som visas, och försök igen.")
    }
  }

  private var english: Wording {
    switch self {
    case .unreadable: Wording("the file cannot be read", "Check the permissions of the file.")
    case .brokenLink:
      Wording("the link leads nowhere", "Point it to a file, or remove it.")
    case .folderLink:
      Wording(
        "the link leads to a folder",
        "Put the folder itself here; links to folders are not followed.")
    case .badName:
      Wording(
        "the name is not UTF-8, or has control characters",
        "Rename the file; characters that cannot be shown are replaced here.")
    case .tooLarge:
      Wording("the file is larger than \(FileBytes.limitText)", "Split it, or move it elsewhere.")
    case .tooManyErrors:
      Wording(
        "\(Problem.limit) errors; the rest is not read", "Correct those shown, and try again.")
    }
  }
}

extension [Problem] {
  /// The first errors up to the limit and no warnings between them, where there are more.
  package var limited: [Problem] {
    let errors = filter { $0.severity == .error }
    guard errors.count >= Problem.limit else { return self }
    let shown = errors.prefix(Problem.limit)
    let last = shown[shown.endIndex - 1].position
    return shown + [Problem(.error, FileCause.tooManyErrors, at: last)]
  }
}
