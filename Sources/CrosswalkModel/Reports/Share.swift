/// Shares as people read them.
public enum Share {
  /// `share` (0 through 1) in percent with at most one decimal.
  ///
  /// Only none is "0%" and only all is "100%".
  public static func percent(_ share: Double) -> String {
    let thousandths = Int((min(max(share, 0), 1) * 1000).rounded())
    switch (thousandths, share) {
    case (0, _): return share > 0 ? "<0.1%" : "0%"
    case (1000, _): return share < 1 ? ">99.9%" : "100%"
    default: return "\(thousandths / 10).\(thousandths % 10)%"
    }
  }

  /// `count` of `all` in percent.
  public static func percent(_ count: Int, of all: Int) -> String {
    percent(all == 0 ? 0 : Double(count) / Double(all))
  }

  /// `value` rounded to three decimals; 0 for what is no number.
  public static func rounded(_ value: Double) -> Double {
    value.isFinite ? (value * 1000).rounded() / 1000 : 0
  }

  /// A number with at most three decimals, as people write it: `2`, `0.25`.
  public static func plain(_ value: Double) -> String {
    let text = "\(rounded(value))"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A confidence, 0 through 1, with two decimals.
  public static func confidence(_ value: Double) -> String {
    let hundredths = Int((min(max(value.isFinite ? value : 0, 0), 1) * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
