import CrosswalkModel

/// Compares two texts word by word: a shortest list of removed and inserted words (Myers, "An O(ND) difference algorithm
/// and its variations", 1986).
///
/// Texts that differ in more than ``mostEdits`` words are compared in several goes, each from where the last one came
/// furthest: what comes out is right, and may be longer than it need be. After ``mostGoes`` the rest counts as
/// removed and inserted, so that no text takes minutes, whoever wrote it.
struct WordComparison {
  /// Edits that one go may have: bounds its memory to the square of it.
  static let mostEdits = 1_000
  /// Goes that one comparison may have: bounds its steps to about ten million.
  static let mostGoes = 20

  private let before: [Substring]
  private let after: [Substring]
  private let old: [Int32]
  private let new: [Int32]

  init(before: String, after: String) {
    self.before = before.wordsBetweenBlanks
    self.after = after.wordsBetweenBlanks
    var numbers: [Substring: Int32] = [:]
    let number = { (word: Substring) -> Int32 in
      let next = Int32(numbers.count)
      return numbers[word]
        ?? {
          numbers[word] = next
          return next
        }()
    }
    old = self.before.map(number)
    new = self.after.map(number)
  }

  /// `nil` where both texts have the same words.
  ///
  /// - Complexity: O((*n* + *m*) · *d*) for texts of *n* and *m* words that differ in *d* words, at most
  ///   ``mostEdits``; never more than ``mostGoes`` times the square of that beside *n* + *m*.
  func change() -> WordChange? {
    guard old != new else { return nil }
    var path = EditPath()
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    path.keep(start)
    var isMinimal = true
    var place = (x: start, y: start)
    let corner = (x: old.count - end, y: new.count - end)
    var goes = 0
    while place != corner {
      guard goes < Self.mostGoes else {
        path.append(.removed, corner.x - place.x)
        path.append(.inserted, corner.y - place.y)
        isMinimal = false
        break
      }
      goes += 1
      let step = EditSearch(old: old[place.x..<corner.x], new: new[place.y..<corner.y])
        .path(mostEdits: Self.mostEdits)
      path.append(step)
      place = (place.x + step.removed + step.kept, place.y + step.inserted + step.kept)
      if place != corner { isMinimal = false }
    }
    path.keep(end)
    return WordChange(runs: runs(of: path), isMinimal: isMinimal)
  }

  private func runs(of path: EditPath) -> [WordRun] {
    var runs: [WordRun] = []
    var (x, y) = (0, 0)
    for edit in path.tidied {
      switch edit.kind {
      case .kept:
        runs.append(WordRun(.kept, after[y..<y + edit.count].joined(separator: " ")))
        (x, y) = (x + edit.count, y + edit.count)
      case .removed:
        runs.append(WordRun(.removed, before[x..<x + edit.count].joined(separator: " ")))
        x += edit.count
      case .inserted:
        runs.append(WordRun(.inserted, after[y..<y + edit.count].joined(separator: " ")))
        y += edit.count
      }
    }
    return runs
  }
}
