import CrosswalkModel
import Glibc

/// The one place that reads the clock.
package enum Today {
  /// The current moment; the first one of 1970 stands in for a broken clock.
  package static var moment: Moment { Moment(secondsSinceEpoch: Int64(time(nil))) ?? .firstOfEpoch }

  /// The current day in UTC, so that the same command gives the same answer in every time zone.
  package static var date: CalendarDate {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    // The kernel's calendar and ours agree on which days exist; the first day stands in for a broken clock.
    return CalendarDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? .firstOfEpoch
  }

  /// The day after it, which has begun already in some time zones.
  package static var tomorrow: CalendarDate { CalendarDate(daysSinceEpoch: date.daysSinceEpoch + 1) }
}
