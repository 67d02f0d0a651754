import LineProtocol
import Testing

@Suite struct LineSplitterTests {
  /// The frames of a whole stream that comes in pieces.
  private func frames(_ pieces: [[UInt8]]) -> [LineSplitter.Frame] {
    var splitter = LineSplitter()
    var frames: [LineSplitter.Frame] = []
    for piece in pieces { splitter.take(piece) { frames.append($0) } }
    if let rest = splitter.finish() { frames.append(rest) }
    return frames
  }

  private func frames(_ text: String) -> [LineSplitter.Frame] { frames([Array(text.utf8)]) }

  private func line(_ text: String) -> LineSplitter.Frame { .line(Array(text.utf8)) }

  @Test func cutsAtLineEndsAndDropsOneCarriageReturn() {
    #expect(frames("a\nb\r\n\nc\r\r\n") == [line("a"), line("b"), line(""), line("c\r")])
    #expect(frames("a\rb\n") == [line("a\rb")])
  }

  @Test func takesALineHoweverItIsCut() {
    let text = Array("1 ask få\r\n\n# c\n2 ping\n3".utf8)
    for first in 0...text.count {
      for second in first...text.count {
        let pieces = [text[..<first], text[first..<second], text[second...]].map(Array.init)
        #expect(
          frames(pieces) == [
            line("1 ask få"), line(""), line("# c"), line("2 ping"), .incomplete([0x33]),
          ])
      }
    }
  }

  @Test func allowsSoManyBytesAndNoMore() {
    let full = String(repeating: "x", count: LineSplitter.limit)
    #expect(frames(full + "\n") == [line(full)])
    #expect(frames(full.dropLast() + "\r\n") == [line(String(full.dropLast()))])
    // The carriage return counts.
    for tooLong in [full + "\r\n", full + "x\n", full + full + full + "\n"] {
      #expect(
        frames(tooLong + "y\n") == [
          .tooLong(beginning: Array(repeating: 0x78, count: 256)), line("y"),
        ])
    }
  }

  @Test func saysWhenTheStreamEndsInsideALine() {
    let tooLong = String(repeating: "x", count: LineSplitter.limit + 1)
    #expect(frames("") == [])
    #expect(frames("a\n") == [line("a")])
    #expect(frames("a\nb") == [line("a"), .incomplete([0x62])])
    #expect(frames(tooLong) == [.tooLong(beginning: Array(repeating: 0x78, count: 256))])
  }
}
