import CrosswalkModel
import CrosswalkReaders
import FoundationEssentials

/// Reads small JSON files that people write by hand: every member must be known, and every error has a place.
enum StrictJSON {
  /// The value that `file` describes.
  ///
  /// - Throws: ``ImportError`` `.malformedProfile` at the line and column of what is wrong: broken JSON, a repeated
  ///   or unknown name, a member that is missing, of the wrong type or outside its vocabulary.
  static func decode<Value: Codable>(
    _ type: Value.Type, from file: SourceFile, limits: ReadingLimits
  ) throws(ImportError) -> Value {
    let bytes = try content(of: file, limits: limits)
    let places = try self.places(of: SourceFile(name: file.name, bytes: bytes), limits: limits)
    let value: Value
    let understood: JSONPlaces
    do {
      value = try JSONDecoder().decode(type, from: Data(bytes))
      let encoded = Array(try JSONEncoder().encode(value))
      understood = try JSONPlaces(SourceFile(name: file.name, bytes: encoded), limits: limits)
    } catch let error as DecodingError {
      throw located(error, places)
    } catch {
      throw ImportError(.malformedProfile("cannot be read: \(error)"), at: start(of: file.name))
    }
    try refuseUnknown(places, understood)
    return value
  }

  /// What `file` describes, with the places of its parts.
  ///
  /// - Throws: ``ImportError`` `.malformedFile` where ``decode(_:from:limits:)`` throws `.malformedProfile`.
  static func document<Value: Codable>(
    _ type: Value.Type, from file: SourceFile, limits: ReadingLimits
  ) throws(ImportError) -> LocatedJSON<Value> {
    do {
      let bytes = try content(of: file, limits: limits)
      let held = SourceFile(name: file.name, bytes: bytes)
      let value = try decode(type, from: held, limits: limits)
      return LocatedJSON(value: value, file: file.name, places: try places(of: held, limits: limits))
    } catch {
      guard case .malformedProfile(let what) = error.reason else { throw error }
      throw ImportError(.malformedFile(what), at: error.location)
    }
  }

  private static func content(of file: SourceFile, limits: ReadingLimits) throws(ImportError) -> [UInt8] {
    do { return try file.bytes(limits: limits) } catch { throw ImportError(error) }
  }

  private static func places(of file: SourceFile, limits: ReadingLimits) throws(ImportError) -> JSONPlaces {
    do { return try JSONPlaces(file, limits: limits) } catch {
      throw ImportError(.malformedProfile(error.diagnostic.message), at: error.location)
    }
  }

  /// A member that does not survive decoding and encoding again was not understood.
  private static func refuseUnknown(_ places: JSONPlaces, _ understood: JSONPlaces) throws(ImportError) {
    let unknown = places.places.filter { path, _ in
      understood.places[path] == nil && !places.nulls.contains(path)
    }
    guard let first = unknown.min(by: { $0.value < $1.value }) else { return }
    throw ImportError(.malformedProfile("\(spelled(first.key)) is not known here"), at: first.value)
  }

  private static func located(_ error: DecodingError, _ places: JSONPlaces) -> ImportError {
    switch error {
    case .keyNotFound(let key, let context):
      let parent = path(context.codingPath)
      let holder = parent.isEmpty ? "the document" : spelled(parent)
      return at(parent, "\(holder) has no \"\(key.stringValue)\"", places)
    case .typeMismatch(let type, let context), .valueNotFound(let type, let context):
      return at(
        path(context.codingPath), "\(spelled(path(context.codingPath))) must be \(name(of: type))", places)
    case .dataCorrupted(let context):
      return at(
        path(context.codingPath),
        "\(spelled(path(context.codingPath))) has a value that is not allowed" + reason(context), places)
    @unknown default:
      return at([], "cannot be read", places)
    }
  }

  /// What the type that refused the value says about it; the decoder's own words about values are no help.
  private static func reason(_ context: DecodingError.Context) -> String {
    context.debugDescription.hasPrefix("\"") ? ": " + context.debugDescription : ""
  }

  private static func at(_ path: [JSONPlaces.Step], _ what: String, _ places: JSONPlaces) -> ImportError {
    var known = path
    while places.places[known] == nil, !known.isEmpty { known.removeLast() }
    return ImportError(.malformedProfile(what), at: places.places[known] ?? start(of: ""))
  }

  private static func start(of file: String) -> SourceLocation {
    SourceLocation(file: file, line: 1, column: 1)
  }

  private static func path(_ keys: [any CodingKey]) -> [JSONPlaces.Step] {
    keys.map { key in key.intValue.map { .index($0) } ?? .name(key.stringValue) }
  }

  static func spelled(_ path: [JSONPlaces.Step]) -> String {
    guard !path.isEmpty else { return "the document" }
    var text = ""
    for step in path {
      switch step {
      case .name(let name): text += text.isEmpty ? name : ".\(name)"
      case .index(let index): text += "[\(index)]"
      }
    }
    return "\"\(text)\""
  }

  private static func name(of type: any Any.Type) -> String {
    switch type {
    case is String.Type: "a string"
    case is Bool.Type: "true or false"
    case is Int.Type, is Double.Type: "a number"
    default: "\(type)".hasPrefix("Array") ? "a list" : "an object"
    }
  }
}
