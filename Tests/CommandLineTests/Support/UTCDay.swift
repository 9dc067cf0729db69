import Foundation

/// Days in UTC, as the command line takes them.
enum UTCDay {
  /// The day that many days after this one.
  static func after(_ days: Double) -> String {
    Date(timeIntervalSinceNow: days * 86_400).formatted(.iso8601.year().month().day())
  }

  /// Where the day ends while a test runs, this is still a day whose knowledge can be asked for.
  static let tomorrow = after(1)
}
