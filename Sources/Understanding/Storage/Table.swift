import Glibc
import System

/// Memory that tables stand in: allocated, or a file's content in pages of its own.
///
/// `@unchecked`, since the compiler cannot see into it: it is filled before an initialiser returns, and
/// from then on only read.
final class Memory: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  private init(_ bytes: UnsafeRawBufferPointer, isMapped: Bool) {
    self.bytes = bytes
    self.isMapped = isMapped
  }

  /// A copy of the elements.
  convenience init<Element: BitwiseCopyable>(copying elements: [Element]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(
      byteCount: elements.count * MemoryLayout<Element>.stride,
      alignment: MemoryLayout<Element>.alignment)
    elements.withUnsafeBytes { copy.copyMemory(from: $0) }
    self.init(UnsafeRawBufferPointer(copy), isMapped: false)
  }

  /// `count` bytes of a file from a place on that is a multiple of a page; nil where the system refuses.
  /// Only for a moment: a file that is cut ends a program that has it mapped.
  convenience init?(mapping descriptor: Int32, from place: Int, count: Int) {
    guard count > 0,
      let start = mmap(nil, count, PROT_READ, MAP_SHARED, descriptor, place), start != MAP_FAILED
    else { return nil }
    // A question needs a few rows here and there: what stands beside them need not be read.
    madvise(start, count, MADV_RANDOM)
    self.init(UnsafeRawBufferPointer(start: start, count: count), isMapped: true)
  }

  /// The same bytes in pages of the program's own, whatever becomes of the file.
  convenience init?(reading descriptor: Int32, from place: Int, count: Int) {
    // Straight from the system, in whole pages, and back to it.
    guard count > 0,
      let start = mmap(
        nil, count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
      start != MAP_FAILED
    else { return nil }
    let bytes = UnsafeMutableRawBufferPointer(start: start, count: count)
    let filled = try? Descriptor.fill(bytes, from: descriptor, at: place)
    self.init(UnsafeRawBufferPointer(bytes), isMapped: true)
    if filled != count { return nil }
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }
}

/// Elements in a row that are never changed, in memory of their own or among others that were read from a
/// file.
///
/// By a pointer, so that a file is used where it is mapped, without a copy; `@unchecked`, as ``Memory``
/// is. The pointer is valid as long as any copy of the table lives.
struct Table<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// Keeps ``elements`` alive.
  private let memory: Memory
  let elements: UnsafeBufferPointer<Element>

  init(_ elements: [Element]) {
    memory = Memory(copying: elements)
    self.elements = memory.bytes.bindMemory(to: Element.self)
  }

  /// Elements that stand in memory among others; `bytes` is a part of it that begins where an element may.
  init(_ bytes: UnsafeRawBufferPointer, in memory: Memory) {
    self.memory = memory
    elements = bytes.bindMemory(to: Element.self)
  }

  var count: Int { elements.count }

  @inline(__always)
  subscript(place: Int) -> Element { elements[place] }
}
