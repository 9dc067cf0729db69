import CrosswalkModel
import Testing

@Suite struct MomentTests {
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"),
    ("2026-11-23T11:21:34+01:00", 1_795_429_294, "2026-11-23T10:21:34Z"),
    ("2026-11-23t10:21:34.999z", 1_795_429_294, "2026-11-23T10:21:34Z"),
    ("2000-02-29T23:59:59-00:30", 951_870_599, "2000-03-01T00:29:59Z"),
    ("1900-03-01T00:00:00Z", -2_203_891_200, "1900-03-01T00:00:00Z"),
    ("0000-01-01T00:00:00Z", -62_167_219_200, "0000-01-01T00:00:00Z"),
    ("9999-12-31T23:59:59Z", 253_402_300_799, "9999-12-31T23:59:59Z"),
  ])
  func timesOfRFC3339AreReadAndWrittenInUTC(text: String, seconds: Int64, written: String) throws {
    let moment = try #require(Moment(text))
    #expect(moment.secondsSinceEpoch == seconds)
    #expect(moment.description == written)
    #expect(Moment(written) == moment)
  }

  @Test(arguments: [
    "", "2026-11-23", "2026-11-23T10:21Z", "2026-11-23T10:21:34", "2026-11-23 10:21:34Z",
    "2026-11-23T24:00:00Z",
    "2026-11-23T10:60:00Z", "2026-11-23T23:59:60Z", "2026-02-29T00:00:00Z", "2026-11-23T10:21:34.Z",
    "2026-11-23T10:21:34+1:00", "2026-11-23T10:21:34+24:00", "2026-11-23T10:21:34Zx",
    "0000-01-01T00:00:00+00:01",
    "2026-11-23T1０:21:34Z", "2026-11-23T10:21:34.5.5Z", "+026-11-23T10:21:34Z",
  ])
  func whatIsNoTimeIsRefused(text: String) { #expect(Moment(text) == nil) }

  @Test func everyDayOfFourCenturiesComesBack() throws {
    let start = try #require(Moment("1899-12-31T12:00:00Z"))
    var last = start.day
    for day in 1...146_097 {
      let moment = try #require(Moment(secondsSinceEpoch: start.secondsSinceEpoch + Int64(day) * 86_400))
      let next = moment.day
      #expect(next > last)
      // The initialiser that checks the calendar accepts it: the day exists.
      guard CalendarDate(year: next.year, month: next.month, day: next.day) == next,
        Moment("\(next)T12:00:00Z") == moment
      else {
        Issue.record("\(next) does not come back")
        return
      }
      last = next
    }
  }
}
