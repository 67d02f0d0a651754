import Foundation
import TestSupport

/// `vagvisare chat` on a small knowledge in a terminal, with a folder for its files; both are gone
/// with this value.
final class ChatTerminal {
  let folder: URL
  let terminal: Terminal

  /// A file of the folder, which need not be there.
  static func file(_ name: String, in folder: URL) -> String {
    folder.appendingPathComponent(name).path
  }

  /// Starts the program; waits for the first prompt where `waits`.
  ///
  /// - Parameters:
  ///   - arguments: `FOLDER` in them stands for the folder.
  ///   - variables: Beside or instead of a usual terminal's in Swedish; empty ones are left out.
  ///   - stdout: The name of a file in the folder.
  ///   - prepare: Lays files into the folder, by its path; more variables.
  init(
    _ arguments: [String] = ["chat"], variables: [String: String] = [:], columns: Int = 80,
    program: String = BuiltCommand.path, stdin: String? = nil, stdout: String? = nil,
    prompt: String? = ">",
    prepare: (String) throws -> [String: String] = { _ in [:] }
  ) throws {
    // The knowledge has a folder of its own, in which every file is read.
    folder = try SmallKnowledge.write(
      Dictionary(uniqueKeysWithValues: Self.knowledge.map { ("K/" + $0, $1) }))
    let folder = folder
    let usual = ["LANG": "sv_SE.UTF-8", "TERM": "xterm", "HOME": folder.path]
    let prepared = try prepare(folder.path)
    let environment = BuiltCommand.environment(
      knowledge: folder.path + "/K", usual.merging(variables) { $1 }.merging(prepared) { $1 }
    ).filter { !$0.value.isEmpty }
    terminal = try Terminal(
      program, arguments.map { $0.replacingOccurrences(of: "FOLDER", with: folder.path) },
      environment: environment, columns: columns, stdin: stdin,
      stdout: stdout.map { Self.file($0, in: folder) })
    if let prompt { try terminal.waitForLine(prompt) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The small knowledge, with words for the first screen.
  private static var knowledge: [String: String] {
    var files = SmallKnowledge.files
    files["law/sale.topic"] = SmallKnowledge.datedLaw
    files["phrases.phrases"] = """
      == sv
      welcome: Vägvisare: svar om människohandel, ur nationella broschyren från {date}.
      welcome-urgent: Akut fara: 112. Råd: 020-39 00 00.
      dated-contact: Uppgifterna är från {date}.
      dated-law: Lagtexten är från {date}.
      source: Källa: {section} ({date}).
      telephone: Telefon: {telephones}
      mail: E-post: {mail}
      see-also: Se även: {titles}.

      == en
      welcome: Vägvisare: answers on human trafficking, from the national brochure of {date}.
      welcome-urgent: Acute danger: 112. Advice: 020-39 00 00.
      dated-contact: These details are from {date}.
      dated-law: The law is given as of {date}.
      source: Source: {section} ({date}).
      telephone: Telephone: {telephones}
      mail: Mail: {mail}
      see-also: See also: {titles}.
      """
    return files
  }

  /// The path of a file of the knowledge.
  func knowledge(_ name: String) -> String { path("K/" + name) }

  func path(_ name: String) -> String { Self.file(name, in: folder) }

  func text(of name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// The permissions of a file.
  func mode(of name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
    return attributes[.posixPermissions] as? Int ?? -1
  }
}
