import Glibc
import System
import Testing

@Suite struct DescriptorTests {
  /// A pipe that holds bytes and has come to its end.
  private func pipe(holding bytes: [UInt8]) throws -> Int32 {
    let pipe = try #require(Descriptor.pipe())
    try Descriptor.write(bytes, to: pipe.writing)
    close(pipe.writing)
    return pipe.reading
  }

  @Test(arguments: [0, 1, 2, 999, 1000, 1001, 30_000])
  func readsEverythingWhateverSizeIsExpected(_ size: Int) throws {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
    let descriptor = try pipe(holding: bytes)
    defer { close(descriptor) }
    #expect(try Descriptor.content(of: descriptor, size: size) == bytes)
  }

  @Test(arguments: [(1000, true), (999, false), (0, false)])
  func readsNoMoreThanTheLimit(_ limit: Int, _ fits: Bool) throws {
    let descriptor = try pipe(holding: [UInt8](repeating: 7, count: 1000))
    defer { close(descriptor) }
    #expect((try Descriptor.content(of: descriptor, limit: limit) != nil) == fits)
  }

  @Test func fillsFromAPlaceInAFile() throws {
    let descriptor = try #require(fileno(tmpfile()) as Int32?)
    try Descriptor.write([1, 2, 3, 4, 5], to: descriptor)
    var bytes = [UInt8](repeating: 0, count: 4)
    let count = try bytes.withUnsafeMutableBytes {
      try Descriptor.fill($0, from: descriptor, at: 2)
    }
    #expect(count == 3)
    #expect(bytes == [3, 4, 5, 0])
  }

  @Test func saysWhatTheSystemRefused() {
    #expect(throws: SystemError(code: EBADF)) { try Descriptor.write([1], to: -1) }
    #expect(throws: SystemError(code: EBADF)) { try Descriptor.content(of: -1) }
    #expect(throws: SystemError(code: EBADF)) { try Descriptor.available(of: -1, most: 1) }
  }

  @Test func anEmptyPipeThatDoesNotWaitIsOnlyPassing() throws {
    let pipe = try #require(Descriptor.pipe(waits: false))
    defer { for end in [pipe.reading, pipe.writing] { close(end) } }
    do {
      _ = try Descriptor.available(of: pipe.reading, most: 10)
      Issue.record("something was read")
    } catch {
      #expect(error.isPassing)
    }
    try Descriptor.write([1, 2, 3], to: pipe.writing)
    #expect(try Descriptor.available(of: pipe.reading, most: 2) == [1, 2])
  }
}
