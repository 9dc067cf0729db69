/// A date from which something in an installed framework applies, that is near or has just passed.
public struct ApplicationNotice: Hashable, Sendable {
  /// The framework, in the revision that has the date: the current one, unless that has none.
  public var framework: FrameworkRevisionID
  /// Its title.
  public var title: String
  /// The day that the framework's content stands for; `nil` where that is not known.
  public var asOf: CalendarDate?
  /// The day.
  public var date: CalendarDate
  /// What happens on it, in words.
  public var what: String
  /// Days from the day of the run until then; negative where it has passed, 0 for today.
  public var days: Int

  /// Creates a notice as of `today`.
  public init(
    framework: FrameworkRevisionID, title: String, asOf: CalendarDate?, date: CalendarDate, what: String,
    today: CalendarDate
  ) {
    self.framework = framework
    self.title = title
    self.asOf = asOf
    self.date = date
    self.what = what
    days = Int(date.daysSinceEpoch - today.daysSinceEpoch)
  }

  /// How many days ahead a notice is given.
  public static let horizon = 90
}
