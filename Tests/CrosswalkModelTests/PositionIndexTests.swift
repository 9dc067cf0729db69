import CrosswalkModel
import Testing

@Suite struct PositionIndexTests {
  private static let about = BilateralPosition.About.section(template: "plan", section: "cost")

  private func position(
    _ id: String, _ side: BilateralPosition.Side, _ stance: BilateralPosition.Stance, subject: String? = nil,
    at time: Int64, reason: String? = nil
  ) throws -> BilateralPosition {
    BilateralPosition(
      id: PositionID(id), side: side, about: Self.about, subject: subject, stance: stance, reason: reason,
      author: "A. Author", time: try #require(Moment(secondsSinceEpoch: time)))
  }

  @Test func theNewestPositionOfASideCountsAndTheLaterOneOfTwoOfOneTime() throws {
    let late = try position("2", .us, .reservation, at: 20, reason: "r")
    let index = PositionIndex([
      try position("1", .us, .agreed, at: 10), late, try position("3", .us, .agreed, at: 15),
      try position("4", .eu, .agreed, at: 5), try position("5", .eu, .notYet, at: 5),
    ])
    #expect(index.position(of: .us, on: Self.about) == late)
    #expect(index.position(of: .eu, on: Self.about)?.id == PositionID("5"))
    #expect(index.recorded == 5)
  }

  @Test func aPositionOnOneSubjectGoesBeforeANewerGeneralOne() throws {
    let special = try position("1", .us, .reservation, subject: "lantern-2.3", at: 10, reason: "r")
    let general = try position("2", .us, .agreed, at: 20)
    let index = PositionIndex([special, general])
    #expect(index.position(of: .us, on: Self.about, subject: "lantern-2.3") == special)
    #expect(index.position(of: .us, on: Self.about, subject: "other") == general)
    #expect(index.position(of: .us, on: Self.about) == general)
    #expect(index.all(on: Self.about).map { $0[.us]?.position } == [general, special])
  }

  @Test func aSideThatRecordedNothingHasNoPosition() throws {
    let index = PositionIndex([try position("1", .us, .agreed, at: 10)], stale: [PositionID("1")])
    let both = index.both(on: Self.about)
    #expect(both.us?.isStale == true && both.eu == nil && !both.isEmpty)
    #expect(index.both(on: .section(template: "plan", section: "other")).isEmpty)
  }

  @Test func whatNobodyMayRecordIsNamed() throws {
    var one = try position("1", .us, .agreed, at: 10)
    #expect(one.complaint == nil)
    one.stance = .reservation
    #expect(one.complaint == "a reservation needs a reason")
    one.reason = " \n"
    #expect(one.complaint == "a reservation needs a reason")
    one.reason = "first line\nsecond line\tof it"
    #expect(one.complaint == nil)
    one.reason = "red \u{1B}[31m"
    #expect(one.complaint == "the reason holds a control character")
    one.reason = String(repeating: "a", count: BilateralPosition.longestReason + 1)
    #expect(one.complaint != nil)
    one.reason = "r"
    for author in ["", "  ", "A\nB", "A\u{202E}B", String(repeating: "a", count: 201)] {
      one.author = author
      #expect(one.complaint != nil, "\(author)")
    }
    one.author = "A"
    one.subject = ""
    #expect(one.complaint == "the subject is empty")
  }
}
