import Glibc
import System
import Testing

@Suite(.serialized) struct StartedProgramTests {
  @Test func takesWhatItWritesAndItsExitCode() throws {
    let (status, output) = try #require(
      StartedProgram.run(["sh", "-c", "cat; echo å; echo kast >&2; exit 3"]))
    #expect(status == 3)
    #expect(String(decoding: output, as: UTF8.self) == "å\n")
  }

  @Test func aSignalIsAnEndOfItsOwn() throws {
    #expect(try #require(StartedProgram.run(["sh", "-c", "kill -9 $$"])).status == 128)
  }

  @Test func whatCannotBeStartedIsNil() {
    #expect(StartedProgram.run(["/none/such"]) == nil)
  }

  @Test func itsEnvironmentAndInputAreOurs() throws {
    let (input, output) = (
      try #require(Descriptor.pipe()), try #require(Descriptor.pipe())
    )
    let program = try #require(
      StartedProgram(
        ["/bin/sh", "-c", "read line; echo $line $WORD"], environment: ["WORD=två"],
        input: .descriptor(input.reading), output: .descriptor(output.writing)))
    for end in [input.reading, output.writing] { close(end) }
    try Descriptor.write("ett\n".utf8, to: input.writing)
    close(input.writing)
    let written = try #require(try Descriptor.content(of: output.reading))
    close(output.reading)
    #expect(String(decoding: written, as: UTF8.self) == "ett två\n")
    #expect(program.wait() == 0)
  }

  /// What this program ignores or blocks ends another all the same.
  @Test func signalsDoToItWhatTheyDoToAnyProgram() throws {
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    let script = "kill -PIPE $$; echo alive"
    let (status, output) = try #require(StartedProgram.run(["sh", "-c", script]))
    #expect(status == 128)
    #expect(output.isEmpty)
  }

  @Test func catchesSignalsInAPipe() throws {
    let pipe = try #require(SignalPipe(catching: [SIGHUP, SIGINT]))
    #expect(!pipe.take(SIGHUP))
    kill(getpid(), SIGHUP)
    kill(getpid(), SIGINT)
    var ready = pollfd(fd: pipe.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&ready, 1, 5000) == 1)
    while pipe.count(of: SIGINT) == 0 || pipe.count(of: SIGHUP) == 0 { usleep(1000) }
    pipe.drain()
    #expect(pipe.take(SIGHUP))
    #expect(!pipe.take(SIGHUP))
    #expect(pipe.count(of: SIGINT) == 1)
    for number in [SIGHUP, SIGINT] { signal(number, SIG_DFL) }
  }
}
