/// The names that a user most likely meant.
public enum ClosestNames {
  /// Up to `limit` of `names`, nearest first: by edit distance without regard to case, then by spelling.
  ///
  /// Names that share less than half of their letters with the text are left out.
  /// Cost: one distance of O(*length* · *length*) for each name.
  public static func to(_ text: String, among names: some Sequence<String>, limit: Int = 3) -> [String] {
    let wanted = Array(text.lowercased().utf8)
    let ranked = names.compactMap { name -> (distance: Int, name: String)? in
      let candidate = Array(name.lowercased().utf8)
      let longest = max(wanted.count, candidate.count)
      guard abs(wanted.count - candidate.count) * 2 <= longest else { return nil }
      let distance = Self.distance(wanted, candidate)
      return distance * 2 <= longest ? (distance, name) : nil
    }
    return ranked.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.prefix(limit).map(\.name)
  }

  /// Edits (insert, delete, replace, swap of neighbours) that turn one spelling into the other.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for (column, other) in right.enumerated() {
        var best = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
