import Glibc
import Knowledge

/// By what a compiled file is known to be the right one.
package struct CompiledIdentity: Equatable, Sendable {
  /// The build of the program that wrote it and the folder's name as positions show it: a file is of
  /// use to no other.
  package var owner: UInt64
  /// The digest of every byte of the knowledge.
  package var content: UInt64
  /// The digest of the paths, sizes and times of the knowledge's files; 0 where they were changed too
  /// short a time before.
  package var stamp: UInt64

  package init(owner: UInt64, content: UInt64, stamp: UInt64) {
    self.owner = owner
    self.content = content
    self.stamp = stamp
  }
}

/// A file that holds knowledge and everything that was learnt from it, to be mapped into memory.
///
/// The header has the lengths and a checksum of every byte after it, and one of itself: a file that
/// was cut, damaged or written by another build is as good as none.
enum CompiledFile {
  private static let mark: UInt64 = 0x7661_6776_6973_6172
  private static let version: UInt64 = 1
  static let headerSize = 64

  private struct Header: BitwiseCopyable, Equatable {
    var mark: UInt64
    var version: UInt64
    var owner: UInt64
    var content: UInt64
    var stamp: UInt64
    var length: UInt64
    var bodyChecksum: UInt64
    var headerChecksum: UInt64 = 0

    /// The checksum of the other fields.
    var ownChecksum: UInt64 {
      var fields = self
      fields.headerChecksum = 0
      return withUnsafeBytes(of: fields) { checksum($0) }
    }
  }

  // MARK: Writing

  /// The whole file.
  static func bytes(of interpreter: Interpreter, _ identity: CompiledIdentity) -> [UInt8] {
    var knowledge = ByteWriter()
    interpreter.knowledge.write(to: &knowledge)
    var writer = TableWriter(headerSize: headerSize)
    writer.write(knowledge.bytes)
    interpreter.write(to: &writer)
    var bytes = writer.bytes
    seal(&bytes, identity)
    return bytes
  }

  /// Writes the header of a file whose body is complete.
  static func seal(_ bytes: inout [UInt8], _ identity: CompiledIdentity) {
    var header = Header(
      mark: mark, version: version, owner: identity.owner, content: identity.content,
      stamp: identity.stamp, length: UInt64(bytes.count),
      bodyChecksum: bytes.withUnsafeBytes { checksum(.init(rebasing: $0[headerSize...])) })
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
      let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
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
        status.st_uid == geteuid()
      else { return nil }
      return withUnsafeTemporaryAllocation(byteCount: headerSize, alignment: 8) { buffer in
        guard pread(descriptor, buffer.baseAddress, headerSize, 0) == headerSize else { return nil }
        let header = buffer.load(as: Header.self)
        let isSound =
          header.mark == mark && header.version == version && header.length == status.st_size
          && header.headerChecksum == header.ownChecksum
        return isSound ? header : nil
      }
    }

    var identity: CompiledIdentity {
      CompiledIdentity(owner: header.owner, content: header.content, stamp: header.stamp)
    }

    /// What the file holds; nil where its body is damaged.
    borrowing func interpreter() -> Interpreter? {
      guard isBodySound(), let memory = Memory(mapping: descriptor, count: Int(header.length))
      else {
        return nil
      }
      var reader = TableReader(memory, headerSize: headerSize)
      do throws(UnreadableBytes) {
        let bytes = try reader.content()
        var knowledge = ByteReader(bytes)
        let base = try KnowledgeBase(from: &knowledge)
        memory.letGo(of: bytes)
        return try Interpreter(from: &reader, knowledge: base)
      } catch {
        return nil
      }
    }

    /// All bytes; nil where the body is damaged.
    borrowing func bytes() -> [UInt8]? {
      var bytes = [UInt8](repeating: 0, count: Int(header.length))
      var filled = 0
      while filled < bytes.count {
        let count = bytes.withUnsafeMutableBytes {
          pread(descriptor, $0.baseAddress! + filled, $0.count - filled, filled)
        }
        if count <= 0 { return nil }
        filled += count
      }
      let sum = bytes.withUnsafeBytes { checksum(.init(rebasing: $0[headerSize...])) }
      return sum == header.bodyChecksum ? bytes : nil
    }

    /// Reads the body in pieces, past the mapping: what is only summed need not stay in memory.
    private borrowing func isBodySound() -> Bool {
      let size = 1 << 16
      return withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { buffer in
        var sum = Checksum()
        var place = headerSize
        while place < Int(header.length) {
          // Pieces end at multiples of eight bytes, as the checksum takes them.
          let wanted = min(size, Int(header.length) - place)
          var filled = 0
          while filled < wanted {
            let count = pread(
              descriptor, buffer.baseAddress! + filled, wanted - filled, place + filled)
            if count <= 0 { return false }
            filled += count
          }
          sum.add(UnsafeRawBufferPointer(rebasing: buffer[..<wanted]))
          place += wanted
        }
        return sum.value == header.bodyChecksum
      }
    }
  }

  private static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum = Checksum()
    sum.add(bytes)
    return sum.value
  }
}
