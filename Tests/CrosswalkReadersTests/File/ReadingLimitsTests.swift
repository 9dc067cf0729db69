import CrosswalkReaders
import Testing

@Suite struct ReadingLimitsTests {
  @Test func aFileLimitIsCutToTwoGibibytes() {
    #expect(ReadingLimits.standard.with(fileBytes: 1 << 40).fileBytes == 2 << 30)
    #expect(ReadingLimits.standard.with(fileBytes: -1).fileBytes == 0)
  }
}
