import Glibc
import Knowledge

/// What is said of files that the user names.
enum FileWording {
  static func saved(_ path: String) -> Bilingual {
    Bilingual("Sparat i \(path).", "Saved in \(path).")
  }

  /// `code` is an error number of the system.
  static func cannotWrite(_ path: String, _ code: Int32) -> Bilingual {
    if code == EEXIST {
      return Bilingual(
        "\(path) finns redan. Välj ett annat namn.", "\(path) already exists. Choose another name.")
    }
    let reason = reason(code)
    return Bilingual(
      "\(path) kan inte skrivas: \(reason.swedish).",
      "\(path) cannot be written: \(reason.english)."
    )
  }

  static func cannotOpen(_ path: String, _ code: Int32) -> Bilingual {
    let reason = reason(code)
    return Bilingual(
      "\(path) kan inte öppnas: \(reason.swedish)", "\(path) cannot be opened: \(reason.english)")
  }

  private static func reason(_ code: Int32) -> Bilingual {
    switch code {
    case ENOENT: Bilingual("mappen finns inte", "there is no such folder")
    case EACCES, EPERM, EROFS: Bilingual("du får inte skriva där", "you may not write there")
    case EISDIR: Bilingual("det är en mapp", "it is a folder")
    case ENOTDIR: Bilingual("sökvägen går genom en fil", "the path leads through a file")
    case ENOSPC, EDQUOT: Bilingual("disken är full", "the disk is full")
    default: Bilingual(systemText(code), systemText(code))
    }
  }

  private static func systemText(_ code: Int32) -> String { String(cString: strerror(code)) }
}
