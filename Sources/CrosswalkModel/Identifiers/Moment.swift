/// A moment in time to the second, in UTC: when somebody did something.
public struct Moment: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted; years 0000 through 9999.
  public let secondsSinceEpoch: Int64

  /// 1970-01-01T00:00:00Z.
  public static let firstOfEpoch = Moment(validSeconds: 0)

  private init(validSeconds: Int64) { secondsSinceEpoch = validSeconds }

  /// The range that four digits of a year can write.
  private static let range: ClosedRange<Int64> = -62_167_219_200...253_402_300_799

  /// Creates a moment; `nil` outside the years 0000 through 9999.
  public init?(secondsSinceEpoch: Int64) {
    guard Self.range.contains(secondsSinceEpoch) else { return nil }
    self.secondsSinceEpoch = secondsSinceEpoch
  }

  /// Reads a date and time as RFC 3339 writes it: `2026-11-23T10:21:34Z`, `2026-11-23T11:21:34.5+01:00`.
  ///
  /// A fraction of a second does not count. `nil` for any other text, for a day or time that does not exist, and for a
  /// leap second, which UTC in seconds cannot tell from the second before.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t"),
      let day = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)),
      let hour = Self.number(bytes[11..<13], below: 24), bytes[13] == UInt8(ascii: ":"),
      let minute = Self.number(bytes[14..<16], below: 60), bytes[16] == UInt8(ascii: ":"),
      let second = Self.number(bytes[17..<19], below: 60),
      let offset = Self.offset(Self.withoutFraction(bytes[19...]))
    else { return nil }
    self.init(secondsSinceEpoch: day.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second - offset)
  }

  private static func number(_ digits: ArraySlice<UInt8>, below limit: Int64) -> Int64? {
    var number: Int64 = 0
    for byte in digits {
      guard (0x30...0x39).contains(byte) else { return nil }
      number = number * 10 + Int64(byte - 0x30)
    }
    return number < limit ? number : nil
  }

  /// What follows the seconds and their fraction; nothing where the fraction has no digit.
  private static func withoutFraction(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard rest.first == UInt8(ascii: ".") else { return rest }
    let end = rest.dropFirst().drop { (0x30...0x39).contains($0) }
    return end.startIndex > rest.startIndex + 1 ? end : []
  }

  /// `Z` or `+01:00` in seconds.
  private static func offset(_ rest: ArraySlice<UInt8>) -> Int64? {
    let bytes = Array(rest)
    if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), let hours = number(bytes[1..<3], below: 24),
      let minutes = number(bytes[4..<6], below: 60)
    else { return nil }
    switch bytes[0] {
    case UInt8(ascii: "+"): return hours * 3600 + minutes * 60
    case UInt8(ascii: "-"): return -(hours * 3600 + minutes * 60)
    default: return nil
    }
  }

  /// The day in UTC.
  public var day: CalendarDate { CalendarDate(daysSinceEpoch: days) }

  private var days: Int64 {
    secondsSinceEpoch >= 0 ? secondsSinceEpoch / 86_400 : (secondsSinceEpoch - 86_399) / 86_400
  }

  /// `2026-11-23T10:21:34Z`.
  public var description: String {
    let second = secondsSinceEpoch - days * 86_400
    let parts = [second / 3600, second / 60 % 60, second % 60]
    return "\(day)T" + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":") + "Z"
  }

  /// Orders by time.
  public static func < (left: Self, right: Self) -> Bool { left.secondsSinceEpoch < right.secondsSinceEpoch }
}

extension CalendarDate {
  /// Days since 1970-01-01, counted in the Gregorian calendar.
  public var daysSinceEpoch: Int64 {
    // The year begins in March, so that a leap day is its last.
    let years = Int64(month > 2 ? year : year - 1)
    let cycle = (years >= 0 ? years : years - 399) / 400
    let yearOfCycle = years - cycle * 400
    let dayOfYear = Int64((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1)
    return cycle * 146_097 + yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear - 719_468
  }

  /// The day that many days after 1970-01-01.
  public init(daysSinceEpoch days: Int64) {
    let shifted = days + 719_468
    let cycle = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfCycle = shifted - cycle * 146_097
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = cycle * 400 + yearOfCycle + (month < 10 ? 0 : 1)
    self.init(
      validYear: Int(year), month: Int(month < 10 ? month + 3 : month - 9),
      day: Int(dayOfYear - (153 * month + 2) / 5 + 1))
  }
}
