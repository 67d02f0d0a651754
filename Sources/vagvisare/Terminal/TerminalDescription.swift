import Glibc

/// The system's descriptions of terminals, terminfo(5): what has none may not take colour either.
enum TerminalDescription {
  /// Whether there is a description of a terminal.
  static func exists(_ name: String, _ variables: [String: String]) -> Bool {
    guard let first = name.utf8.first, !name.contains("/") else { return false }
    // Below the first letter of its name, or the letter's number where case does not count.
    let letters = [String(decoding: [first], as: UTF8.self), String(first, radix: 16)]
    return folders(variables).contains { folder in
      letters.contains { access("\(folder)/\($0)/\(name)", R_OK) == 0 }
    }
  }

  /// Where descriptions are looked for; an empty entry of `TERMINFO_DIRS` stands for the system's own.
  private static func folders(_ variables: [String: String]) -> [String] {
    let system = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]
    let named = (variables["TERMINFO_DIRS"] ?? "").split(separator: ":").map(String.init)
    return [variables["TERMINFO"], variables["HOME"].map { $0 + "/.terminfo" }].compactMap { $0 }
      + named + system
  }
}
