import CrosswalkModel

/// What a small JSON file describes, and where each part of it stands.
struct LocatedJSON<Value> {
  let value: Value
  let file: String
  let places: JSONPlaces

  /// The error that `what` is wrong with the part at `path`, placed at the innermost part of it that the file has.
  func error(_ what: String, at path: [JSONPlaces.Step]) -> ImportError {
    var known = path
    while places.places[known] == nil, !known.isEmpty { known.removeLast() }
    let start = SourceLocation(file: file, line: 1, column: 1)
    return ImportError(.malformedFile(what), at: places.places[known] ?? start)
  }
}

extension JSONPlaces.Step: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  init(stringLiteral name: String) { self = .name(name) }
  init(integerLiteral index: Int) { self = .index(index) }
}
