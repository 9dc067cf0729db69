import CrosswalkModel

/// One column of a table whose meaning is to be guessed: its name and its first cells.
struct ColumnSample {
  let name: String
  /// The name in lower case, its words parted by single blanks, `#` as a word.
  let words: [String]
  /// The cells that hold something, on one line each.
  let values: [String]

  init(name: String, cells: [TableCell]) {
    self.name = name
    words = name.lowercased().replacing("#", with: " # ").split { !$0.isLetter && !$0.isNumber && $0 != "#" }
      .map { String($0) }
    values = cells.filter { !$0.isBlank }.map(\.oneLine)
  }

  /// Whether the name has one of `candidates` as a word, or begins or ends a word with it where it is long.
  func isNamed(_ candidates: [String]) -> Bool {
    words.contains { word in
      candidates.contains { word == $0 || $0.count > 3 && (word.hasPrefix($0) || word.hasSuffix($0)) }
    }
  }

  /// Whether nearly all cells look like identifiers: short, of at most three words, with a digit or in capitals.
  var holdsIdentifiers: Bool {
    share { value in
      value.utf8.count <= 40 && value.split(separator: " ").count <= 3
        && (value.contains(where: \.isNumber) || value.allSatisfy { !$0.isLowercase })
    } >= 0.8
  }

  /// Whether no cell repeats another.
  var isDistinct: Bool { Set(values).count == values.count }

  /// Mean length of the cells in bytes; 0 for an empty column.
  var meanLength: Int { values.isEmpty ? 0 : values.reduce(0) { $0 + $1.utf8.count } / values.count }

  /// The share of cells for which `test` holds; 0 for an empty column.
  func share(_ test: (String) -> Bool) -> Double {
    values.isEmpty ? 0 : Double(values.filter(test).count) / Double(values.count)
  }
}
