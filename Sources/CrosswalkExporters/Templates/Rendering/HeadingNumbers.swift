/// Counts the headings of a document: the same numbers in every format.
///
/// Levels that a document leaves out count as their first, as Word and LibreOffice count them: `#`, `###`, `##` are
/// 1, 1.1.1 and 1.2.
struct HeadingNumbers {
  /// How many levels a word processor numbers.
  private static let levels = 9
  private var counts = [Int](repeating: 0, count: levels)

  /// The number of the next heading, `2.1`; its `level` is counted from 1.
  mutating func next(level: Int) -> String {
    let level = min(max(level, 1), Self.levels)
    for outer in 0..<(level - 1) { counts[outer] = max(counts[outer], 1) }
    counts[level - 1] += 1
    for deeper in level..<Self.levels { counts[deeper] = 0 }
    return counts[..<level].map(String.init).joined(separator: ".")
  }
}
