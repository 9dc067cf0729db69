import CrosswalkModel

/// Rows by where they begin in their file.
struct PlacesOfRows {
  private let ordered: [(place: Place, row: Int32)]

  private struct Place: Comparable {
    let line: Int
    let column: Int
    static func < (a: Place, b: Place) -> Bool { (a.line, a.column) < (b.line, b.column) }
  }

  /// Orders `rows` from the first that stands in the file.
  init(_ rows: [NodeRow], from first: Int) {
    ordered = rows.indices.dropFirst(first).map {
      (Place(line: Int(rows[$0].line), column: Int(rows[$0].column)), Int32($0))
    }.sorted { $0.place == $1.place ? $0.row < $1.row : $0.place < $1.place }
  }

  /// Those that begin between two places.
  func rows(from start: SourceLocation, to end: SourceLocation) -> [Int32] {
    let end = Place(line: end.line, column: end.column)
    return ordered[index(of: start)...].prefix { $0.place < end }.map(\.row)
  }

  /// The first that begins just at a place.
  func row(at place: (line: Int, column: Int)) -> Int32? {
    let index = index(of: SourceLocation(file: "", line: place.line, column: place.column))
    guard ordered.indices.contains(index) else { return nil }
    let found = ordered[index]
    return found.place.line == place.line && found.place.column == place.column ? found.row : nil
  }

  /// The last that begins before a place.
  func row(before place: SourceLocation) -> Int32? {
    let index = index(of: place)
    return index > 0 ? ordered[index - 1].row : nil
  }

  /// The first that begins at or after a place.
  private func index(of location: SourceLocation) -> Int {
    let place = Place(line: location.line, column: location.column)
    var (low, high) = (0, ordered.count)
    while low < high {
      let middle = (low + high) / 2
      if ordered[middle].place < place { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
