import Glibc
import Knowledge
import System

/// By what a compiled file is known to be the right one.
package struct CompiledIdentity: Equatable, Sendable {
  /// The build of the program that wrote it: a file is of use to no other.
  package var program: UInt64
  /// The digest of every byte of the knowledge.
  package var content: UInt64
  /// The digest of the paths, sizes and times of the knowledge's files; 0 where they were changed too
  /// short a time before.
  package var stamp: UInt64

  package init(program: UInt64, content: UInt64, stamp: UInt64) {
    self.program = program
    self.content = content
    self.stamp = stamp
  }
}

/// A file that holds knowledge and everything that was learnt from it, to be mapped into memory.
///
/// The header has the lengths and a checksum of every byte after it, and one of itself: a file that
/// was cut, damaged or written by another build is as good as none. The tables stand first and are
/// mapped; the knowledge behind them is read once and need not stay in memory.
enum CompiledFile {
  private static let mark: UInt64 = 0x7661_6776_6973_6172
  private static let version: UInt64 = 1
  static let headerSize = 80
  /// The knowledge begins at a multiple of this number of bytes, to be mapped by itself: of the greatest page
  /// that Linux has.
  private static let pageSize = 1 << 16

  private struct Header: BitwiseCopyable, Equatable {
    var mark: UInt64
    var version: UInt64
    var program: UInt64
    var content: UInt64
    var stamp: UInt64
    /// How many bytes the header and the tables take; the knowledge takes the rest.
    var tablesLength: UInt64
    var length: UInt64
    var tablesChecksum: UInt64 = 0
    var knowledgeChecksum: UInt64 = 0
    var headerChecksum: UInt64 = 0

    /// The checksum of the other fields.
    var ownChecksum: UInt64 {
      var fields = self
      fields.headerChecksum = 0
      return withUnsafeBytes(of: fields) { Checksum.of($0[...]) }
    }
  }

  // MARK: Writing

  /// The whole file.
  static func bytes(
    of interpreter: Interpreter, folder: String, _ identity: CompiledIdentity
  ) -> [UInt8] {
    var knowledge = ByteWriter(folder: folder)
    interpreter.knowledge.write(to: &knowledge)
    var writer = TableWriter(headerSize: headerSize)
    interpreter.write(to: &writer)
    writer.align(to: pageSize)
    var bytes = writer.bytes
    var header = Header(
      mark: mark, version: version, program: identity.program, content: identity.content,
      stamp: identity.stamp, tablesLength: UInt64(bytes.count),
      length: UInt64(bytes.count + knowledge.bytes.count))
    bytes += knowledge.bytes
    let split = writer.bytes.count
    bytes.withUnsafeBytes { bytes in
      header.tablesChecksum = Checksum.of(bytes[headerSize..<split])
      header.knowledgeChecksum = Checksum.of(bytes[split...])
    }
    write(header, into: &bytes)
    return bytes
  }

  private static func write(_ header: Header, into bytes: inout [UInt8]) {
    var header = header
    header.headerChecksum = header.ownChecksum
    withUnsafeBytes(of: header) { header in
      for (place, byte) in header.enumerated() { bytes[place] = byte }
    }
  }

  // MARK: Reading

  /// An open file whose header is sound.
  struct Opened: ~Copyable {
    private let descriptor: Int32
    private let header: Header

    /// Nil where there is no such file, or its header or length is not sound.
    init?(path: String) {
      // A pipe that somebody has put there is not waited for.
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard descriptor >= 0 else { return nil }
      guard let header = Self.header(of: descriptor) else {
        close(descriptor)
        return nil
      }
      (self.descriptor, self.header) = (descriptor, header)
    }

    deinit { close(descriptor) }

    private static func header(of descriptor: Int32) -> Header? {
      var status = stat()
      guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        status.st_uid == geteuid(), status.st_mode & 0o022 == 0
      else { return nil }
      // Aligned as the header is: numbers of this machine, read as they lie.
      return withUnsafeTemporaryAllocation(byteCount: headerSize, alignment: 8) { buffer in
        guard (try? Descriptor.fill(buffer, from: descriptor, at: 0)) == headerSize else {
          return nil
        }
        let header = buffer.load(as: Header.self)
        let isSound =
          header.mark == mark && header.version == version && header.length == status.st_size
          && (UInt64(headerSize)...header.length).contains(header.tablesLength)
          && header.headerChecksum == header.ownChecksum
        return isSound ? header : nil
      }
    }

    var identity: CompiledIdentity {
      CompiledIdentity(program: header.program, content: header.content, stamp: header.stamp)
    }

    /// What the file holds, with positions in a folder of the given name; nil where it is damaged.
    borrowing func interpreter(folder: String, _ scope: ByteReader.Scope) -> Interpreter? {
      let tablesLength = Int(header.tablesLength)
      guard let knowledge = knowledge(folder: folder, scope),
        let memory = memory(from: 0, count: tablesLength, scope),
        Checksum.of(memory.bytes[headerSize..<tablesLength]) == header.tablesChecksum
      else { return nil }
      var tables = TableReader(memory, headerSize: headerSize)
      return try? Interpreter(from: &tables, knowledge: knowledge)
    }

    private borrowing func knowledge(
      folder: String, _ scope: ByteReader.Scope
    ) -> KnowledgeBase? {
      let start = Int(header.tablesLength)
      guard
        let memory = memory(from: start, count: Int(header.length) - start, scope),
        Checksum.of(memory.bytes[...]) == header.knowledgeChecksum
      else { return nil }
      var reader = ByteReader(memory.bytes, folder: folder, scope: scope)
      return withExtendedLifetime(memory) { try? KnowledgeBase(from: &reader) }
    }

    /// Mapped for one answer, which starts the faster by it; what serves for long has its own copy.
    private borrowing func memory(
      from place: Int, count: Int, _ scope: ByteReader.Scope
    ) -> Memory? {
      scope == .oneAnswer
        ? Memory(mapping: descriptor, from: place, count: count)
        : Memory(reading: descriptor, from: place, count: count)
    }

    /// The same file with another stamp; nil where it cannot be read.
    borrowing func restamped(_ stamp: UInt64) -> [UInt8]? {
      var bytes = [UInt8](repeating: 0, count: Int(header.length))
      let count = bytes.withUnsafeMutableBytes { try? Descriptor.fill($0, from: descriptor, at: 0) }
      guard count == bytes.count else { return nil }
      var header = header
      header.stamp = stamp
      CompiledFile.write(header, into: &bytes)
      return bytes
    }
  }
}
