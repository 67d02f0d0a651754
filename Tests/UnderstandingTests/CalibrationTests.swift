import System
import Testing

@testable import Understanding

@Suite struct CalibrationTests {
  private let calibration = Calibration(slope: 0.5, shift: 1)

  @Test func tellsLessOfWhatIsTooSureAndMoreOfWhatIsNotSureEnough() {
    // Odds of 4 to 1 and of 9999 to 1, their square roots times e.
    #expect(abs(calibration.share(0.8) - 0.8446) < 0.001)
    #expect(abs(calibration.share(0.9999) - 0.9963) < 0.001)
  }

  @Test func keepsTheOrder() {
    let told = (0...100).map { calibration.share(Float($0) / 100) }
    #expect(told == told.sorted())
    #expect(Set(told).count == told.count)
  }

  @Test func leavesWhatIsCertain() {
    #expect(calibration.share(0) == 0)
    #expect(calibration.share(1) == 1)
  }

  @Test(arguments: [0.01, 0.5, 0.984] as [Float])
  func leavesAllInASmallKnowledge(confidence: Float) {
    #expect(abs(Calibration.ofFew.share(confidence) - confidence) < 1e-6)
  }

  @Test func staysWhenWrittenAndRead() throws {
    var writer = TableWriter(headerSize: 80)
    calibration.write(to: &writer)
    var reader = TableReader(Memory(copying: writer.bytes), headerSize: 80)
    #expect(try Calibration(from: &reader) == calibration)
  }
}
