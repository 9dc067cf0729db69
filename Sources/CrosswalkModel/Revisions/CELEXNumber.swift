/// Numbers of the acts of EU law in the CELEX system, in the words in which acts cite each other.
enum CELEXNumber {
  /// `Regulation (EU) 2026/1744` for `32026R1744`; the number itself where it names no act of this kind.
  static func title(of celex: String) -> String {
    let isCorrigendum = celex.contains("R(")
    let base = isCorrigendum ? celex.prefix(while: { $0 != "(" }).dropLast() : celex[...]
    guard base.utf8.count >= 7, base.first == "3", let year = Int(base.dropFirst().prefix(4)),
      let number = Int(base.dropFirst(6))
    else { return celex }
    // A year in which the name of the community changed tells nothing of it.
    let community = year == 2009 ? "" : year > 2009 ? "EU" : year > 1993 ? "EC" : "EEC"
    let title: String
    switch base.dropFirst(5).first {
    case "R": title = regulation(year, number, community)
    case "L": title = other("Directive", year, number, community)
    case "D": title = other("Decision", year, number, community)
    default: return celex
    }
    return isCorrigendum ? "a corrigendum of \(title)" : title
  }

  private static func regulation(_ year: Int, _ number: Int, _ community: String) -> String {
    let head = community.isEmpty ? "Regulation" : "Regulation (\(community))"
    return year < 2015 ? "\(head) No \(number)/\(year)" : "\(head) \(year)/\(number)"
  }

  private static func other(_ name: String, _ year: Int, _ number: Int, _ community: String) -> String {
    guard year < 2015 else { return "\(name) (\(community)) \(year)/\(number)" }
    return "\(name) \(year)/\(number)" + (community.isEmpty ? "" : "/\(community)")
  }
}
