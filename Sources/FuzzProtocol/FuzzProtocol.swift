import FuzzSupport

// For libFuzzer, which calls the function below. The program is built and run by
//   swift build -c release --sanitize fuzzer --product FuzzProtocol --scratch-path .build-fuzz
//   SWIFT_BACKTRACE=enable=no .build-fuzz/release/FuzzProtocol CORPUS -max_len=10000
// In a plain build it does nothing. The file must not be called main.swift.

enum Fuzzed {
  static let harness = ProtocolHarness(responder: FuzzRun.responder())
}

/// The first bit chooses the encoding; the rest is the stream.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzProtocol(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return 0 }
  let stream = Array(bytes.dropFirst())
  if let complaint = Fuzzed.harness.complaint(about: stream, first & 1 == 0 ? .lines : .json) {
    FuzzRun.stop(complaint)
  }
  return 0
}
