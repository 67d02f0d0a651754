import Foundation
import Knowledge
import TestSupport
import Testing
import Transcripts

@Suite struct TranscriptFilesTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = try SmallKnowledge.write([
      "b.transcript": "== A\n> hello\n@ dialogue/hello\n\n== B\n> betänketid\n@ law/sale\n",
      "a/c.transcript": "> god dag\n@ dialogue/hello\n", "a/.c.transcript": "?", "a/notes.txt": "?",
      "x:7": "> hello\n@ dialogue/hello\n", "empty/none.txt": "",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test func findsFilesFoldersAndLines() throws {
    try withFolder { folder in
      let found = TranscriptFiles.find([
        folder, "\(folder)/a", "\(folder)/b.transcript:2", "\(folder)/x:7", "\(folder)/x:7:3:1",
      ])
      // Each file once; the whole of it where it is named whole anywhere.
      #expect(
        found.files == [
          TranscriptFile(path: "\(folder)/a/c.transcript"),
          TranscriptFile(path: "\(folder)/b.transcript"), TranscriptFile(path: "\(folder)/x:7"),
        ])
      #expect(found.problems.isEmpty)
      let lines = TranscriptFiles.find(["\(folder)/b.transcript:2", "\(folder)/b.transcript:6:3"])
      #expect(lines.files == [TranscriptFile(path: "\(folder)/b.transcript", lines: [2, 6])])
    }
  }

  @Test func saysWhatLeadsNowhere() throws {
    try withFolder { folder in
      let found = TranscriptFiles.find(["\(folder)/no", "\(folder)/empty", "\(folder)/no:3"])
      #expect(
        found.problems.map { $0.description(in: .english) } == [
          "\(folder)/no: error: the file cannot be read\n  Check the path and the permissions of the file.",
          "\(folder)/empty: error: there are no transcripts here\n  Give files that end in .transcript, or a folder of them.",
          "\(folder)/no:3: error: the file cannot be read\n  Check the path and the permissions of the file.",
        ])
      #expect(
        found.problems[1].description(in: .swedish)
          == "\(folder)/empty: error: här finns inga samtal\n  Ange filer som slutar på .transcript, eller en mapp med dem."
      )
    }
  }

  @Test func runsTheConversationAroundALine() throws {
    try withFolder { folder in
      let responder = try small.get()
      let file = "\(folder)/b.transcript"
      for (line, titles) in [(1, ["A"]), (3, ["A"]), (5, ["B"]), (7, ["B"])] {
        let run = TranscriptRun(paths: ["\(file):\(line)"], responder: responder)
        #expect(run.conversations.map(\.conversation.title) == titles)
      }
      let run = TranscriptRun(paths: ["\(file):4"], responder: responder)
      #expect(run.conversations.isEmpty)
      #expect(
        run.problems.map { $0.description(in: .swedish) } == [
          "\(file):4:1: error: inget samtal står på rad 4\n  Ange en rad från samtalets rubrik (==) till dess sista rad."
        ])
    }
  }

  @Test func nothingOfABrokenFileIsRun() throws {
    let folder = try SmallKnowledge.write([
      "a.transcript": "> hello\n@ dialogue/hello\n?\n",
      "b.transcript": "> hello\n@ dialogue/hello\n",
    ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = TranscriptRun(paths: [folder.path], responder: try small.get())
    #expect(run.files.map(\.conversations.count) == [0, 1])
    #expect(run.problems.map(\.position.line) == [3])
  }
}
