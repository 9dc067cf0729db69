/// What evidence costs to produce, in thousandths of a unit that the user chooses: controls, hours, money.
public struct EvidenceCost: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Thousandths of the unit.
  public let thousandths: Int

  /// Creates a cost.
  public init(thousandths: Int) { self.thousandths = thousandths }

  /// One unit: what a control costs where nobody says otherwise.
  public static let one = Self(thousandths: 1000)

  /// The most that one piece of evidence may cost: 4,000,000 units.
  public static let largest = Self(thousandths: 4_000_000_000)

  /// Reads a number of at least 0 with up to three decimals, such as `2` or `0.5`; `nil` for anything else, and for
  /// more than ``largest``.
  public init?(_ text: some StringProtocol) {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let decimals = halves.count == 2 ? halves[1] : "0"
    guard let whole = halves.first, Self.areDigits(whole), Self.areDigits(decimals), whole.count <= 7,
      decimals.count <= 3, let units = Int(whole),
      let rest = Int(decimals + String(repeating: "0", count: 3 - decimals.count)),
      units * 1000 + rest <= Self.largest.thousandths
    else { return nil }
    thousandths = units * 1000 + rest
  }

  private static func areDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// The cost as people write it: `12`, `0.5`.
  public var description: String {
    guard thousandths % 1000 != 0 else { return String(thousandths / 1000) }
    var decimals = String(1000 + thousandths % 1000).dropFirst()
    while decimals.last == "0" { decimals.removeLast() }
    return "\(thousandths / 1000).\(decimals)"
  }

  /// Orders by amount.
  public static func < (left: Self, right: Self) -> Bool { left.thousandths < right.thousandths }
  /// The sum of both.
  public static func + (left: Self, right: Self) -> Self {
    Self(thousandths: left.thousandths + right.thousandths)
  }
}
