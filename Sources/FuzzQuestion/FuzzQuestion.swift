import FuzzSupport

// For libFuzzer, which calls the function below. The program is built and run by
//   swift build -c release --sanitize fuzzer --product FuzzQuestion --scratch-path .build-fuzz
//   SWIFT_BACKTRACE=enable=no .build-fuzz/release/FuzzQuestion CORPUS -max_len=2000
// In a plain build it does nothing. The file must not be called main.swift.

enum Fuzzed {
  static let harness = QuestionHarness(responder: FuzzRun.responder())
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzQuestion(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let talk = Array(UnsafeBufferPointer(start: start, count: count))
  if let complaint = Fuzzed.harness.complaint(about: talk) { FuzzRun.stop(complaint) }
  return 0
}
