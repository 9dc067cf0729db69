import CrosswalkModel
import CrosswalkReaders

/// Where every value of a small JSON document stands.
///
/// `JSONDecoder` tells no places and lets a repeated name and a trailing comma pass; a file that people write
/// by hand needs the first and must not have the others. Cost: one pass; nesting is bounded.
struct JSONPlaces {
  /// One step from a value to a value in it.
  enum Step: Hashable {
    case name(String)
    case index(Int)
  }

  /// The place of every value by its path; a member's place is that of its name.
  ///
  /// The document itself has the empty path.
  private(set) var places: [[Step]: SourceLocation] = [:]
  /// The paths of members and elements that are `null`: as good as absent.
  private(set) var nulls: Set<[Step]> = []

  private static let deepest = 32

  /// Reads the document in `file`.
  ///
  /// - Throws: ``ReadingError`` at the first fault of the text.
  init(_ file: SourceFile, limits: ReadingLimits) throws(ReadingError) {
    var limits = limits
    limits.depth = min(limits.depth, Self.deepest)
    var reader = try JSONEventReader(file, limits: limits)
    // The path of the value that comes next: the name or index in it is replaced as its container goes on.
    var path: [Step] = []
    while let event = try reader.next() {
      let place = SourceLocation(file: file.name, line: event.line, column: event.column)
      switch event.kind {
      case .name(let name):
        path[path.count - 1] = .name(name)
        places[path] = place
        continue
      case .endObject, .endArray: path.removeLast()
      default:
        if places[path] == nil { places[path] = place }
        if event.kind == .null { nulls.insert(path) }
        if event.kind == .beginObject || event.kind == .beginArray {
          path.append(.index(0))
          continue
        }
      }
      // A value has ended: the next one of an array has the next index.
      if case .index(let index)? = path.last { path[path.count - 1] = .index(index + 1) }
    }
  }
}
