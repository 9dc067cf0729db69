import CrosswalkModel

/// Days and times as workbooks count them: in days since the end of 1899, or since 1904.
enum SerialDate {
  /// The date that `number` means, as ISO 8601 writes it; `nil` where it means none.
  ///
  /// A whole number is a day, a number below one a time of the day, any other both, to the second. Spreadsheets that
  /// count from 1900 have a 29 February 1900, which never was: that number is no date.
  static func text(_ number: String, startsIn1904: Bool) -> String? {
    guard let value = Double(number), value >= 0, value < 2_958_466 else { return nil }
    var (day, seconds) = (Int(value), Int((value - value.rounded(.down)) * 86_400 + 0.5))
    if seconds == 86_400 { (day, seconds) = (day + 1, 0) }
    let time = "\(padded(seconds / 3600)):\(padded(seconds / 60 % 60)):\(padded(seconds % 60))"
    if day == 0, !startsIn1904 { return time }
    guard startsIn1904 || day != 60 else { return nil }
    let date = startsIn1904 ? civil(day - 24_107) : civil(day - (day < 60 ? 25_568 : 25_569))
    guard let date else { return nil }
    return seconds == 0 ? date.description : "\(date)T\(time)"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The day that lies `days` after 1 January 1970.
  private static func civil(_ days: Int) -> CalendarDate? {
    // 400 years have 146,097 days; years begin in March here, so that the leap day is the last.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    return CalendarDate(
      year: year + era * 400 + (month >= 10 ? 1 : 0), month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
  }
}

/// What a number format shows.
enum NumberFormat {
  /// Whether the built-in format `id` shows a date or a time of the day.
  static func isDate(builtIn id: Int) -> Bool {
    switch id {
    case 14...22, 27...36, 45, 47, 50...58: true
    default: false
    }
  }

  /// Whether the format `code` shows a date or a time of the day; spans of time such as `[h]:mm` do not.
  static func isDate(code: String) -> Bool {
    guard code.lowercased() != "general" else { return false }
    var isDate = false
    var rest = code.lowercased()[...]
    while let character = rest.popFirst(), character != ";" {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let content = rest.prefix { $0 != "]" }
        if !content.isEmpty, content.allSatisfy({ "hms".contains($0) }) { return false }
        rest = rest.dropFirst(content.count + 1)
      case "d", "m", "y", "h", "s": isDate = true
      default: break
      }
    }
    return isDate
  }
}
