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
    let date = CalendarDate(daysSinceEpoch: Int64(day - (startsIn1904 ? 24_107 : day < 60 ? 25_568 : 25_569)))
    return seconds == 0 ? date.description : "\(date)T\(time)"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
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
