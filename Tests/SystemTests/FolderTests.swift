import Foundation
import Glibc
import System
import Testing

@Suite struct FolderTests {
  private let parent = FileManager.default.temporaryDirectory.path

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  @Test func makesFoldersForTheirOwnerAlone() {
    let top = parent + "/folder-tests-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: top) }
    Folder.make(top + "/a/b")
    #expect([top, top + "/a", top + "/a/b"].map(mode) == [0o700, 0o700, 0o700])
    // Once more it is there, and stays.
    chmod(top + "/a/b", 0o755)
    Folder.make(top + "/a/b")
    #expect(mode(top + "/a/b") == 0o755)
  }

  @Test func makesATemporaryFolderOfItsOwnEachTime() throws {
    let folders = try (0..<2).map { _ in
      try #require(Folder.makeTemporary(in: parent, name: "folder-tests"))
    }
    defer { for folder in folders { rmdir(folder) } }
    #expect(folders[0] != folders[1])
    for folder in folders {
      #expect(folder.hasPrefix(parent + "/folder-tests-"))
      #expect(mode(folder) == 0o700)
    }
  }

  @Test func makesNoTemporaryFolderWhereThereIsNone() {
    #expect(Folder.makeTemporary(in: parent + "/no-such-folder", name: "x") == nil)
  }
}
