import CrosswalkModel
import CrosswalkReaders

/// The columns of a table, found by names as people write them.
struct TableHeader {
  /// The names as printed, runs of blanks and line breaks as one space; empty for a column without a name.
  let names: [String]
  let locations: [SourceLocation]
  /// Where the header begins.
  let location: SourceLocation
  private let positions: [String: Int]

  /// - Parameter corner: The name of the first column where it has none.
  /// - Throws: ``ReadingError`` for two columns whose names differ in nothing but case and blanks.
  init(_ cells: [TableCell], corner: String = "") throws(ReadingError) {
    names = cells.enumerated().map { $0.offset == 0 && $0.element.isBlank ? corner : $0.element.oneLine }
    locations = cells.map(\.location)
    location = cells.first?.location ?? SourceLocation(file: "", line: 1, column: 1)
    var positions: [String: Int] = [:]
    for (position, name) in names.enumerated() where !name.isEmpty {
      if let first = positions.updateValue(position, forKey: Self.folded(name)) {
        throw ReadingError(.duplicateColumn(name, firstSeen: locations[first]), at: locations[position])
      }
    }
    self.positions = positions
  }

  /// The position of the column called `name`; `nil` where there is none.
  func column(_ name: String) -> Int? { positions[Self.folded(name)] }

  /// The position of the column called `name`.
  ///
  /// - Throws: ``ImportError`` `.missingColumn` that names `profile`.
  func column(_ name: String, profile: String) throws(ImportError) -> Int {
    if let position = column(name) { return position }
    throw ImportError(.missingColumn(name, profile: profile), at: location)
  }

  /// The spelling under which names are compared: lower case, without any blank or line break, and without the remark
  /// of a template that the column may stay empty.
  static func folded(_ name: String) -> String {
    let plain = name.lowercased().filter { !$0.isWhitespace && $0 != "\u{FEFF}" }
    let remark = "(optional)"
    return plain.hasSuffix(remark) && plain.count > remark.count
      ? String(plain.dropLast(remark.count)) : plain
  }
}
