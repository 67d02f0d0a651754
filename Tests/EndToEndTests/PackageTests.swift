import Foundation
import TestSupport
import Testing

/// The Debian package, built from the program that is built, looked through, installed and asked.
@Suite(.needs("dpkg-deb", "dpkg-shlibdeps", "strip")) final class PackageTests {
  private let bench: EditorBench
  private let package: String

  init() throws {
    bench = try EditorBench(["here": ""], knowledge: [:])
    let outcome = try bench.run(
      [
        EditorBench.package.appendingPathComponent("Sources/Packaging/build-deb").path,
        EditorBench.program, bench.folder.path,
      ], environment: ["DEBFULLNAME": "Eva Ek", "DEBEMAIL": "eva@ort.se"])
    guard outcome.status == 0 else { throw Trouble(text: outcome.err) }
    package = outcome.out.trimmingCharacters(in: .newlines)
  }

  private struct Trouble: Error { let text: String }

  private func field(_ name: String) throws -> String {
    try bench.run(["dpkg-deb", "-f", package, name]).out.trimmingCharacters(in: .newlines)
  }

  /// Unpacks the package in the folder `root`.
  private func unpack() throws {
    let outcome = try bench.run(["dpkg-deb", "-x", package, bench.path("root")])
    guard outcome.status == 0 else { throw Trouble(text: outcome.err) }
  }

  private func answer(_ program: String, _ variables: [String: String] = [:]) throws -> String {
    try bench.run(
      [program, "ask", "Vem betalar boendet?"],
      environment: ["VAGVISARE_CACHE": bench.path("cache")].merging(variables) { $1 }
    ).out
  }

  // MARK: What it is

  @Test func isOfTheVersionThatTheProgramTells() throws {
    let version = try bench.run("--version").out.trimmingCharacters(in: .newlines)
    #expect("vagvisare \(try field("Version"))" == version)
    #expect(
      package.hasSuffix("/vagvisare_\(try field("Version"))_\(try field("Architecture")).deb"))
    #expect(try field("Maintainer") == "Eva Ek <eva@ort.se>")
    #expect(try field("Depends").contains("libreadline8"))
  }

  @Test func holdsWhatTheRepositoryAndTheProgramHave() throws {
    try unpack()
    let own = try FileManager.default.subpathsOfDirectory(
      atPath: EditorBench.package.appendingPathComponent("Knowledge").path)
    let packed = try FileManager.default.subpathsOfDirectory(
      atPath: bench.path("root/usr/share/vagvisare/Knowledge"))
    #expect(packed.count > 100)
    #expect(Set(packed).isSubset(of: own))
    #expect(Set(own).subtracting(packed).allSatisfy { $0.hasSuffix(".new") || $0.hasSuffix("~") })
    for (shell, file) in [
      ("bash", "bash-completion/completions/vagvisare"),
      ("zsh", "zsh/vendor-completions/_vagvisare"),
      ("fish", "fish/vendor_completions.d/vagvisare.fish"),
    ] {
      #expect(try bench.read("root/usr/share/\(file)") == bench.run("completions", shell).out)
    }
    for (locale, file) in [("C", "man1"), ("sv_SE.UTF-8", "sv/man1")] {
      let page = try bench.run(["gzip", "-cd", "root/usr/share/man/\(file)/vagvisare.1.gz"])
      #expect(try page.out == bench.run("manual", environment: ["LC_ALL": locale]).out)
    }
  }

  @Test func theUnitsNameOnlyWhatIsInThePackage() throws {
    try unpack()
    let service = try bench.read("root/lib/systemd/system/vagvisare.service")
    #expect(!service.contains("/usr/local"))
    let paths = service.matches(of: #/(?m)=(?:[A-Z_]+=)?(/usr/[^ \n]+)/#).map { $0.output.1 }
    #expect(paths.count == 2)
    for path in paths { #expect(FileManager.default.fileExists(atPath: bench.path("root\(path)"))) }
    #expect(
      FileManager.default.fileExists(
        atPath: bench.path("root/lib/systemd/system/vagvisare.socket")))
  }

  @Test(.needs("lintian")) func lintianHasNothingToSay() throws {
    // Only a program that is built for the package has its libraries within it.
    let outcome = try bench.run([
      "lintian", "--fail-on", "error,warning", "--suppress-tags", "custom-library-search-path",
      package,
    ])
    #expect(outcome.status == 0, "\(outcome.out)\(outcome.err)")
  }

  @Test func theSameProgramGivesTheSamePackage() throws {
    let first = try Data(contentsOf: URL(fileURLWithPath: package))
    let again = try PackageTests()
    #expect(try Data(contentsOf: URL(fileURLWithPath: again.package)) == first)
  }

  // MARK: What it does

  @Test func answersFromWhereItIsUnpacked() throws {
    try unpack()
    let expected = try answer(
      EditorBench.program,
      ["VAGVISARE_KNOWLEDGE": EditorBench.package.appendingPathComponent("Knowledge").path])
    #expect(expected.contains("020-39 00 00"))
    #expect(try answer(bench.path("root/usr/bin/vagvisare")) == expected)
    // What was learnt is kept in the user's folder alone.
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.path("cache")).isEmpty == false)
  }

  @Test(.enabled(if: geteuid() == 0, "only root installs"))
  func isInstalledAndRemoved() throws {
    for name in ["updates", "info"] {
      try FileManager.default.createDirectory(
        atPath: bench.path("system/var/lib/dpkg/\(name)"), withIntermediateDirectories: true)
    }
    try bench.write("", to: "system/var/lib/dpkg/status")
    let dpkg = [
      "dpkg", "--root=\(bench.path("system"))", "--log=/dev/null", "--force-depends",
      "--force-script-chrootless",
    ]
    let installed = try bench.run(dpkg + ["-i", package])
    #expect(installed.status == 0, "\(installed.err)")
    #expect(try bench.run(dpkg + ["--verify", "vagvisare"]).out == "")
    #expect(try answer(bench.path("system/usr/bin/vagvisare")).contains("020-39 00 00"))
    let removed = try bench.run(dpkg + ["--purge", "vagvisare"])
    #expect(removed.status == 0, "\(removed.err)")
    #expect(!FileManager.default.fileExists(atPath: bench.path("system/usr")))
  }
}
