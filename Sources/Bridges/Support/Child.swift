import Glibc
import System

/// A program that the bridge has started and speaks to through pipes, never waiting for it.
package final class Child {
  private let started: StartedProgram?
  private var input: Int32
  private var output: Int32
  private var unwritten: [UInt8] = []
  private var closesWhenWritten = false
  /// Whether the output has come to its end.
  package private(set) var hasEnded = false

  /// Starts a program found by `PATH`; nil where it cannot be started.
  package init?(_ words: [String], environment more: [String: String] = [:]) {
    guard let toChild = Descriptor.pipe() else { return nil }
    guard let fromChild = Descriptor.pipe() else {
      for end in [toChild.reading, toChild.writing] { close(end) }
      return nil
    }
    (input, output) = (toChild.writing, fromChild.reading)
    started = StartedProgram(
      words, environment: Self.variables(with: more), input: .descriptor(toChild.reading),
      output: .descriptor(fromChild.writing))
    close(toChild.reading)
    close(fromChild.writing)
    guard started != nil else {
      close(input)
      close(output)
      return nil
    }
    for end in [input, output] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  private static func variables(with more: [String: String]) -> [String] {
    var variables: [String] = []
    var place = environ
    while let text = place.pointee {
      let variable = String(cString: text)
      if more[String(variable.prefix { $0 != "=" })] == nil { variables.append(variable) }
      place += 1
    }
    return variables + more.map { "\($0.key)=\($0.value)" }
  }

  /// What to watch for reading, and for writing where something waits to be written.
  package var readable: Int32 { output }
  package var writable: Int32? { unwritten.isEmpty || input < 0 ? nil : input }
  /// How many bytes the program has not taken yet.
  package var unwrittenCount: Int { unwritten.count }

  /// Writes what is taken at once; the rest follows with `flush`.
  package func write(_ bytes: some Sequence<UInt8>) {
    unwritten += bytes
    flush()
  }

  package func flush() {
    while !unwritten.isEmpty, input >= 0 {
      let count = unwritten.withUnsafeBytes { Glibc.write(input, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      // Nobody reads any more; the end of the output will tell.
      guard count > 0 else {
        unwritten = []
        return
      }
      unwritten.removeFirst(count)
    }
    if closesWhenWritten { closeInput() }
  }

  /// Ends the program's input after what waits to be written.
  package func closeInputWhenWritten() {
    closesWhenWritten = true
    flush()
  }

  /// What has come; nil at the end.
  package func read() -> [UInt8]? {
    do throws(SystemError) {
      let bytes = try Descriptor.available(of: output, most: 1 << 16)
      if !bytes.isEmpty { return bytes }
    } catch {
      if error.isPassing { return [] }
    }
    hasEnded = true
    return nil
  }

  package func closeInput() {
    if input >= 0 { close(input) }
    input = -1
  }

  /// Ends the program: by the end of its input where it heeds that, else by force.
  /// - Parameter patience: the seconds that it has.
  package func end(within patience: Double = 0) {
    guard output >= 0, let identifier = started?.identifier else { return }
    closeInput()
    let deadline = currentMoment() + patience
    var status: Int32 = 0
    while waitpid(identifier, &status, WNOHANG) == 0 {
      if currentMoment() >= deadline {
        kill(identifier, SIGKILL)
        waitpid(identifier, &status, 0)
        break
      }
      usleep(5000)
    }
    close(output)
    output = -1
  }

  deinit { end() }
}
